package nl.meerwaarde.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.TestToken;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelComponent;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.ValueSet;

/**
 * Two patients, of whom one is everybody's own: her relative, who may act for her, and her clinician know nothing of the other one.
 *
 * @param house whose rules are tried
 * @param own id of the one patient
 * @param other id of the other one
 * @param relative id of a RelatedPerson of the one
 * @param clinician id of a Practitioner in the team of the one
 * @param organization id of the Organization that keeps the record of the one
 * @param elsewhere id of the Organization that keeps the record of the other one
 */
record Ward(
        House house,
        String own,
        String other,
        String relative,
        String clinician,
        String organization,
        String elsewhere) {
    private static final String EQ_5D = "https://w3id.org/meerwaarde/fhir/Questionnaire/eq-5d-5l|1.0.0";
    private static final String GUARDIAN = "GUARD";

    static Ward open() {
        return open(House.GUARDED);
    }

    static Ward open(House house) {
        String organization = house.store(new Organization().setName("One hospital"));
        String elsewhere = house.store(new Organization().setName("Another hospital"));
        String own = house.store(patientOf(organization));
        String other = house.store(patientOf(elsewhere));
        String clinician = house.store(new Practitioner());
        house.store(team(own, "Practitioner/" + clinician));
        house.store(team(other, "Practitioner/" + house.store(new Practitioner())));
        return new Ward(house, own, other, house.store(relative(own, GUARDIAN)), clinician, organization, elsewhere);
    }

    /** A patient whose record an organisation keeps. */
    static Patient patientOf(String organization) {
        Patient patient = Patients.unstored();
        patient.setManagingOrganization(new Reference("Organization/" + organization));
        return patient;
    }

    static String store(Resource resource) {
        return House.GUARDED.store(resource);
    }

    static CareTeam team(String patient, String... members) {
        CareTeam team = new CareTeam();
        team.setStatus(CareTeamStatus.ACTIVE).setSubject(new Reference("Patient/" + patient));
        List.of(members).forEach(member -> team.addParticipant().setMember(new Reference(member)));
        return team;
    }

    static RelatedPerson relative(String patient, String... roles) {
        RelatedPerson relative = new RelatedPerson();
        relative.setActive(true).setPatient(new Reference("Patient/" + patient));
        List.of(roles)
                .forEach(role -> relative.addRelationship(new CodeableConcept(
                        new Coding("http://terminology.hl7.org/CodeSystem/v3-RoleCode", role, null))));
        return relative;
    }

    /** Somebody in a role, with all the scopes that such a one can have. */
    Fhir as(Role role) {
        return house.as(role, person(role));
    }

    /** A token in the making for somebody in a role. */
    TestToken token(Role role) {
        return GuardedHouse.token(role, person(role));
    }

    private String person(Role role) {
        return switch (role) {
            case PATIENT -> "Patient/" + own;
            case RELATED_PERSON -> "RelatedPerson/" + relative;
            case CARE_TEAM_MEMBER -> "Practitioner/" + clinician;
            case ORGANIZATION_EHR -> "Organization/" + organization;
            default -> "";
        };
    }

    String patient(boolean isOwn) {
        return isOwn ? own : other;
    }

    /** A new resource of a group of the matrix, of the one patient or of the other one. */
    Resource resource(String group, boolean isOwn) {
        return group.equals("patient")
                ? patientOf(isOwn ? organization : elsewhere)
                : resource(house, group, patient(isOwn));
    }

    /** A new resource of a group of the matrix, about a patient where it is about one. */
    static Resource resource(String group, String patient) {
        return resource(House.GUARDED, group, patient);
    }

    private static Resource resource(House house, String group, String patient) {
        Reference subject = new Reference("Patient/" + patient);
        return switch (group) {
            case "definitions" ->
                new ValueSet().setUrl("https://test.test/" + System.nanoTime()).setStatus(PublicationStatus.DRAFT);
            case "directory" -> new Organization().setName("Some hospital");
            case "patient" -> Patients.unstored();
            case "relatives" -> relative(patient, "FRND");
            case "teams" -> team(patient);
            case "responses" -> response(subject);
            case "observations" ->
                new Observation()
                        .setStatus(ObservationStatus.FINAL)
                        .setCode(text("Weight"))
                        .setSubject(subject)
                        .setValue(new StringType("light"));
            case "plans" ->
                new CarePlan()
                        .setStatus(CarePlanStatus.ACTIVE)
                        .setIntent(CarePlanIntent.PLAN)
                        .setSubject(subject);
            case "record" -> new Condition().setSubject(subject).setCode(text("Knee"));
            case "messages" ->
                new Communication().setStatus(CommunicationStatus.COMPLETED).setSubject(subject);
            case "alerts" ->
                new Flag().setStatus(FlagStatus.ACTIVE).setCode(text("Look")).setSubject(subject);
            case "consents" -> consent(patient);
            case "access-log" -> auditEvent(house, patient);
            case "reports" ->
                new MeasureReport()
                        .setStatus(MeasureReportStatus.COMPLETE)
                        .setType(MeasureReportType.SUMMARY)
                        .setMeasure("https://elsewhere.test/Measure/one")
                        .setPeriod(new Period().setStart(new Date(0)).setEnd(new Date(0)));
            case "subscriptions" ->
                new Subscription()
                        .setStatus(SubscriptionStatus.OFF)
                        .setReason("To be told")
                        .setCriteria("Observation?status=final")
                        .setChannel(new SubscriptionChannelComponent().setType(SubscriptionChannelType.RESTHOOK));
            case "other" -> new Basic().setCode(text("Something")).setSubject(subject);
            default -> throw new IllegalArgumentException("The matrix has a new group: " + group);
        };
    }

    static CodeableConcept text(String words) {
        return new CodeableConcept().setText(words);
    }

    private static QuestionnaireResponse response(Reference subject) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setStatus(QuestionnaireResponse.QuestionnaireResponseStatus.INPROGRESS)
                .setQuestionnaire(EQ_5D)
                .setSubject(subject);
        return response;
    }

    static Consent consent(String patient) {
        Consent consent = new Consent();
        consent.setStatus(ConsentState.ACTIVE)
                .setScope(new CodeableConcept(
                        new Coding("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy", null)))
                .addCategory(new CodeableConcept(new Coding("http://loinc.org", "59284-0", null)))
                .setPatient(new Reference("Patient/" + patient))
                .setPolicyRule(text("As asked"));
        return consent;
    }

    /** The server writes it itself, when somebody looks at a patient. */
    private static AuditEvent auditEvent(House house, String patient) {
        assertThat(house.as(Role.EHR, "").get("Patient/" + patient).status()).isEqualTo(200);
        UUID entry = house.bean(FactDatabase.class)
                .jdbc()
                .queryForList(
                        "select entry from mw_audit_entry where patient = ? and resource_type = 'Patient' order by"
                                + " recorded desc limit 1",
                        UUID.class,
                        patient)
                .get(0);
        AuditEvent event = new AuditEvent();
        event.setId(entry.toString());
        return event;
    }

    /** How old a patient is, by her date of birth. */
    static Patient aged(int years) {
        Patient patient = Patients.unstored();
        patient.setBirthDateElement(new org.hl7.fhir.r4.model.DateType(
                LocalDate.now().minusYears(years).minusDays(1).toString()));
        return patient;
    }

    /** Where the groups of the matrix belong to somebody: to a patient, or to who stored them. */
    static boolean isOfSomebody(String group) {
        return Matrix.rows("resource-groups.csv").stream()
                .filter(row -> group.equals(row.get("group")))
                .map(Map::copyOf)
                .noneMatch(row -> "-".equals(row.get("patients")));
    }
}
