package nl.meerwaarde.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.score.Instruments;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemOperator;
import org.junit.jupiter.api.Test;

/** What two parts share is asked once, and the scores of both still compute. */
class SharingTest {
    private static final String SUM_A = "%resource.item.where(linkId.startsWith('a')).answer.value.weight().sum()";
    private static final String SUM_B = "%resource.item.where(linkId.startsWith('b')).answer.value.weight().sum()";

    private final Library library = new Library();

    @Test
    void anInstrumentOfTwoPartsIsAskedOnce() {
        library.with(
                new Module("a").question("a1", "x").score("sum-a", SUM_A).questionnaire(),
                new Module("core").part(Module.url("a")).question("c1", "c").questionnaire(),
                new Module("knee")
                        .part(Module.url("a") + "|1")
                        .question("k1", "k")
                        .questionnaire());
        Module modular = new Module("form")
                .group("g1", group -> group.part(Module.url("core")))
                .group("g2", group -> group.part(Module.url("knee")));
        Questionnaire form = library.assembled(modular);
        assertThat(linkIds(form.getItem().get(0))).containsExactly("a1", "sum-a", "c1");
        assertThat(linkIds(form.getItem().get(1))).containsExactly("k1");
        assertThat(new Sheet(form).answer("a1", "2").scores()).isEqualTo(Map.of("sum-a", score(2)));
        assertThat(library.notes(modular))
                .singleElement()
                .satisfies(note -> assertThat(note.about().sentence().text())
                        .contains(Module.url("a") + "|1 is asked once")
                        .contains(Module.url("knee")));
    }

    /** A part may compute with an instrument that is asked for another part. */
    @Test
    void aPartFindsItsInstrumentWhereItIsAsked() {
        library.with(
                new Module("a").question("a1", "x").questionnaire(),
                new Module("knee")
                        .part(Module.url("a"))
                        .question("k1", "k")
                        .score(
                                "both",
                                "%resource.item.where(linkId = 'a1' or linkId = 'k1').answer.value.weight().sum()")
                        .questionnaire());
        Questionnaire form = library.assembled(new Module("form")
                .group("g1", group -> group.part(Module.url("a")))
                .group("g2", group -> group.part(Module.url("knee"))));
        assertThat(new Sheet(form).answer("a1", "2").answer("k1", "3").scores()).isEqualTo(Map.of("both", score(5)));
    }

    /** Asked of some only, the first cannot stand for the second; the second can for the first. */
    @Test
    void theOneThatEverybodyIsAskedStays() {
        library.with(new Module("a").question("a1", "x").score("sum-a", SUM_A).questionnaire());
        Module modular = new Module("form")
                .question("q", "q")
                .group("some", group -> group.part(Module.url("a")))
                .last(AssemblyConditions::onlyIfAnswered)
                .group("all", group -> group.part(Module.url("a")));
        Questionnaire form = library.assembled(modular);
        assertThat(form.getItem())
                .extracting(QuestionnaireItemComponent::getLinkId)
                .containsExactly("q", "all");
    }

    @Test
    void anInstrumentOfWhichEachIsAskedOfSomeIsRefused() {
        library.with(new Module("a").question("a1", "x").score("sum-a", SUM_A).questionnaire());
        assertThat(library.problems(new Module("form")
                        .question("q", "q")
                        .group("some", group -> group.part(Module.url("a")))
                        .last(AssemblyConditions::onlyIfAnswered)
                        .group("others", group -> group.part(Module.url("a")))
                        .last(AssemblyConditions::onlyIfAnswered)))
                .extracting(Problem::code)
                .containsOnly(ProblemCode.DUPLICATE_LINK_ID);
    }

    @Test
    void twoVersionsOfAnInstrumentAreRefused() {
        library.with(
                new Module("a").question("a1", "x").questionnaire(),
                new Module("a")
                        .change(q -> q.setVersion("2"))
                        .question("a1", "x")
                        .questionnaire());
        assertThat(library.problems(
                        new Module("form").part(Module.url("a") + "|1").part(Module.url("a") + "|2")))
                .extracting(problem -> problem.sentence().text())
                .anyMatch(sentence -> sentence.contains("two versions")
                        && sentence.contains(Module.url("a") + "|1")
                        && sentence.contains(Module.url("a") + "|2"));
    }

    /** Two contacts have two names: whoever gives a part two prefixes wants it twice. */
    @Test
    void underTwoPrefixesAPartIsAskedTwice() {
        library.with(
                new Module("name").needs("linkIdPrefix").question("1", "name").questionnaire());
        Questionnaire form = library.assembled(new Module("form")
                .group(
                        "mother",
                        group -> group.variable("linkIdPrefix", "'mother.'").part(Module.url("name")))
                .group(
                        "father",
                        group -> group.variable("linkIdPrefix", "'father.'").part(Module.url("name"))));
        assertThat(new Sheet(form).instrument().questionsByLinkId()).containsKeys("mother.1", "father.1");
        assertThat(new Sheet(form).instrument().shared()).isEmpty();
    }

    @Test
    void aQuestionOfTwoInstrumentsIsAskedOnce() {
        library.with(
                new Module("a")
                        .question("a1", "pain")
                        .question("a2", "x")
                        .score("sum-a", SUM_A)
                        .questionnaire(),
                new Module("b")
                        .question("b1", "pain")
                        .question("b2", "y")
                        .score("sum-b", SUM_B)
                        .questionnaire());
        Module modular = new Module("form")
                .group("ga", group -> group.part(Module.url("a")))
                .group("gb", group -> group.part(Module.url("b")));
        Questionnaire form = library.assembled(modular);
        QuestionnaireItemComponent filled = form.getItem().get(1).getItem().get(0);
        assertThat(filled.getReadOnly()).isTrue();
        assertThat(filled.getExtensionString(Canonicals.CoreExtensions.QUESTIONNAIRE_HIDDEN))
                .isEqualTo("true");
        assertThat(filled.getExtensionString(Canonicals.Extensions.ASKED_AS)).isEqualTo("a1");
        assertThat(new Sheet(form)
                        .answer("a1", "3")
                        .answer("a2", "1")
                        .answer("b2", "2")
                        .scores())
                .isEqualTo(Map.of("sum-a", score(4), "sum-b", score(5)));
        assertThat(library.notes(modular)).singleElement().satisfies(note -> {
            assertThat(note.severity()).isEqualTo(IssueSeverity.INFORMATION);
            assertThat(note.about().sentence().text())
                    .contains("'a1' of ")
                    .contains("'b1' of ")
                    .contains("asked once");
        });
    }

    /** What a client puts there does not count, and nothing is asked that was not answered. */
    @Test
    void aSharedAnswerIsTheOneThatWasAskedFor() {
        library.with(
                new Module("a").question("a1", "pain").score("sum-a", SUM_A).questionnaire(),
                new Module("b").question("b1", "pain").score("sum-b", SUM_B).questionnaire());
        Questionnaire form =
                library.assembled(new Module("form").part(Module.url("a")).part(Module.url("b")));
        assertThat(new Sheet(form).answer("a1", "3").answer("b1", "0").scores()).containsEntry("sum-b", score(3));
        assertThat(new Sheet(form).answer("b1", "2").scores()).containsEntry("sum-b", score(0));
    }

    @Test
    void withOneLinkIdOneItemIsEnough() {
        library.with(
                new Module("a")
                        .question("pain", "pain")
                        .score("sum-a", SUM_A.replace("'a'", "'p'"))
                        .questionnaire(),
                new Module("b")
                        .question("pain", "pain")
                        .question("pb", "y")
                        .score("sum-b", SUM_A.replace("'a'", "'p'"))
                        .questionnaire());
        Questionnaire form = library.assembled(new Module("form")
                .group("ga", group -> group.part(Module.url("a")))
                .group("gb", group -> group.part(Module.url("b"))));
        assertThat(linkIds(form.getItem().get(1))).containsExactly("pb", "sum-b");
        assertThat(new Sheet(form).answer("pain", "3").answer("pb", "2").scores())
                .isEqualTo(Map.of("sum-a", score(3), "sum-b", score(5)));
    }

    /** All that is left of the second part is its score. */
    @Test
    void aPartMayBeSharedWhole() {
        library.with(
                new Module("a").question("pain", "pain").questionnaire(),
                new Module("b")
                        .question("pain", "pain")
                        .score("sum-b", "%resource.item.where(linkId = 'pain').answer.value.weight().sum()")
                        .questionnaire());
        Questionnaire form = library.assembled(new Module("form")
                .group("ga", group -> group.part(Module.url("a")))
                .group("gb", group -> group.part(Module.url("b"))));
        assertThat(linkIds(form.getItem().get(1))).containsExactly("sum-b");
        assertThat(new Sheet(form).answer("pain", "3").scores()).isEqualTo(Map.of("sum-b", score(3)));
    }

    /** Conditions look where the question is asked, in the form of the client and on the server. */
    @Test
    void conditionsFollowTheQuestion() {
        library.with(
                new Module("a").question("a1", "pain").questionnaire(),
                new Module("b")
                        .question("b1", "pain")
                        .question("b2", "where")
                        .last(item -> item.addEnableWhen()
                                .setQuestion("b1")
                                .setOperator(QuestionnaireItemOperator.EXISTS)
                                .setAnswer(new BooleanType(true)))
                        .question("b3", "since")
                        .last(item -> item.addExtension(
                                Canonicals.SdcExtensions.ENABLE_WHEN_EXPRESSION,
                                Module.expression("%resource.item.where(linkId = 'b1').answer.exists()")))
                        .questionnaire());
        Questionnaire form = library.assembled(new Module("form")
                .group("ga", group -> group.part(Module.url("a")))
                .group("gb", group -> group.part(Module.url("b"))));
        assertThat(form.getItem()
                        .get(1)
                        .getItem()
                        .get(1)
                        .getEnableWhenFirstRep()
                        .getQuestion())
                .isEqualTo("a1");
        assertThat(notEnabled(new Sheet(form).answer("b2", "1").answer("b3", "1")))
                .isEqualTo(2);
        assertThat(notEnabled(
                        new Sheet(form).answer("a1", "1").answer("b2", "1").answer("b3", "1")))
                .isZero();
    }

    @Test
    void otherAnswersAreAskedTwiceAndSaid() {
        library.with(
                new Module("a").question("a1", "pain").questionnaire(),
                new Module("b")
                        .question("b1", "pain")
                        .last(item -> item.getAnswerOption().remove(0))
                        .questionnaire());
        Module modular = new Module("form").part(Module.url("a")).part(Module.url("b"));
        assertThat(new Sheet(library.assembled(modular)).instrument().shared()).isEmpty();
        assertThat(library.notes(modular)).singleElement().satisfies(note -> {
            assertThat(note.severity()).isEqualTo(IssueSeverity.WARNING);
            assertThat(note.about().sentence().text()).contains("their answers, weights or alarms differ");
        });
    }

    /** Asked as the first, which raises no alarm, the answer would alarm nobody. */
    @Test
    void aQuestionThatAlarmsIsAskedItself() {
        library.with(
                new Module("a").question("a1", "harm").questionnaire(),
                new Module("b")
                        .question("b1", "harm")
                        .last(item -> item.getAnswerOption()
                                .get(3)
                                .addExtension(Canonicals.Extensions.ALARMING_ANSWER, new CodeType("self-harm")))
                        .questionnaire());
        Questionnaire form =
                library.assembled(new Module("form").part(Module.url("a")).part(Module.url("b")));
        assertThat(new Sheet(form).instrument().shared()).isEmpty();
    }

    @Test
    void otherWordsAreSaid() {
        library.with(
                new Module("a").question("a1", "pain").questionnaire(),
                new Module("b")
                        .question("b1", "pain")
                        .last(item -> item.setText("How much does it hurt?"))
                        .questionnaire());
        assertThat(library.notes(new Module("form").part(Module.url("a")).part(Module.url("b"))))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.severity()).isEqualTo(IssueSeverity.WARNING);
                    assertThat(note.about().sentence().text()).contains("their texts differ");
                });
    }

    @Test
    void whatOneInstrumentMustHaveIsRequired() {
        library.with(
                new Module("a").question("a1", "pain").questionnaire(),
                new Module("b")
                        .question("b1", "pain")
                        .last(item -> item.setRequired(true))
                        .questionnaire());
        Questionnaire form =
                library.assembled(new Module("form").part(Module.url("a")).part(Module.url("b")));
        assertThat(form.getItem().get(0).getRequired()).isTrue();
        assertThat(form.getItem().get(1).getRequired()).isFalse();
    }

    @Test
    void aDefinitionMakesQuestionsTheSame() {
        library.with(
                new Module("a")
                        .question("a1", "x")
                        .last(item -> item.setDefinition("http://example.org/d#pain"))
                        .questionnaire(),
                new Module("b")
                        .question("b1", "y")
                        .last(item -> item.setDefinition("http://example.org/d#pain"))
                        .questionnaire());
        assertThat(new Sheet(library.assembled(
                                new Module("form").part(Module.url("a")).part(Module.url("b"))))
                        .instrument()
                        .shared())
                .hasSize(1);
    }

    @Test
    void oneScoreOfTwoInstrumentsIsStoredOnce() {
        library.with(
                new Module("a").question("a1", "x").score("pain-score", SUM_A).questionnaire(),
                new Module("b")
                        .question("b1", "y")
                        .score("b-score", SUM_B)
                        .last(AssemblyConditions::asPainScore)
                        .questionnaire());
        Module modular = new Module("form").part(Module.url("a")).part(Module.url("b"));
        assertThat(new Sheet(library.assembled(modular))
                        .answer("a1", "1")
                        .answer("b1", "2")
                        .scores())
                .isEqualTo(Map.of("pain-score", score(1)));
        assertThat(library.notes(modular)).singleElement().satisfies(note -> {
            assertThat(note.severity()).isEqualTo(IssueSeverity.WARNING);
            assertThat(note.about().code()).isEqualTo(ProblemCode.SHARED_SCORE);
        });
    }

    /** Left and right in one response would be two Observations of one score. */
    @Test
    void aScoreUnderTwoPrefixesIsRefused() {
        library.with(new Module("knee")
                .needs("linkIdPrefix")
                .question("1", "x")
                .score("knee", "1")
                .questionnaire());
        assertThat(library.problems(new Module("form")
                        .group(
                                "l",
                                group -> group.variable("linkIdPrefix", "'l.'").part(Module.url("knee")))
                        .group(
                                "r",
                                group -> group.variable("linkIdPrefix", "'r.'").part(Module.url("knee")))))
                .extracting(problem -> problem.sentence().text())
                .singleElement()
                .asString()
                .contains("one Observation of a score");
    }

    private static long notEnabled(Sheet sheet) {
        return new ResponseRules(Instruments.FHIR_PATH, (valueSet, coding) -> Optional.empty())
                .check(sheet.instrument(), sheet.response()).stream()
                        .filter(problem -> problem.code() == ProblemCode.ITEM_NOT_ENABLED)
                        .count();
    }

    private static List<String> linkIds(QuestionnaireItemComponent group) {
        return group.getItem().stream()
                .map(QuestionnaireItemComponent::getLinkId)
                .toList();
    }

    private static Optional<BigDecimal> score(int value) {
        return Optional.of(BigDecimal.valueOf(value).stripTrailingZeros());
    }

    /** Changes that several tests make to an item. */
    private static final class AssemblyConditions {
        static void onlyIfAnswered(QuestionnaireItemComponent item) {
            item.addEnableWhen()
                    .setQuestion("q")
                    .setOperator(QuestionnaireItemOperator.EXISTS)
                    .setAnswer(new BooleanType(true));
        }

        static void asPainScore(QuestionnaireItemComponent item) {
            item.getCodeFirstRep().setSystem(Module.SCORES).setCode("pain-score");
            item.getCode().add(new Coding().setSystem("http://loinc.org").setCode("x"));
        }
    }
}
