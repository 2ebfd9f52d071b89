package nl.meerwaarde.tests.team;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.BrokenResource;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A team whose roles and periods cannot be true is refused on every way in, with everything that is wrong, and nothing of it is stored. */
class RefusedTeamIT {
    private static final Fhir FHIR = TestServer.fhir();
    private static final BrokenResource.File TEAMS = BrokenResource.read(RefusedTeamIT.class, "refused-teams.json");
    private static final Map<String, String> NAMES = new HashMap<>();
    private static final Complaint NO_CONTACT = new Complaint(
            ProblemCode.TEAM_INCOMPLETE, "CareTeam.participant", "nobody as Contact person from 2026-07-01");

    @BeforeAll
    static void hire() {
        Staff staff = new Staff(FHIR);
        String patient = Patients.create(FHIR).reference();
        String other = Patients.create(FHIR).reference();
        NAMES.put("patient", patient);
        NAMES.put("other", other);
        NAMES.put("surgeon", staff.practitioner("dr. Snijder", "1"));
        NAMES.put("nurse", staff.practitioner("Zorg", "2"));
        NAMES.put("specialist", staff.practitioner("Regel", "3"));
        NAMES.put("hospital", staff.organization("Ziekenhuis", "4"));
        NAMES.put("sister", staff.relative("Zus", patient));
        NAMES.put("stranger", staff.relative("Vreemde", other));
        NAMES.put("group", staff.group());
    }

    @TestFactory
    Stream<DynamicTest> refusals() {
        return TEAMS.cases().stream()
                .map(it -> dynamicTest(it.title(), () -> {
                    assertThat(FHIR.post("CareTeam", broken(it, newId()))).isRefusedWith(422, it.complaints());
                    assertThat(FHIR.with("Accept-Language", "nl").post("CareTeam", broken(it, newId())))
                            .isRefusedWith(422, it.dutch());
                }));
    }

    /** The same is wrong with an update, which leaves what was there. */
    @TestFactory
    Stream<DynamicTest> refusedUpdates() {
        return TEAMS.cases().stream()
                .map(it -> dynamicTest(it.title(), () -> {
                    String id = newId();
                    assertThat(FHIR.put("CareTeam/" + id, valid(id))).isCreated();
                    assertThat(FHIR.put("CareTeam/" + id, broken(it, id))).isRefusedWith(422, it.complaints());
                    assertThat(FHIR.get("CareTeam/" + id)
                                    .stored(CareTeam.class)
                                    .getMeta()
                                    .getVersionId())
                            .isEqualTo("1");
                }));
    }

    @Test
    void aPatchIsJudgedByItsResult() {
        String id = stored();
        assertThat(FHIR.patch("CareTeam/" + id, """
                        [{"op": "replace", "path": "/participant/2/period/start", "value": "2026-07-02"}]""")).isRefusedWith(NO_CONTACT);
        assertThat(FHIR.patch("CareTeam/" + id, """
                        [{"op": "replace", "path": "/participant/1/period/end", "value": "2026-05-31"},
                         {"op": "replace", "path": "/participant/2/period/start", "value": "2026-06-01"}]""")).succeeded();
    }

    @Test
    void aBatchTakesWhatIsRight() {
        Bundle batch = new Bundle().setType(BundleType.BATCH);
        Bundles.create(batch, team(valid(newId())));
        Bundles.create(batch, team(broken(TEAMS.cases().get(1), newId())));

        List<Bundle.BundleEntryComponent> answers =
                FHIR.bundle(batch).stored(Bundle.class).getEntry();

        assertThat(answers.get(0).getResponse().getStatus()).startsWith("201");
        assertThat(answers.get(1).getResponse().getStatus()).startsWith("422");
    }

    /** The members come in the same transaction: what kind each is counts once they are stored. */
    @Test
    void aTransactionIsRefusedAsAWhole() {
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        Practitioner surgeon = new Practitioner();
        surgeon.addIdentifier()
                .setSystem("https://tests.meerwaarde.example")
                .setValue(UUID.randomUUID().toString());
        CareTeam team = team(valid(newId()));
        team.getParticipant().get(0).setMember(Bundles.create(transaction, surgeon));
        RelatedPerson uncle = new RelatedPerson().setPatient(new Reference(NAMES.get("other")));
        team.getParticipant().get(4).setMember(Bundles.create(transaction, uncle));
        Bundles.create(transaction, team);

        assertThat(FHIR.bundle(transaction))
                .isRefusedWith(new Complaint(
                        ProblemCode.UNSUITABLE_TEAM_ROLE,
                        "CareTeam.participant[4].member",
                        "a relative of another patient"));
        assertThat(FHIR.count(
                        "Practitioner",
                        Map.of("identifier", surgeon.getIdentifierFirstRep().getValue())))
                .isZero();
        uncle.setPatient(new Reference(NAMES.get("patient")));
        assertThat(FHIR.bundle(transaction)).succeeded();
    }

    @Test
    void whatATeamWasIsInItsVersionsAndPeriods() {
        String id = stored();
        CareTeam team = FHIR.get("CareTeam/" + id).stored(CareTeam.class);
        team.addParticipant(new TestTeam(new CareTeam())
                .with(NAMES.get("nurse"), "physiotherapist", TestTeam.during("2026-09-01", ""))
                .resource()
                .getParticipantFirstRep());
        assertThat(FHIR.put(team)).succeeded();

        assertThat(FHIR.get("CareTeam/" + id + "/_history/1")
                        .stored(CareTeam.class)
                        .getParticipant())
                .hasSize(5);
        assertThat(FHIR.get("CareTeam/" + id).stored(CareTeam.class).getParticipant())
                .hasSize(6);
    }

    /** Who does not use our roles is not bound by our rules; who is putting a team together need not be ready. */
    @Test
    void otherTeamsAndTeamsInTheMakingPass() {
        CareTeam others = new CareTeam();
        others.addParticipant().addRole().setText("Something else");
        assertThat(FHIR.post(others)).isCreated();

        CareTeam proposed = TestTeam.of(NAMES.get("patient"), "2026-01-01")
                .with(NAMES.get("surgeon"), "surgeon main-practitioner")
                .resource()
                .setStatus(CareTeam.CareTeamStatus.PROPOSED);
        assertThat(FHIR.post(proposed)).isCreated();
    }

    @Test
    void aGroupHasATeamThatOwnsItsOutcomes() {
        CareTeam team = TestTeam.of(NAMES.get("group"), "2024-01-01")
                .with(NAMES.get("surgeon"), "surgical-oncologist lead", TestTeam.onBehalfOf(NAMES.get("hospital")))
                .with(NAMES.get("hospital"), "supplier-data-it")
                .resource();
        assertThat(FHIR.post(team)).isCreated();
    }

    private static String stored() {
        String id = newId();
        assertThat(FHIR.put("CareTeam/" + id, valid(id))).isCreated();
        return id;
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    /** The team without the changes, which must be fine: otherwise a case would prove nothing. */
    private static String valid(String id) {
        return TEAMS.valid(withId(id));
    }

    private static String broken(BrokenResource broken, String id) {
        return TEAMS.broken(broken, withId(id));
    }

    private static Map<String, String> withId(String id) {
        Map<String, String> names = new HashMap<>(NAMES);
        names.put("id", id);
        return names;
    }

    private static CareTeam team(String json) {
        return Fhir.CONTEXT.newJsonParser().parseResource(CareTeam.class, json);
    }
}
