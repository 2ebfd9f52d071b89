package nl.meerwaarde.tests.consent;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.disclosure.ChangedPolicies;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.KneeRegistry;
import nl.meerwaarde.tests.support.KneeRegistry.Knee;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Group;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One of sixty patients of five hospitals objects. */
class ObjectionIT {
    private static final int HOSPITALS = 5;
    private static final int PATIENTS = 12;
    private static final int EVERYBODY = HOSPITALS * PATIENTS;

    private final Fhir fhir = TestServer.fhir();
    private final KneeRegistry registry = KneeRegistry.of(fhir);
    private final List<String> hospitals = IntStream.range(0, HOSPITALS)
            .mapToObj(i -> KneeRegistry.hospital(fhir, UUID.randomUUID().toString()))
            .toList();
    private String objector = "";

    @BeforeEach
    void treatPatients() {
        registry.join(fhir);
        hospitals.forEach(hospital -> registry.treat(
                fhir,
                hospital,
                IntStream.range(0, PATIENTS).mapToObj(ObjectionIT::knee).toList()));
        objector = ofFirstHospital().get(0);
    }

    private static Knee knee(int i) {
        AdministrativeGender sex = i % 2 == 0 ? AdministrativeGender.FEMALE : AdministrativeGender.MALE;
        return new Knee(sex, 1950, "nl", 3, LocalDate.of(2014, 3, 1 + i), 12, 36);
    }

    private List<String> ofFirstHospital() {
        return TestServer.jdbc()
                .queryForList(
                        "select patient_id from mw_episode where organization_id = ? order by index_from",
                        String.class,
                        hospitals.get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "record-holder, 60",
        "registry, 60",
        "public, 59",
        "organization, 59",
    })
    void anObjectionCountsAtOnceForWhoKnowsOfPatientsOnADocumentedGround(String recipient, int counted) {
        assertThat(fhir.post(Consents.objection(objector))).isCreated();

        assertThat(eligible(recipient)).isEqualTo(counted);
    }

    @Test
    void whoEndsTheObjectionIsCountedAgain() {
        Consent ended = stored(Consents.objection(objector));
        assertThat(eligible("public")).isEqualTo(EVERYBODY - 1);
        ended.setStatus(ConsentState.INACTIVE);
        assertThat(fhir.put(ended)).succeeded();
        assertThat(eligible("public")).isEqualTo(EVERYBODY);

        Consent deleted = stored(Consents.objection(objector));
        assertThat(eligible("public")).isEqualTo(EVERYBODY - 1);
        assertThat(fhir.delete("Consent/" + deleted.getIdElement().getIdPart())).succeeded();
        assertThat(eligible("public")).isEqualTo(EVERYBODY);
    }

    /** An objection wins, whichever came later: a permission that was given once does not take it back. */
    @Test
    void consentIsAskedOfEverybodyWhereItIsTheGround() {
        try (ChangedPolicies changed = Grounds.changed(fhir, Grounds.RELEASED_TO, "consent")) {
            assertThat(eligible("public")).isZero();
            List<String> permitting = TestServer.jdbc()
                    .queryForList(
                            "select patient_id from mw_episode where pathway = ?",
                            String.class,
                            registry.pathway().getUrl());
            permitting.forEach(patient ->
                    assertThat(fhir.post(Consents.permission(patient))).isCreated());
            assertThat(eligible("public")).isEqualTo(EVERYBODY);

            assertThat(fhir.post(Consents.objection(objector))).isCreated();
            assertThat(eligible("public")).isEqualTo(EVERYBODY - 1);
        }
    }

    /** It treats her. */
    @Test
    void theHospitalKnowsOfAllItsPatients() {
        assertThat(fhir.post(Consents.objection(objector))).isCreated();
        String own = "Organization/" + hospitals.get(0);

        assertThat(eligible("organization", "&recipientOrganization=" + own + "&reporter=" + own))
                .isEqualTo(PATIENTS);
    }

    @Test
    void whatAMergedPatientSaysIsSaidByTheOther() {
        Patient other = Patients.unstored();
        other.addLink().setType(LinkType.REPLACEDBY).setOther(new Reference("Patient/" + objector));
        String replaced = fhir.post(other).id();

        assertThat(fhir.post(Consents.objection(replaced))).isCreated();

        assertThat(eligible("public")).isEqualTo(EVERYBODY - 1);
    }

    /** Figures with and without her would tell what hers are. */
    @Test
    void whatWasPublishedStaysAndIsWhatLaterReleasesOfTheYearStandOn() {
        Report published = new Report(publish());
        assertThat(fhir.post(Consents.objection(objector))).isCreated();

        Report later = new Report(report("public", ""));
        Report toOthers = new Report(report("organization", "&recipientOrganization=Organization/" + hospitals.get(1)));

        assertThat(published.count("response-chain", "eligible")).isEqualTo(EVERYBODY);
        assertThat(later.resource().getIdElement().getIdPart())
                .isEqualTo(published.resource().getIdElement().getIdPart());
        assertThat(toOthers.count("response-chain", "eligible")).isEqualTo(EVERYBODY);
        assertThat(asOf(toOthers)).isEqualTo(asOf(published));
    }

    @Test
    void theNextReleaseIsWithoutHer() {
        assertThat(fhir.post(Consents.objection(objector))).isCreated();

        Report published = new Report(publish());
        Report toOthers = new Report(report("organization", "&recipientOrganization=Organization/" + hospitals.get(1)));

        assertThat(published.count("response-chain", "eligible")).isEqualTo(EVERYBODY - 1);
        assertThat(toOthers.count("response-chain", "eligible")).isEqualTo(EVERYBODY - 1);
    }

    @Test
    void recordsOfThoseWhoAreNotCountedDoNotLeave() {
        Group group = new Group().setActual(true).setType(Group.GroupType.PERSON);
        ofFirstHospital().forEach(patient -> group.addMember().setEntity(new Reference("Patient/" + patient)));
        String cohort = "Group/" + fhir.post(group).id();
        assertThat(fhir.post(Consents.objection(objector))).isCreated();
        assertThat(fhir.post(Consents.permission(ofFirstHospital().get(1)))).isCreated();

        assertThat(collected(cohort, "record-holder")).hasSize(PATIENTS);
        try (ChangedPolicies changed = Grounds.study(fhir, "documented")) {
            assertThat(collected(cohort, "study")).hasSize(PATIENTS - 1).doesNotContain(objector);
            assertThat(collected("Patient/" + objector, "study")).isEmpty();
        }
        try (ChangedPolicies changed = Grounds.study(fhir, "consent")) {
            assertThat(collected(cohort, "study"))
                    .containsExactly(ofFirstHospital().get(1));
        }
    }

    private List<String> collected(String subject, String recipient) {
        Reply reply = fhir.get("Measure/$collect-data?measure=" + registry.canonical()
                + "&periodStart=2014&periodEnd=2014&subject=" + subject + "&recipient=" + recipient);
        List<Resource> resources = reply.stored(Parameters.class).getParameter().stream()
                .map(Parameters.ParametersParameterComponent::getResource)
                .toList();
        List<String> patients = resources.stream()
                .filter(Patient.class::isInstance)
                .map(patient -> patient.getIdElement().getIdPart())
                .toList();
        assertThat(resources.stream().filter(CarePlan.class::isInstance)).hasSameSizeAs(patients);
        return patients;
    }

    @Test
    void aConsentThatWouldCountForNothingIsRefused() {
        Consent consent = Consents.objection(objector);
        consent.getMeta().setProfile(null);
        consent.getProvision().setType(null);
        consent.setPatient(new Reference().setDisplay("Somebody"));

        Reply reply = fhir.post(consent);

        assertThat(reply).hasStatus(422);
        assertThat(reply.issues())
                .extracting(issue -> issue.getExpression().get(0).getValue())
                .containsExactly("Consent.patient", "Consent.provision.type");
    }

    @Test
    void twoPopulationsOnOneGridAreRefused() {
        CodeSystem policies = fhir.get("CodeSystem/disclosure-recipient").stored(CodeSystem.class);
        policies.setVersion("two-populations");
        Grounds.change(policies, Set.of("researcher"), "consent");

        Reply reply = fhir.put(policies);

        assertThat(reply).hasStatus(422);
        assertThat(reply.text()).contains("[researcher]");
    }

    private Consent stored(Consent consent) {
        return fhir.post(consent).stored(Consent.class);
    }

    private int eligible(String recipient) {
        return eligible(recipient, "");
    }

    private int eligible(String recipient, String more) {
        return new Report(report(recipient, more)).count("response-chain", "eligible");
    }

    private Reply report(String recipient, String more) {
        return registry.report(fhir, "2014-01-01", "2014-12-31", "&recipient=" + recipient + more);
    }

    private Reply publish() {
        Parameters parameters = new Parameters();
        parameters.addParameter("measure", new StringType(registry.canonical()));
        parameters.addParameter("periodStart", new DateType("2014-01-01"));
        parameters.addParameter("periodEnd", new DateType("2014-12-31"));
        parameters.addParameter("recipient", new StringType("public"));
        parameters.addParameter("publish", new BooleanType(true));
        return fhir.post("Measure/$evaluate-measure", Fhir.json(parameters));
    }

    private static String asOf(Report report) {
        return report.resource()
                .getExtensionByUrl(Extensions.DATA_AS_OF)
                .getValue()
                .primitiveValue();
    }
}
