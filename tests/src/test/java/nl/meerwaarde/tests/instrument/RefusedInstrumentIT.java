package nl.meerwaarde.tests.instrument;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import nl.meerwaarde.terminology.Canonicals.SdcExtensions;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Expression;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.Test;

/** An instrument that could never be computed is refused when it comes, with the expression and the reason. */
class RefusedInstrumentIT {
    private final Fhir fhir = TestServer.fhir();

    @Test
    void anExpressionThatDoesNotParse() {
        assertRefused(
                TestInstrument.unique().score("walk", "%resource.item.where(linkId = "),
                Complaints.syntax("Questionnaire.item[0]", "%resource.item.where(linkId = "));
    }

    @Test
    void aFunctionThatDoesNotExist() {
        assertRefused(
                TestInstrument.unique().score("walk", "%resource.item.guess()"),
                Complaints.syntax("Questionnaire.item[0]", "guess"));
    }

    @Test
    void aVariableThatDoesNotParse() {
        assertRefused(
                TestInstrument.unique().number("minutes").variable("broken", "1 +"),
                Complaints.syntax(
                        "Questionnaire.extension('http://hl7.org/fhir/StructureDefinition/variable')[0]", "1 +"));
    }

    @Test
    void aConditionThatDoesNotParse() {
        assertRefused(
                TestInstrument.unique().number("minutes").change(q -> enableWhen(q, "iif(")),
                Complaints.syntax("Questionnaire.item[0]", "iif("));
    }

    @Test
    void anUnknownVariable() {
        assertRefused(
                TestInstrument.unique().number("minutes").score("walk", "%minuets * 2"),
                Complaints.syntax(
                        Complaints.item("walk"), "%minuets, which is not defined (or only after it): %minuets * 2"));
    }

    @Test
    void anUnknownVariableInACondition() {
        assertRefused(
                TestInstrument.unique().number("minutes").change(q -> enableWhen(q, "%adult")),
                Complaints.syntax(Complaints.item("minutes"), "%adult"));
    }

    @Test
    void aVariableThatNeedsItself() {
        assertRefused(
                TestInstrument.unique().number("minutes").variable("loop", "%loop + 1"),
                Complaints.variableCycle("%loop needs its own result: %loop + 1"));
    }

    /** Two variables that need each other: the first uses one that is only defined after it. */
    @Test
    void variablesThatNeedEachOther() {
        assertRefused(
                TestInstrument.unique()
                        .number("minutes")
                        .variable("hen", "%egg + 1")
                        .variable("egg", "%hen + 1"),
                Complaints.variableSyntax("%egg, which is not defined (or only after it): %egg + 1"));
    }

    @Test
    void aScoreThatNeedsItself() {
        String own = "%resource.item.where(linkId = 'walk').answer.value + 1";
        assertRefused(
                TestInstrument.unique().score("walk", own),
                Complaints.cycle(Complaints.item("walk"), "score 'walk' needs its own result: " + own));
    }

    @Test
    void scoresThatNeedEachOther() {
        assertRefused(
                TestInstrument.unique()
                        .score("hen", "%resource.item.where(linkId = 'egg').answer.value + 1")
                        .score("egg", "%resource.item.where(linkId = 'hen').answer.value + 1"),
                Complaints.cycle(Complaints.item("hen"), "score 'hen' needs its own result"));
    }

    @Test
    void aScoreThatNeedsItselfThroughAVariable() {
        assertRefused(
                TestInstrument.unique()
                        .variable("walked", "%resource.item.where(linkId = 'walk').answer.value")
                        .score("walk", "%walked + 1"),
                Complaints.cycle(Complaints.item("walk"), "score 'walk' needs its own result: %walked + 1"));
    }

    @Test
    void aLanguageThatIsNotFhirPath() {
        TestInstrument cql = TestInstrument.unique().score("walk", "1 + 1");
        assertRefused(
                cql.change(q -> ((Expression) q.getItemFirstRep()
                                .getExtensionByUrl(SdcExtensions.CALCULATED_EXPRESSION)
                                .getValue())
                        .setLanguage("text/cql")),
                Complaints.syntax("Questionnaire.item[0]", "not text/cql"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        assertRefused(
                TestInstrument.unique()
                        .score("first", "1 +")
                        .score("second", "%nothing")
                        .variable("loop", "%loop"),
                Complaints.syntax("Questionnaire.item[0]", "1 +"),
                Complaints.syntax(Complaints.item("second"), "%nothing"),
                Complaints.variableCycle("%loop"));
    }

    private void assertRefused(TestInstrument instrument, Complaint... complaints) {
        assertThat(fhir.post(instrument.questionnaire())).isRefusedWith(complaints);
        assertThat(fhir.count(
                        "Questionnaire",
                        Map.of("url", instrument.questionnaire().getUrl())))
                .isZero();
    }

    private static void enableWhen(Questionnaire questionnaire, String fhirPath) {
        questionnaire
                .getItemFirstRep()
                .addExtension(
                        SdcExtensions.ENABLE_WHEN_EXPRESSION,
                        new Expression().setLanguage("text/fhirpath").setExpression(fhirPath));
    }
}
