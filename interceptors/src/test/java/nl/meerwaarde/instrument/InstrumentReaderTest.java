package nl.meerwaarde.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.score.Instruments;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.junit.jupiter.api.Test;

class InstrumentReaderTest {
    private final Questionnaire questionnaire = new Questionnaire();

    InstrumentReaderTest() {
        questionnaire.setUrl("http://example.org/fhir/Questionnaire/q").setVersion("1");
        questionnaire.addItem().setLinkId("a").setType(QuestionnaireItemType.INTEGER);
    }

    @Test
    void scoresAreOrderedByWhatTheyNeed() {
        score("total", "%resource.item.where(linkId='part').answer.value * 2");
        score("part", "%resource.item.where(linkId='a').answer.value");
        assertThat(Instruments.read(questionnaire).scores())
                .extracting(ScoreRule::linkId)
                .containsExactly("part", "total");
    }

    @Test
    void aScoreThatNeedsItselfThroughAnotherIsRefused() {
        score("x", "%resource.item.where(linkId='y').answer.value + 1");
        score("y", "%resource.item.where(linkId='x').answer.value + 1");
        assertThat(problems()).extracting(Problem::code).containsExactly(ProblemCode.EXPRESSION_CYCLE);
        assertThat(problems().get(0).sentence().text()).contains("'x'").contains("%resource.item.where(linkId='y')");
    }

    @Test
    void aCycleThroughAVariableIsRefused() {
        variable("v", "%resource.item.where(linkId='x').answer.value");
        score("x", "%v + 1");
        assertThat(problems()).extracting(Problem::code).containsExactly(ProblemCode.EXPRESSION_CYCLE);
    }

    @Test
    void aVariableMayUseOnlyEarlierOnes() {
        variable("first", "%second + 1");
        variable("second", "1");
        variable("self", "%self + 1");
        assertThat(problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.EXPRESSION_SYNTAX, ProblemCode.EXPRESSION_CYCLE);
    }

    @Test
    void anExpressionThatIsNotFhirPathIsRefusedWithTheReason() {
        score("x", "%resource.item.where(");
        assertThat(problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.EXPRESSION_SYNTAX);
            assertThat(problem.sentence().text()).contains("%resource.item.where(");
        });
    }

    @Test
    void anUnknownFunctionIsRefused() {
        score("x", "%resource.item.frobnicate()");
        assertThat(problems()).extracting(Problem::code).containsExactly(ProblemCode.EXPRESSION_SYNTAX);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        questionnaire.setVersion(null);
        score("x", "%unknown + 1");
        questionnaire.addItem().setLinkId("a").setType(QuestionnaireItemType.INTEGER);
        questionnaire.getItemFirstRep().addEnableWhen().setQuestion("nowhere");
        assertThat(problems())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder(
                        ProblemCode.INVALID_DEFINITION,
                        ProblemCode.INVALID_DEFINITION,
                        ProblemCode.INVALID_DEFINITION,
                        ProblemCode.EXPRESSION_SYNTAX);
    }

    /** What is known only while the form is being filled in may help there, and nowhere else. */
    @Test
    void whatPopulationNeedsIsNoPartOfTheInstrument() {
        launchContext("patient");
        query("conditions", "Condition?patient={{%patient.id}}");
        variable("count", "%conditions.entry.count()");
        variable("answer", "%resource.item.where(linkId='a').answer.value");
        score("x", "%answer + 1");
        assertThat(Instruments.read(questionnaire).variables())
                .extracting(Variable::name)
                .containsExactly("answer");
    }

    @Test
    void aScoreThatNeedsTheRecordIsRefused() {
        launchContext("patient");
        query("conditions", "Condition?patient={{%patient.id}}");
        variable("count", "%conditions.entry.count()");
        score("x", "%patient.birthDate.toString().length()");
        score("y", "%count");
        assertThat(problems()).hasSize(2).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.EXPRESSION_SYNTAX);
            assertThat(problem.sentence().text()).contains("only known while the form is being populated");
        });
    }

    private List<Problem> problems() {
        return ((InstrumentReading.Refused) Instruments.READER.read(questionnaire)).problems();
    }

    private void score(String linkId, String expression) {
        var item = questionnaire.addItem().setLinkId(linkId).setType(QuestionnaireItemType.DECIMAL);
        item.addCode(new Coding("http://example.org/scores", linkId, null));
        item.addExtension(Canonicals.SdcExtensions.OBSERVATION_EXTRACT, new BooleanType(true));
        item.addExtension(
                Canonicals.SdcExtensions.CALCULATED_EXPRESSION,
                new Expression().setLanguage("text/fhirpath").setExpression(expression));
    }

    private void variable(String name, String expression) {
        questionnaire.addExtension(
                Canonicals.CoreExtensions.VARIABLE,
                new Expression().setName(name).setLanguage("text/fhirpath").setExpression(expression));
    }

    private void query(String name, String query) {
        questionnaire.addExtension(
                Canonicals.CoreExtensions.VARIABLE,
                new Expression()
                        .setName(name)
                        .setLanguage("application/x-fhir-query")
                        .setExpression(query));
    }

    private void launchContext(String name) {
        questionnaire
                .addExtension()
                .setUrl(Canonicals.SdcExtensions.LAUNCH_CONTEXT)
                .addExtension("name", new Coding().setCode(name));
    }
}
