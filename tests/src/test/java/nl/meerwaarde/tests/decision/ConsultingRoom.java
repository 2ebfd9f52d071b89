package nl.meerwaarde.tests.decision;

import java.util.HashMap;
import java.util.Map;
import nl.meerwaarde.tests.support.BrokenResource;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;

/** A patient with an episode, a team, a partner, and another patient next door. */
final class ConsultingRoom {
    static final BrokenResource.File DECISIONS = BrokenResource.read(ConsultingRoom.class, "refused-decisions.json");

    private final Fhir fhir;
    private final TestPatient patient;
    private final TestEpisode episode;
    private final Map<String, String> ids = new HashMap<>();

    ConsultingRoom(Fhir fhir) {
        this.fhir = fhir;
        this.patient = Patients.create(fhir);
        this.episode = patient.episode("knee-replacement-primary", Side.LEFT);
        TestPatient other = Patients.create(fhir);
        ids.put("patient", patient.reference());
        ids.put("other", other.reference());
        ids.put("episode", episode.reference());
        ids.put(
                "others-episode",
                other.episode("knee-replacement-primary", Side.LEFT).reference());
        ids.put("condition", store(condition(patient)));
        ids.put("others-condition", store(condition(other)));
        ids.put("partner", store(new RelatedPerson().setPatient(new Reference(patient.reference()))));
        ids.put("others-partner", store(new RelatedPerson().setPatient(new Reference(other.reference()))));
        ids.put("surgeon", store(new Practitioner()));
        ids.put("stranger", store(new Practitioner()));
        ids.put("former", store(new Practitioner()));
        ids.put("group", store(new Organization().setName("Orthopaedics")));
        String team = store(team());
        episode.change(plan -> plan.addCareTeam(new Reference(team)));
    }

    /** The surgeon takes part in a role; somebody left before the decision. */
    private CareTeam team() {
        PractitionerRole role = new PractitionerRole();
        role.setPractitioner(new Reference(id("surgeon")));
        CareTeam team = new CareTeam();
        team.setStatus(CareTeamStatus.ACTIVE).setSubject(new Reference(patient.reference()));
        team.addParticipant().setMember(new Reference(store(role)));
        team.addParticipant()
                .setMember(new Reference(id("former")))
                .getPeriod()
                .setEndElement(new DateTimeType("2026-01-31"));
        return team;
    }

    private static Condition condition(TestPatient whose) {
        Condition condition = new Condition();
        condition.getCode().setText("Osteoarthritis of the knee");
        condition.setSubject(new Reference(whose.reference()));
        return condition;
    }

    private String store(Resource resource) {
        return resource.fhirType() + "/" + fhir.post(resource).id();
    }

    String id(String who) {
        return String.valueOf(ids.get(who));
    }

    TestPatient patient() {
        return patient;
    }

    TestEpisode episode() {
        return episode;
    }

    Map<String, String> ids() {
        return ids;
    }

    /** The decision to operate, agreed on 10 March 2026. */
    CarePlan decision() {
        return Fhir.CONTEXT.newJsonParser().parseResource(CarePlan.class, DECISIONS.valid(ids));
    }
}
