package nl.meerwaarde.tests.outcomeset;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestInstrument;
import nl.meerwaarde.tests.support.TestOutcomeSet;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hospital switches sets on and off while the server runs. */
class SwitchedSetIT {
    private static final String PANCREAS = "PlanDefinition/pancreatic-carcinoma";
    private static final String CROHN = "PlanDefinition/inflammatory-bowel-disease";
    private static final List<String> SHIPPED = List.of(
            "generic-core",
            "knee-osteoarthritis",
            "chronic-kidney-disease",
            "pancreatic-carcinoma",
            "inflammatory-bowel-disease",
            "breast-cancer");

    private final Fhir fhir = TestServer.fhir();

    @AfterEach
    void switchShippedSetsOff() {
        assertThat(switched(PANCREAS, "draft")).succeeded();
        assertThat(switched(CROHN, "draft")).succeeded();
    }

    @Test
    void shippedSetsAreOff() {
        assertThat(SHIPPED)
                .allSatisfy(id ->
                        assertThat(read("PlanDefinition/" + id).getStatus()).isEqualTo(PublicationStatus.DRAFT));
    }

    @Test
    void whatIsOnIsFoundBySearchingAndIsCounted() {
        List<String> before = on();

        assertThat(switched(PANCREAS, "active")).hasStatus(200);
        assertThat(switched(CROHN, "active")).hasStatus(200);

        assertThat(on())
                .contains("pancreatic-carcinoma", "inflammatory-bowel-disease")
                .doesNotContain("generic-core");
        assertThat(counted())
                .contains(Canonicals.BASE + "/" + PANCREAS + "|1.0.0", Canonicals.BASE + "/" + CROHN + "|1.0.0");
        assertThat(switched(PANCREAS, "draft")).hasStatus(200);
        assertThat(counted()).doesNotContain(Canonicals.BASE + "/" + PANCREAS + "|1.0.0");
        assertThat(switched(CROHN, "retired")).hasStatus(200);
        assertThat(on()).containsExactlyInAnyOrderElementsOf(before);
    }

    /** The hospital may describe a set before its instruments are loaded, but not ask with it. */
    @Test
    void whatItNamesMustBeThereWhenItIsSwitchedOn() {
        TestInstrument walk = TestInstrument.unique().number("minutes");
        TestOutcomeSet set = TestOutcomeSet.unique()
                .asking(walk, "month-3")
                .takingCanonical("https://example.org/PlanDefinition/elsewhere|1");
        assertThat(fhir.put(set.definition())).isCreated();

        assertThat(switched(set.path(), "active"))
                .isRefusedWith(
                        new Complaint(
                                ProblemCode.UNKNOWN_QUESTIONNAIRE,
                                "PlanDefinition.action[0].definition",
                                walk.questionnaire().getUrl()),
                        new Complaint(
                                ProblemCode.UNKNOWN_OUTCOME_SET,
                                "PlanDefinition.action[1].definition",
                                "https://example.org/PlanDefinition/elsewhere|1"));
        assertThat(read(set.path()).getStatus()).isEqualTo(PublicationStatus.DRAFT);
    }

    /** Also what is missing two sets further down. */
    @Test
    void whatATakenSetNamesMustBeThereToo() {
        TestInstrument walk = TestInstrument.unique().number("minutes");
        TestOutcomeSet lower = TestOutcomeSet.unique().asking(walk, "month-3");
        TestOutcomeSet middle = TestOutcomeSet.unique().takingCanonical(lower.canonical());
        TestOutcomeSet upper = TestOutcomeSet.unique().takingCanonical(middle.canonical(), "month-6");
        for (TestOutcomeSet set : List.of(upper, middle, lower)) {
            assertThat(fhir.put(set.definition())).isCreated();
        }
        assertThat(switched(upper.path(), "active"))
                .isRefusedWith(new Complaint(
                        ProblemCode.UNKNOWN_QUESTIONNAIRE,
                        "PlanDefinition.action[0].definition",
                        walk.questionnaire().getUrl()));

        assertThat(fhir.post(walk.questionnaire())).isCreated();

        assertThat(switched(upper.path(), "active")).hasStatus(200);
        Burden burden = new Burden(fhir.get(upper.path() + "/$respondent-burden"));
        assertThat(burden.moments()).containsExactly("month-6");
        assertThat(switched(upper.path(), "retired")).hasStatus(200);
    }

    private Reply switched(String path, String status) {
        return fhir.patch(path, "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"" + status + "\"}]");
    }

    private PlanDefinition read(String path) {
        return fhir.get(path).stored(PlanDefinition.class);
    }

    private List<String> on() {
        return fhir
                .search("PlanDefinition", Map.of("type", "outcome-set", "status", "active"))
                .stored(Bundle.class)
                .getEntry()
                .stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    private List<String> counted() {
        return new Burden(fhir.get("PlanDefinition/$respondent-burden")).sets();
    }
}
