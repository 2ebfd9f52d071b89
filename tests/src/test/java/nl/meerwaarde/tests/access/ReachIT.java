package nl.meerwaarde.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.GuardedServer;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestIssuer;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose own is whose, at this moment; and what narrows it or opens it. */
class ReachIT {
    private static Fhir clinician(String reference) {
        return GuardedServer.with(GuardedServer.issuer()
                .token(reference)
                .of(Role.CARE_TEAM_MEMBER)
                .person(reference)
                .scopes("user/*.cruds")
                .signed());
    }

    private static Fhir relative(String id) {
        return GuardedServer.with(GuardedServer.issuer()
                .token("relative")
                .of(Role.RELATED_PERSON)
                .person("RelatedPerson/" + id)
                .scopes("user/*.cruds")
                .signed());
    }

    private static int reading(Fhir fhir, String patient) {
        return fhir.get("Patient/" + patient).status();
    }

    private static Period until(int days) {
        return new Period()
                .setStart(new Date(0))
                .setEnd(java.sql.Date.valueOf(LocalDate.now().plusDays(days)));
    }

    @Test
    void aTeamIsWhoIsInItToday() {
        String patient = Ward.store(Patients.unstored());
        String doctor = Ward.store(new Practitioner());
        Fhir fhir = clinician("Practitioner/" + doctor);
        assertThat(reading(fhir, patient)).isEqualTo(404);
        CareTeam team = Ward.team(patient, "Practitioner/" + doctor);
        team.setId(GuardedServer.ehr().post(team).id());
        assertThat(reading(fhir, patient)).isEqualTo(200);
        team.getParticipantFirstRep().setPeriod(until(-2));
        change(team);
        assertThat(reading(fhir, patient)).isEqualTo(404);
        team.getParticipantFirstRep().setPeriod(until(2));
        change(team);
        assertThat(reading(fhir, patient)).isEqualTo(200);
        team.setPeriod(until(-2));
        change(team);
        assertThat(reading(fhir, patient)).isEqualTo(404);
        team.setPeriod(until(2)).setStatus(CareTeamStatus.INACTIVE);
        change(team);
        assertThat(reading(fhir, patient)).isEqualTo(404);
    }

    private static void change(CareTeam team) {
        assertThat(GuardedServer.ehr().put(team).status()).isEqualTo(200);
    }

    @Test
    void whoIsInATeamInARoleSeesInThatRole() {
        String patient = Ward.store(Patients.unstored());
        String doctor = Ward.store(new Practitioner());
        PractitionerRole role = new PractitionerRole().setPractitioner(new Reference("Practitioner/" + doctor));
        String here = Ward.store(role.copy());
        String elsewhere = Ward.store(role.copy());
        Ward.store(Ward.team(patient, "PractitionerRole/" + here));
        assertThat(reading(clinician("Practitioner/" + doctor), patient)).isEqualTo(200);
        assertThat(reading(clinician("PractitionerRole/" + here), patient)).isEqualTo(200);
        assertThat(reading(clinician("PractitionerRole/" + elsewhere), patient)).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GUARD, 5, '', 200",
        "GUARD, 40, '', 200",
        "GUARD, 40, deny, 200",
        "HPOWATT, 80, '', 200",
        "MTH, 11, '', 200",
        "MTH, 11, deny, 200",
        "MTH, 13, '', 200",
        "MTH, 13, deny, 404",
        "MTH, 16, '', 404",
        "MTH, 16, permit, 200",
        "FRND, 40, '', 404",
        "FRND, 40, permit, 200",
        "FRND, 40, deny, 404",
        "FRND, 11, permit, 404",
        "FRND, 13, permit, 200"
    })
    void aRelativeSeesByLawOrByConsent(String relationship, int age, String said, int status) {
        String patient = Ward.store(Ward.aged(age));
        String relative = Ward.store(Ward.relative(patient, relationship));
        if (!said.isEmpty()) {
            Ward.store(consent(patient, relative, said));
        }
        assertThat(reading(relative(relative), patient)).isEqualTo(status);
    }

    private static Consent consent(String patient, String relative, String said) {
        Consent consent = Ward.consent(patient);
        consent.getProvision()
                .setType(ConsentProvisionType.fromCode(said))
                .addActor(new provisionActorComponent()
                        .setRole(new CodeableConcept(
                                new Coding("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "IRCP", null)))
                        .setReference(new Reference("RelatedPerson/" + relative)));
        return consent;
    }

    /** The patient gives it herself, and takes it back. */
    @Test
    void aConsentCountsFromNowOnAndNoMore() {
        String patient = Ward.store(Ward.aged(60));
        String relative = Ward.store(Ward.relative(patient, "FRND"));
        Fhir own = patient(patient, "user/*.cruds");
        Consent consent = consent(patient, relative, "permit");
        consent.setId(own.post(consent).id());
        assertThat(reading(relative(relative), patient)).isEqualTo(200);
        assertThat(relative(relative).post(consent(patient, relative, "permit")).status())
                .isEqualTo(403);
        consent.setStatus(ConsentState.INACTIVE);
        assertThat(own.put(consent).status()).isEqualTo(200);
        assertThat(reading(relative(relative), patient)).isEqualTo(404);
    }

    @Test
    void aConsentToBeTreatedIsNoneToRead() {
        String patient = Ward.store(Ward.aged(60));
        String relative = Ward.store(Ward.relative(patient, "FRND"));
        Consent consent = consent(patient, relative, "permit");
        consent.setScope(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/consentscope", "treatment", null)));
        Ward.store(consent);
        assertThat(reading(relative(relative), patient)).isEqualTo(404);
    }

    @Test
    void aChildUnderTwelveDoesNotAskByItself() {
        String child = Ward.store(Ward.aged(11));
        assertThat(reading(patient(child, "user/*.cruds"), child)).isEqualTo(404);
        String older = Ward.store(Ward.aged(12));
        assertThat(reading(patient(older, "user/*.cruds"), older)).isEqualTo(200);
    }

    private static Fhir patient(String id, String scopes) {
        return GuardedServer.with(GuardedServer.issuer()
                .token("patient")
                .of(Role.PATIENT)
                .person("Patient/" + id)
                .scopes(scopes)
                .signed());
    }

    @Test
    void aScopeNarrowsWhatARoleAllows() {
        String patient = Ward.store(Patients.unstored());
        String weight = Ward.store(Ward.resource("observations", patient));
        Observation survey = (Observation) Ward.resource("observations", patient);
        survey.addCategory(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/observation-category", "survey", null)));
        String asked = Ward.store(survey);
        Fhir readsOnly = patient(patient, "user/Observation.r");
        assertThat(readsOnly.get("Observation/" + weight).status()).isEqualTo(200);
        assertThat(readsOnly.get("Observation").status()).isEqualTo(403);
        assertThat(reading(readsOnly, patient)).isEqualTo(403);
        Fhir surveys = patient(patient, "user/Observation.rs?category=survey");
        assertThat(surveys.get("Observation/" + asked).status()).isEqualTo(200);
        assertThat(surveys.get("Observation/" + weight).status()).isEqualTo(404);
        assertThat(surveys.get("Observation").body(Bundle.class).getTotal()).isEqualTo(1);
        assertThat(surveys.get("Observation?category=vital-signs")
                        .body(Bundle.class)
                        .getTotal())
                .isZero();
        assertThat(patient(patient, "user/Observation.rs?category=survey user/Observation.rs?status=final")
                        .get("Observation")
                        .status())
                .isEqualTo(403);
        assertThat(patient(patient, "system/*.cruds").get("Observation").status())
                .isEqualTo(403);
        assertThat(patient(patient, "").get("Observation").status()).isEqualTo(403);
    }

    @Test
    void aLaunchIsForOnePatient() {
        Ward ward = Ward.open();
        String second = Ward.store(Patients.unstored());
        Ward.store(Ward.team(second, "Practitioner/" + ward.clinician()));
        Fhir launched = GuardedServer.with(ward.token(Role.CARE_TEAM_MEMBER)
                .scopes("patient/*.rs")
                .with("patient", ward.own())
                .signed());
        assertThat(reading(launched, ward.own())).isEqualTo(200);
        assertThat(reading(launched, second)).isEqualTo(404);
        assertThat(reading(ward.as(Role.CARE_TEAM_MEMBER), second)).isEqualTo(200);
        Fhir elsewhere = GuardedServer.with(ward.token(Role.CARE_TEAM_MEMBER)
                .scopes("patient/*.rs")
                .with("patient", ward.other())
                .signed());
        assertThat(reading(elsewhere, ward.other())).isEqualTo(404);
        Fhir ehr = GuardedServer.with(ward.token(Role.EHR)
                .scopes("patient/*.rs")
                .with("patient", ward.own())
                .signed());
        assertThat(reading(ehr, ward.own())).isEqualTo(200);
        assertThat(reading(ehr, ward.other())).isEqualTo(404);
    }

    /** What a patch makes of a resource is judged like what is sent whole. */
    @Test
    void aPatchMovesNothingToSomebodyElse() {
        Ward ward = Ward.open();
        Fhir launched = GuardedServer.with(ward.token(Role.EHR)
                .scopes("patient/*.cruds")
                .with("patient", ward.own())
                .signed());
        String observation = Ward.store(Ward.resource("observations", ward.own()));
        assertThat(launched.patchByFhirPath("Observation/" + observation, Fhir.json(moving(ward.own())))
                        .status())
                .isEqualTo(200);
        assertThat(launched.patchByFhirPath("Observation/" + observation, Fhir.json(moving(ward.other())))
                        .status())
                .isEqualTo(403);
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        transaction
                .addEntry()
                .setResource(moving(ward.other()))
                .getRequest()
                .setMethod(HTTPVerb.PATCH)
                .setUrl("Observation/" + observation);
        assertThat(launched.bundle(transaction).status()).isEqualTo(403);
        assertThat(GuardedServer.ehr()
                        .get("Observation/" + observation)
                        .stored(Observation.class)
                        .getSubject()
                        .getReference())
                .isEqualTo("Patient/" + ward.own());
    }

    private static Parameters moving(String patient) {
        Parameters patch = new Parameters();
        ParametersParameterComponent operation = patch.addParameter().setName("operation");
        operation.addPart().setName("type").setValue(new CodeType("replace"));
        operation.addPart().setName("path").setValue(new StringType("Observation.subject"));
        operation.addPart().setName("value").setValue(new Reference("Patient/" + patient));
        return patch;
    }

    @Test
    void thePatientWithThatIdAtAnotherServerIsSomebodyElse() {
        String patient = Ward.store(Patients.unstored());
        assertThat(reading(patientAt("https://elsewhere.test/fhir/Patient/" + patient), patient))
                .isEqualTo(404);
        assertThat(reading(
                        patientAt("http://elsewhere.test/fhir/Patient/" + patient)
                                .with("Host", "elsewhere.test"),
                        patient))
                .as("whoever asks says what this server is called")
                .isEqualTo(404);
        assertThat(reading(patientAt(TestIssuer.AUDIENCE + "/Patient/" + patient), patient))
                .isEqualTo(200);
    }

    private static Fhir patientAt(String absolute) {
        return GuardedServer.with(GuardedServer.issuer()
                .token("patient")
                .of(Role.PATIENT)
                .person(absolute)
                .scopes("user/*.rs")
                .signed());
    }

    @Test
    void inAnEmergencyOnePatientIsOpenForReading() {
        Ward ward = Ward.open();
        String response = Ward.store(Ward.resource("responses", ward.other()));
        Fhir member = ward.as(Role.CARE_TEAM_MEMBER);
        Fhir emergency = member.with("X-Emergency-Reason", "Found unconscious");
        assertThat(reading(member, ward.other())).isEqualTo(404);
        assertThat(reading(emergency, ward.other())).isEqualTo(200);
        assertThat(reading(member.with("X-Emergency-Reason", "  "), ward.other()))
                .isEqualTo(404);
        assertThat(total(emergency.get("QuestionnaireResponse?patient=Patient/" + ward.other())))
                .isEqualTo(1);
        assertThat(total(emergency.get("QuestionnaireResponse?_id=" + response)))
                .isZero();
        assertThat(total(member.get("QuestionnaireResponse?patient=Patient/" + ward.other())))
                .isZero();
        assertThat(emergency
                        .put(Ward.resource("responses", ward.other()).setId(response))
                        .status())
                .isEqualTo(404);
        assertThat(emergency.post(Ward.resource("responses", ward.other())).status())
                .isEqualTo(403);
        Fhir patient = ward.as(Role.PATIENT).with("X-Emergency-Reason", "Curious");
        assertThat(reading(patient, ward.other())).isEqualTo(404);
    }

    /** Who guards the hospital's privacy finds every emergency, with who, whom and why, whether it opened anything or not; nobody else does. */
    @Test
    void emergenciesAreReported() {
        Ward ward = Ward.open();
        String why = "Found unconscious " + ward.other();
        Fhir member = ward.as(Role.CARE_TEAM_MEMBER);
        assertThat(reading(member.with("X-Emergency-Reason", why), ward.other()))
                .isEqualTo(200);
        assertThat(reading(member, ward.own())).isEqualTo(200);
        assertThat(reading(ward.as(Role.PATIENT).with("X-Emergency-Reason", why), ward.other()))
                .isEqualTo(404);
        Fhir officer = ward.as(Role.ADMINISTRATOR);
        List<AuditEvent> reported =
                officer.get("AuditEvent?purpose=BTG&_count=500").stored(Bundle.class).getEntry().stream()
                        .map(entry -> (AuditEvent) entry.getResource())
                        .filter(event ->
                                why.equals(event.getPurposeOfEventFirstRep().getText()))
                        .toList();
        assertThat(reported).extracting(event -> event.getOutcome().toCode()).containsExactlyInAnyOrder("0", "4");
        assertThat(reported)
                .allSatisfy(event -> assertThat(event.getEntity())
                        .anyMatch(entity -> ("Patient/" + ward.other())
                                .equals(entity.getWhat().getReference())));
        assertThat(officer.get("AuditEvent?purpose=BTG&_count=500")
                        .stored(Bundle.class)
                        .getEntry())
                .allMatch(entry -> ((AuditEvent) entry.getResource()).hasPurposeOfEvent());
        assertThat(officer.get("AuditEvent?purpose=TREAT").status()).isEqualTo(400);
        assertThat(member.get("AuditEvent?purpose=BTG").status()).isEqualTo(403);
    }

    private static int total(Reply reply) {
        return reply.stored(Bundle.class).getTotal();
    }

    @ParameterizedTest
    @CsvSource({
        "PATIENT, public, '', 404",
        "PATIENT, record-holder, '', 403",
        "PATIENT, '', '', 403",
        "ANALYST, organization, Organization/a, 404",
        "ANALYST, organization, Organization/b, 403",
        "ANALYST, organization, '', 403",
        "ANALYST, registry, '', 403",
        "REGISTRY, registry, '', 403",
        "REGISTRY, public, '', 404",
        "POOLING_NODE, registry, '', 404",
        "REGISTRY, record-holder, '', 403",
        "ADMINISTRATOR, public, '', 403"
    })
    void aReportIsForARecipientThatGoesWithTheRole(Role role, String recipient, String organization, int status) {
        Fhir fhir = GuardedServer.with(GuardedServer.issuer()
                .token("asks")
                .of(role)
                .with("meerwaarde_organization", "Organization/a")
                .scopes("user/*.rs system/*.rs")
                .signed());
        String path = "Measure/$evaluate-measure?measure=https://nowhere.test/Measure/x&periodStart=2025&periodEnd=2025"
                + (recipient.isEmpty() ? "" : "&recipient=" + recipient)
                + (organization.isEmpty() ? "" : "&recipientOrganization=" + organization);
        // Who gets as far as the report is told that there is no such Measure; to a registry none is delivered here.
        assertThat(fhir.get(path).status()).isEqualTo(status);
    }

    @Test
    void aPatientMayAskForAPatientOnly() {
        Ward ward = Ward.open();
        Fhir patient = ward.as(Role.PATIENT);
        assertThat(patient.get("Patient/" + ward.own() + "/$my-team").status()).isEqualTo(200);
        assertThat(patient.get("Patient/" + ward.own() + "/$everything").status())
                .isEqualTo(200);
        assertThat(patient.get("Questionnaire/eq-5d-5l/$populate?subject=Patient/" + ward.own())
                        .status())
                .isEqualTo(200);
        assertThat(List.of(
                        patient.get("Questionnaire/eq-5d-5l/$populate?subject=Patient/" + ward.other())
                                .status(),
                        patient.get("Questionnaire/eq-5d-5l/$populate").status()))
                .containsExactly(404, 403);
    }

    /** Scores are the server's, whoever answers. */
    @Test
    void aPatientAnswersAndNeverWritesAScore() {
        Ward ward = Ward.open();
        Fhir patient = ward.as(Role.PATIENT);
        assertThat(patient.post(Ward.resource("responses", ward.own())).status())
                .isEqualTo(201);
        assertThat(patient.post(Ward.resource("observations", ward.own())).status())
                .isEqualTo(403);
    }

    /** A search in a Bundle finds what the search alone would find. */
    @Test
    void entriesOfABundleAreJudgedAsRequests() {
        Ward ward = Ward.open();
        String own = Ward.store(Ward.resource("observations", ward.own()));
        Ward.store(Ward.resource("observations", ward.other()));
        Bundle batch = new Bundle().setType(Bundle.BundleType.BATCH);
        batch.addEntry().getRequest().setMethod(Bundle.HTTPVerb.GET).setUrl("Observation?status=final,amended");
        batch.addEntry().getRequest().setMethod(Bundle.HTTPVerb.GET).setUrl("Observation/" + own);
        batch.addEntry()
                .setResource(Ward.resource("responses", ward.own()))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("QuestionnaireResponse");
        Bundle answer = ward.as(Role.PATIENT).bundle(batch).stored(Bundle.class);
        assertThat(((Bundle) answer.getEntry().get(0).getResource()).getTotal()).isEqualTo(1);
        assertThat(answer.getEntry().get(1).getResource().getIdElement().getIdPart())
                .isEqualTo(own);
        assertThat(answer.getEntry().get(2).getResponse().getStatus()).startsWith("201");
        batch.addEntry()
                .setResource(Ward.resource("observations", ward.own()))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("Observation");
        assertThat(ward.as(Role.PATIENT).bundle(batch).status()).isEqualTo(403);
        assertThat(ward.as(Role.CARE_TEAM_MEMBER).bundle(batch).status()).isEqualTo(200);
    }

    /** What somebody may store and not read is stored all the same, and not shown. */
    @Test
    void aBundleIsStoredByWhoMayNotReadIt() {
        Ward ward = Ward.open();
        Bundle transaction = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        transaction
                .addEntry()
                .setResource(Ward.resource("responses", ward.own()))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("QuestionnaireResponse");
        Bundle answer = GuardedServer.with(ward.token(Role.PATIENT)
                        .scopes("user/QuestionnaireResponse.c user/Patient.r")
                        .signed())
                .with("Prefer", "return=representation")
                .bundle(transaction)
                .stored(Bundle.class);
        assertThat(answer.getEntryFirstRep().getResource()).isNull();
        String stored = answer.getEntryFirstRep().getResponse().getLocation();
        assertThat(ward.as(Role.PATIENT).get(stored).status()).isEqualTo(200);
    }

    @Test
    void nobodyPutsSomethingWhereNothingIs() {
        Ward ward = Ward.open();
        assertThat(ward.as(Role.PATIENT)
                        .put(Ward.resource("responses", ward.own()).setId("chosen-by-me"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anUnknownPersonHasNoPatients() {
        assertThat(reading(patient("no-such-patient", "user/*.rs"), "no-such-patient"))
                .isEqualTo(404);
    }
}
