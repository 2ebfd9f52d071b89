package nl.meerwaarde.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.terminology.Canonicals.SdcExtensions;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemOperator;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;

class AssemblerTest {
    private static final String SUM = "%resource.item.where(linkId.startsWith('q')).answer.value.weight().sum()";

    private final Library library = new Library();

    @Test
    void aPartTakesThePlaceOfTheItemThatNamesIt() {
        library.with(new Module("core").question("q1", "a").question("q2", "b").questionnaire());
        Questionnaire form = library.assembled(new Module("form")
                .question("first", "x")
                .part(Module.url("core") + "|1")
                .question("last", "y"));
        assertThat(form.getItem())
                .extracting(QuestionnaireItemComponent::getLinkId)
                .containsExactly("first", "q1", "q2", "last");
    }

    @Test
    void theFormSaysWhatItWasMadeOf() {
        library.with(
                new Module("inner").question("q1", "a").questionnaire(),
                new Module("core").part(Module.url("inner")).questionnaire());
        Questionnaire form = library.assembled(new Module("form")
                .part(Module.url("core"))
                .change(q -> q.addExtension(SdcExtensions.ASSEMBLE_EXPECTATION, new CodeType("assemble-root"))));
        assertThat(form.getUrl()).isEqualTo(Module.url("form"));
        assertThat(form.getVersion()).isEqualTo("1-assembled");
        assertThat(form.getExtensionsByUrl(SdcExtensions.ASSEMBLED_FROM))
                .extracting(extension -> extension.getValue().primitiveValue())
                .containsExactly(Module.url("core") + "|1", Module.url("inner") + "|1");
        assertThat(form.hasExtension(SdcExtensions.ASSEMBLE_EXPECTATION)).isFalse();
    }

    @Test
    void aPrefixMakesLinkIdsAndConditionsItsOwn() {
        library.with(new Module("contact")
                .needs("linkIdPrefix")
                .question("1", "a")
                .question("2", "b")
                .last(item -> item.addEnableWhen()
                        .setQuestion("1")
                        .setOperator(QuestionnaireItemOperator.EXISTS)
                        .setAnswer(new BooleanType(true)))
                .score("total", "%resource.item.where(linkId = %linkIdPrefix + '1').answer.value.weight()")
                .questionnaire());
        Questionnaire form = library.assembled(new Module("form")
                .group(
                        "mother",
                        group -> group.variable("linkIdPrefix", "'mother.'").part(Module.url("contact"))));
        Sheet sheet = new Sheet(form).answer("mother.1", "3").answer("mother.2", "1");
        assertThat(sheet.scores().get("total")).contains(BigDecimal.valueOf(3));
        assertThat(form.getItem()
                        .get(0)
                        .getItem()
                        .get(1)
                        .getEnableWhenFirstRep()
                        .getQuestion())
                .isEqualTo("mother.1");
    }

    /** The inner prefix is made of the outer one, under the same name. */
    @Test
    void prefixesOfNestedPartsAddUp() {
        library.with(
                new Module("name").needs("linkIdPrefix").question("1", "a").questionnaire(),
                new Module("contact")
                        .needs("linkIdPrefix")
                        .group(
                                "1",
                                group -> group.variable("linkIdPrefix", "%linkIdPrefix + 'name.'")
                                        .part(Module.url("name")))
                        .questionnaire());
        Questionnaire form = library.assembled(new Module("form")
                .group(
                        "mother",
                        group -> group.variable("linkIdPrefix", "'mother.'").part(Module.url("contact"))));
        assertThat(new Sheet(form).instrument().questionsByLinkId())
                .containsOnlyKeys("mother", "mother.1", "mother.name.1");
    }

    @Test
    void aPrefixThatAnExpressionDoesNotKnowIsRefused() {
        library.with(new Module("core").question("q1", "a").score("total", SUM).questionnaire());
        assertThat(library.problems(new Module("form")
                        .group(
                                "g",
                                group -> group.variable("linkIdPrefix", "'p.'").part(Module.url("core")))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_MODULE);
                    assertThat(problem.sentence().text())
                            .contains("names linkIds without %linkIdPrefix")
                            .contains(SUM);
                });
    }

    @Test
    void variablesGoToTheGroupAndLaunchContextsToTheForm() {
        Extension launch = new Extension(SdcExtensions.LAUNCH_CONTEXT);
        launch.addExtension("name", new Coding().setCode("patient"));
        launch.addExtension("type", new CodeType("Patient"));
        library.with(
                new Module("a")
                        .variable("raw", "1")
                        .change(q -> q.addExtension(launch))
                        .question("a1", "a")
                        .questionnaire(),
                new Module("b")
                        .variable("raw", "2")
                        .change(q -> q.addExtension(launch))
                        .question("b1", "b")
                        .questionnaire());
        Questionnaire form = library.assembled(new Module("form")
                .group("ga", group -> group.part(Module.url("a")))
                .group("gb", group -> group.part(Module.url("b"))));
        assertThat(form.getExtensionsByUrl(SdcExtensions.LAUNCH_CONTEXT)).hasSize(1);
        assertThat(form.getExtensionsByUrl(Canonicals.CoreExtensions.VARIABLE)).isEmpty();
        assertThat(form.getItem())
                .extracting(group -> ((Expression) group.getExtensionByUrl(Canonicals.CoreExtensions.VARIABLE)
                                .getValue())
                        .getExpression())
                .containsExactly("1", "2");
    }

    @Test
    void twoVariablesOfOneNameOnOneLevelAreRefused() {
        library.with(
                new Module("a").variable("raw", "1").question("a1", "a").questionnaire(),
                new Module("b").variable("raw", "2").question("b1", "b").questionnaire());
        assertThat(library.problems(new Module("form").part(Module.url("a")).part(Module.url("b"))))
                .extracting(problem -> problem.sentence().text())
                .singleElement()
                .asString()
                .contains("variable %raw of " + Module.url("b"))
                .contains("a group of its own");
    }

    @Test
    void aPartFindsTheVariablesThatItNeeds() {
        library.with(new Module("core")
                .needs("factor")
                .question("q1", "a")
                .score("total", SUM + " * %factor")
                .questionnaire());
        Questionnaire form = library.assembled(
                new Module("form").variable("factor", "10").group("g", group -> group.part(Module.url("core"))));
        assertThat(new Sheet(form).answer("q1", "2").scores().get("total")).contains(new BigDecimal("2E+1"));
        assertThat(library.problems(new Module("form").part(Module.url("core"))))
                .extracting(problem -> problem.sentence().text())
                .singleElement()
                .asString()
                .contains("needs %factor (assembleContext)");
    }

    /** A part may compute with what its own parts compute. */
    @Test
    void aVariableMayUseThoseOfPartsFurtherIn() {
        library.with(
                new Module("inner")
                        .variable("twice", SUM + " * 2")
                        .question("q1", "a")
                        .questionnaire(),
                new Module("core")
                        .variable("more", "%twice + 1")
                        .part(Module.url("inner"))
                        .score("total", "%more")
                        .questionnaire());
        Questionnaire form = library.assembled(new Module("form").group("g", group -> group.part(Module.url("core"))));
        assertThat(new Sheet(form).answer("q1", "3").scores().get("total")).contains(BigDecimal.valueOf(7));
    }

    @Test
    void containedResourcesComeAlong() {
        ValueSet levels = new ValueSet();
        levels.setId("levels");
        library.with(new Module("core")
                .needs("linkIdPrefix")
                .question("1", "a")
                .last(item -> item.setAnswerOption(null).setAnswerValueSet("#levels"))
                .change(q -> q.addContained(levels))
                .questionnaire());
        Questionnaire form = library.assembled(
                new Module("form").variable("linkIdPrefix", "'x.'").part(Module.url("core")));
        assertThat(form.getContained())
                .singleElement()
                .satisfies(c -> assertThat(c.getId()).isEqualTo("x.levels"));
        assertThat(form.getItemFirstRep().getAnswerValueSet()).isEqualTo("#x.levels");
    }

    @Test
    void aCycleIsNamed() {
        library.with(
                new Module("a").part(Module.url("b") + "|1").questionnaire(),
                new Module("b").group("g", group -> group.part(Module.url("a"))).questionnaire());
        assertThat(library.problems(new Module("form").part(Module.url("a"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.MODULE_CYCLE);
                    assertThat(problem.sentence().text())
                            .contains(Module.url("form") + "|1 → " + Module.url("a") + "|1 → " + Module.url("b")
                                    + "|1 → " + Module.url("a"));
                });
    }

    @Test
    void aQuestionnaireThatNamesItselfIsACycle() {
        assertThat(library.problems(new Module("form").part(Module.url("form"))))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.MODULE_CYCLE);
    }

    /** Ten parts of ten parts of ten parts … */
    @Test
    void aFormThatGrowsWithoutEndIsRefused() {
        for (int level = 0; level < 9; level++) {
            Module module = new Module("level-" + level).question("q-" + level, "q");
            for (int i = 0; i < 10; i++) {
                int next = level + 1;
                module.group("g-" + level + "-" + i, group -> group.part(Module.url("level-" + next)));
            }
            library.with(module.questionnaire());
        }
        library.with(new Module("level-9").question("end", "end").questionnaire());
        assertThat(library.problems(new Module("form").part(Module.url("level-0"))))
                .extracting(problem -> problem.sentence().text())
                .anyMatch(sentence -> sentence.contains("more than 5000 items"));
    }

    @Test
    void everyDuplicateLinkIdIsSaidAtOnce() {
        library.with(
                new Module("a")
                        .question("1", "a")
                        .question("2", "b")
                        .question("3", "c")
                        .questionnaire(),
                new Module("b")
                        .question("1", "d")
                        .question("2", "e")
                        .question("4", "f")
                        .questionnaire());
        assertThat(library.problems(new Module("form").part(Module.url("a")).part(Module.url("b"))))
                .allMatch(problem -> problem.code() == ProblemCode.DUPLICATE_LINK_ID)
                .extracting(Problem::path)
                .containsExactly(
                        "Questionnaire.descendants().where(linkId='1')",
                        "Questionnaire.descendants().where(linkId='2')");
    }

    @Test
    void everythingWrongWithThePartsIsSaidAtOnce() {
        library.with(
                new Module("dutch")
                        .question("nl", "nl")
                        .change(q -> q.addSubjectType("Organization").setLanguage("nl"))
                        .questionnaire(),
                new Module("strange")
                        .change(q -> q.setImplicitRules("http://example.org"))
                        .questionnaire(),
                new Module("whole")
                        .change(q -> q.addExtension(SdcExtensions.ASSEMBLE_EXPECTATION, new CodeType("assemble-root")))
                        .questionnaire());
        assertThat(library.problems(new Module("form")
                        .change(q -> q.addSubjectType("Patient").setLanguage("en"))
                        .part(Module.url("dutch"))
                        .part(Module.url("strange"))
                        .part(Module.url("whole"))
                        .part(Module.url("nowhere"))
                        .part(Module.url("dutch"))
                        .last(item -> item.addEnableWhen().setQuestion("q"))))
                .extracting(problem -> problem.sentence().text())
                .anyMatch(s -> s.contains("is in language nl, the form in en"))
                .anyMatch(s -> s.contains("is about Organization, the form about Patient"))
                .anyMatch(s -> s.contains("has implicitRules"))
                .anyMatch(s -> s.contains("only used as a whole form"))
                .anyMatch(s -> s.contains("There is no " + Module.url("nowhere")))
                .anyMatch(s -> s.contains("put it into a group that has the condition"));
    }

    @Test
    void aFormOfSideSpecificPartsIsAskedPerSide() {
        library.with(new Module("knee")
                .question("q1", "a")
                .change(q -> q.addExtension(Canonicals.Extensions.SIDE_SPECIFIC, new BooleanType(true)))
                .questionnaire());
        assertThat(new Sheet(library.assembled(new Module("form").part(Module.url("knee"))))
                        .instrument()
                        .sideSpecific())
                .isTrue();
    }

    /** As after a hospital laid the owner's Dutch text over one part and not over another, which it may ask as shipped. */
    @Test
    void aPartSpeaksTheLanguageOfTheForm() {
        library.with(new Module("english")
                .change(q -> q.setLanguage("en"))
                .question("q1", "a")
                .last(item -> {
                    translate(item.setText("Pain").getTextElement(), "Pijn");
                    item.getAnswerOption()
                            .forEach(option -> translate(
                                    option.getValueCoding().setDisplay("Some").getDisplayElement(), "Enige"));
                })
                .questionnaire());
        Questionnaire form = library.assembled(
                new Module("form").change(q -> q.setLanguage("nl")).part(Module.url("english")));
        QuestionnaireItemComponent item = form.getItemFirstRep();
        assertThat(item.getText()).isEqualTo("Pijn");
        assertThat(item.getAnswerOptionFirstRep().getValueCoding().getDisplay()).isEqualTo("Enige");
        Extension english = item.getTextElement().getExtension().get(0);
        assertThat(english.getExtensionString("lang")).isEqualTo("en");
        assertThat(english.getExtensionString("content")).isEqualTo("Pain");
    }

    private static void translate(StringType text, String dutch) {
        Extension translation = text.addExtension().setUrl(Canonicals.CoreExtensions.TRANSLATION);
        translation.addExtension("lang", new CodeType("nl"));
        translation.addExtension("content", new StringType(dutch));
    }

    @Test
    void aFormNeedsTheWordingsThatItsPartsNeed() {
        library.with(owned("a").questionnaire(), owned("b").questionnaire());
        Module modular = new Module("form").part(Module.url("a")).part(Module.url("b"));
        assertThat(new Sheet(library.assembled(modular)).instrument().wording().isMissing())
                .isTrue();
        library.with(owned("a").change(q -> word(q, "L-1", "abc")).questionnaire());
        assertThat(library.notes(modular)).singleElement().satisfies(note -> {
            assertThat(note.severity()).isEqualTo(IssueSeverity.WARNING);
            assertThat(note.about().code()).isEqualTo(ProblemCode.WORDING_MISSING);
            assertThat(note.about().sentence().text())
                    .contains(Module.url("b") + "|1")
                    .doesNotContain(Module.url("a") + "|1");
        });
    }

    @Test
    void aFormHasTheWordingsOfItsParts() {
        library.with(
                owned("a").change(q -> word(q, "L-1", "abc")).questionnaire(),
                owned("b").change(q -> word(q, "L-2", "def")).questionnaire());
        Module modular = new Module("form").part(Module.url("a")).part(Module.url("b"));
        Questionnaire form = library.assembled(modular);
        assertThat(new Sheet(form).instrument().wording()).isEqualTo(new Instrument.WordingState(true, "abc+def"));
        assertThat(form.getExtensionByUrl(Canonicals.Extensions.WORDING).getExtensionString("licence"))
                .isEqualTo("L-1; L-2");
        assertThat(library.notes(modular)).isEmpty();
    }

    private static Module owned(String name) {
        return new Module(name)
                .question(name + "1", name)
                .change(q -> q.addExtension(Canonicals.Extensions.WORDING_REQUIRED, new BooleanType(true)));
    }

    private static void word(Questionnaire questionnaire, String licence, String version) {
        Extension wording = questionnaire.addExtension().setUrl(Canonicals.Extensions.WORDING);
        wording.addExtension("licence", new StringType(licence));
        wording.addExtension("version", new StringType(version));
        wording.addExtension("loaded", new DateTimeType("2026-11-22"));
    }

    @Test
    void copyrightsThatTheFormDoesNotRepeatAreSaid() {
        library.with(new Module("owned")
                .question("q1", "a")
                .change(q -> q.setCopyright("Owned"))
                .questionnaire());
        assertThat(library.notes(new Module("form").part(Module.url("owned"))))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.severity()).isEqualTo(IssueSeverity.INFORMATION);
                    assertThat(note.about().sentence().text()).contains(Module.url("owned") + "|1");
                });
        assertThat(library.notes(
                        new Module("form").part(Module.url("owned")).change(q -> q.setCopyright("Owned by many"))))
                .isEqualTo(List.of());
    }
}
