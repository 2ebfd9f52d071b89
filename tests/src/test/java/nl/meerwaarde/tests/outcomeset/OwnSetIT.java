package nl.meerwaarde.tests.outcomeset;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.TestOutcomeSet;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;
import org.junit.jupiter.api.Test;

/** A hospital makes a set its own, over REST and while the server runs. */
class OwnSetIT {
    private static final String SHIPPED = Canonicals.BASE + "/PlanDefinition/knee-osteoarthritis|1.0.0";

    private final Fhir fhir = TestServer.fhir();

    @Test
    void aShippedSetIsCopiedAndOutcomesAreDroppedAndAdded() {
        PlanDefinition own = fhir.get("PlanDefinition/knee-osteoarthritis").stored(PlanDefinition.class);
        String id = UUID.randomUUID().toString();
        own.setId(id);
        own.setUrl("https://tests.meerwaarde.example/PlanDefinition/" + id).setVersion("2026-11");
        own.addRelatedArtifact(
                new RelatedArtifact().setType(RelatedArtifactType.DERIVEDFROM).setResource(SHIPPED));
        own.getAction().removeIf(action -> List.of("hip-pain", "back-pain").contains(action.getId()));
        own.addAction(action("fatigue-of-knee", "nrs-fatigue"));

        assertThat(fhir.put(own)).isCreated();

        Burden burden = Burden.of(fhir, id, "");
        assertThat(burden.questions("baseline")).isEqualTo(50 - 2 + 1);
        assertThat(burden.instruments("baseline")).contains("nrs-fatigue|1.0.0").doesNotContain("nrs-pain-hip|1.0.0");
        assertThat(Burden.of(fhir, "knee-osteoarthritis", "").questions("baseline"))
                .isEqualTo(50);
        assertThat(fhir.count("PlanDefinition", Map.of("derived-from", SHIPPED, "_id", id)))
                .isOne();
    }

    /** The core is one action; whoever wants less of it names the rest. */
    @Test
    void anOutcomeOfTheCoreIsDropped() {
        PlanDefinition own = fhir.get("PlanDefinition/knee-osteoarthritis").stored(PlanDefinition.class);
        PlanDefinition core = fhir.get("PlanDefinition/generic-core").stored(PlanDefinition.class);
        String id = UUID.randomUUID().toString();
        own.setId(id);
        own.setUrl("https://tests.meerwaarde.example/PlanDefinition/" + id);
        own.getAction().removeIf(action -> action.getId().equals("generic-core"));
        core.getAction().stream()
                .filter(action -> !action.getId().equals("anxiety"))
                .forEach(own::addAction);

        assertThat(fhir.put(own)).isCreated();

        assertThat(Burden.of(fhir, id, "").questions("baseline")).isEqualTo(50 - 4);
    }

    /** Without a copy: the own set takes the shipped one over whole, which in turn takes the core. */
    @Test
    void aShippedSetIsTakenOverAndOutcomesAreAdded() {
        TestOutcomeSet own = TestOutcomeSet.unique()
                .taking("knee-osteoarthritis", "baseline", "month-3")
                .asking("fatigue-of-knee", "nrs-fatigue", "month-3")
                .change(it -> it.getAction()
                        .get(1)
                        .getCodeFirstRep()
                        .getCoding()
                        .get(1)
                        .setSystem("https://example.org"));
        assertThat(fhir.put(own.definition())).isCreated();

        Burden burden = new Burden(fhir.get(own.path() + "/$respondent-burden"));
        assertThat(burden.moments()).containsExactly("baseline", "month-3");
        assertThat(burden.questions("baseline")).isEqualTo(50);
        assertThat(burden.questions("month-3")).isEqualTo(51);
    }

    @Test
    void whatAVersionMeasuresDoesNotChange() {
        TestOutcomeSet set = TestOutcomeSet.unique().asking("pain", "promis-pain-interference-4a", "baseline");
        assertThat(fhir.put(set.definition())).isCreated();

        assertThat(fhir.put(
                        set.asking("fatigue", "promis-fatigue-4a", "baseline").definition()))
                .isRefusedWith(scoringChanged(set));
        assertThat(
                        fhir.patch(
                                set.path(),
                                "[{\"op\": \"replace\", \"path\": \"/action/0/extension/0/valueCoding/code\", \"value\": \"month-3\"}]"))
                .isRefusedWith(scoringChanged(set));
    }

    @Test
    void anOutcomeIsAddedByAPatchUnderANewVersion() {
        TestOutcomeSet set = TestOutcomeSet.unique().asking("pain", "promis-pain-interference-4a", "baseline");
        assertThat(fhir.put(set.definition())).isCreated();

        assertThat(fhir.patch(set.path(), """
                        [{"op": "replace", "path": "/version", "value": "1.1.0"},
                         {"op": "add", "path": "/action/-", "value": %s}]""".formatted(
                                json("fatigue", "promis-fatigue-4a", "\"participant\": [{\"type\": \"patient\"}],"))))
                .hasStatus(200);

        Burden burden = new Burden(fhir.get(set.path() + "/$respondent-burden"));
        assertThat(burden.sets()).containsExactly(set.definition().getUrl() + "|1.1.0");
        assertThat(burden.questions("baseline")).isEqualTo(8);
    }

    /** FHIRPath Patch finds the outcome by its name instead of its place. */
    @Test
    void anOutcomeIsDroppedByAPatchUnderANewVersion() {
        TestOutcomeSet set = TestOutcomeSet.unique()
                .asking("pain", "promis-pain-interference-4a", "baseline")
                .asking("fatigue", "promis-fatigue-4a", "baseline");
        assertThat(fhir.put(set.definition())).isCreated();

        assertThat(fhir.patchByFhirPath(set.path(), """
                        {"resourceType": "Parameters", "parameter": [
                          {"name": "operation", "part": [
                            {"name": "type", "valueCode": "replace"},
                            {"name": "path", "valueString": "PlanDefinition.version"},
                            {"name": "value", "valueString": "1.1.0"}]},
                          {"name": "operation", "part": [
                            {"name": "type", "valueCode": "delete"},
                            {"name": "path", "valueString": "PlanDefinition.action.where(id = 'fatigue')"}]}]}""")).hasStatus(200);

        assertThat(new Burden(fhir.get(set.path() + "/$respondent-burden")).instruments("baseline"))
                .containsExactly("promis-pain-interference-4a|1.0.0");
    }

    /** A patch is judged like a whole resource, with everything that is wrong. */
    @Test
    void aWrongPatchIsRefused() {
        TestOutcomeSet set = TestOutcomeSet.unique()
                .asking("pain", "promis-pain-interference-4a", "baseline")
                .switchedOn();
        assertThat(fhir.put(set.definition())).isCreated();

        assertThat(fhir.patch(set.path(), """
                        [{"op": "replace", "path": "/version", "value": "1.1.0"},
                         {"op": "add", "path": "/action/-", "value": %s}]""".formatted(json("pain", "no-such-form", ""))))
                .isRefusedWith(
                        new Complaint(ProblemCode.DUPLICATE_OUTCOME, "PlanDefinition.action[1].code", "'pain'"),
                        new Complaint(ProblemCode.REPORTER_MISSING, "PlanDefinition.action[1].participant", "pain"),
                        new Complaint(
                                ProblemCode.UNKNOWN_QUESTIONNAIRE,
                                "PlanDefinition.action[1].definition",
                                "no-such-form"));
        assertThat(switchedOff(set)).isEqualTo(200);
    }

    @Test
    void textsMayChange() {
        TestOutcomeSet set = TestOutcomeSet.unique()
                .asking("pain", "promis-pain-interference-4a", "baseline", "month-3")
                .asking("fatigue", "promis-fatigue-4a", "baseline");
        assertThat(fhir.put(set.definition())).isCreated();

        assertThat(fhir.put(set.change(it -> {
                            it.setTitle("Another title");
                            it.getActionFirstRep().setTitle("Pijn");
                            Collections.reverse(it.getAction());
                            Collections.reverse(it.getAction().get(1).getExtension());
                        })
                        .definition()))
                .hasStatus(200);
    }

    /** Whoever takes a set over named its version, so that stays. */
    @Test
    void aSetThatIsTakenOverStays() {
        TestOutcomeSet taken = TestOutcomeSet.unique().asking("pain", "promis-pain-interference-4a", "baseline");
        TestOutcomeSet taker = TestOutcomeSet.unique().takingCanonical(taken.canonical());
        assertThat(fhir.put(taken.definition())).isCreated();
        assertThat(fhir.put(taker.definition())).isCreated();
        Complaint inUse = new Complaint(ProblemCode.DEFINITION_IN_USE, "PlanDefinition.url", taken.canonical());

        assertThat(fhir.delete(taken.path())).isRefusedWith(409, List.of(inUse));
        assertThat(fhir.patch(taken.path(), "[{\"op\": \"replace\", \"path\": \"/version\", \"value\": \"2\"}]"))
                .isRefusedWith(409, List.of(inUse));
        assertThat(fhir.delete(taker.path())).succeeded();
        assertThat(fhir.delete(taken.path())).succeeded();
    }

    /** An episode runs along a pathway; a set alone says nothing of an index event. */
    @Test
    void aSetIsNoPathway() {
        TestPatient patient = Patients.create(fhir);
        CarePlan episode = new CarePlan();
        episode.getMeta().addProfile(Canonicals.Profiles.EPISODE);
        episode.setStatus(CarePlan.CarePlanStatus.ACTIVE).setIntent(CarePlan.CarePlanIntent.PLAN);
        episode.getSubject().setReference(patient.reference());
        episode.addInstantiatesCanonical(SHIPPED);

        assertThat(fhir.post(episode))
                .isRefusedAlsoWith(new Complaint(
                        ProblemCode.UNKNOWN_PATHWAY, "CarePlan.instantiatesCanonical[0]", "no pathway " + SHIPPED));
    }

    private int switchedOff(TestOutcomeSet set) {
        return fhir.patch(set.path(), "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"draft\"}]")
                .status();
    }

    private static Complaint scoringChanged(TestOutcomeSet set) {
        return new Complaint(
                ProblemCode.SCORING_CHANGED,
                "PlanDefinition.version",
                "The outcomes, instruments and moments of " + set.canonical());
    }

    private static PlanDefinition.PlanDefinitionActionComponent action(String outcome, String instrument) {
        PlanDefinition own = TestOutcomeSet.unique()
                .asking(outcome, instrument, "baseline", "month-12")
                .definition();
        own.getActionFirstRep().getCodeFirstRep().getCoding().get(1).setSystem("https://example.org/outcome");
        return own.getActionFirstRep();
    }

    private static String json(String outcome, String instrument, String reporter) {
        return """
                {"extension": [{"url": "https://w3id.org/meerwaarde/fhir/StructureDefinition/measurement-moment",
                   "valueCoding": {"system": "https://w3id.org/meerwaarde/fhir/CodeSystem/measurement-moment", "code": "baseline"}}],
                 "title": "%1$s", %3$s
                 "code": [{"coding": [{"system": "https://w3id.org/meerwaarde/fhir/CodeSystem/pathway-action", "code": "outcome"},
                   {"system": "https://w3id.org/meerwaarde/fhir/CodeSystem/outcome", "code": "%1$s"}]}],
                 "definitionCanonical": "https://w3id.org/meerwaarde/fhir/Questionnaire/%2$s"}""".formatted(outcome, instrument, reporter);
    }
}
