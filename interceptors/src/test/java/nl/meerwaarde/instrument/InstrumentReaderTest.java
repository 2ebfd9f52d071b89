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
}
