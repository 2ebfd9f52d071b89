package nl.meerwaarde.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.GuardedServer;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Receiver;
import nl.meerwaarde.tests.support.TestSubscription;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two organisations on one server: the record system of each works with its own patients and knows nothing of those of the other one. */
class OrganizationEhrIT {
    private final Ward here = Ward.open();
    /** The same two patients, seen by the record system of the other organisation. */
    private final Ward there = new Ward(
            here.house(),
            here.other(),
            here.own(),
            here.relative(),
            here.clinician(),
            here.elsewhere(),
            here.organization());

    private static Fhir ehr(Ward ward) {
        return ward.as(Role.ORGANIZATION_EHR);
    }

    @Test
    void eachFindsItsOwn() {
        for (Ward ward : List.of(here, there)) {
            String observation = Ward.store(Ward.resource("observations", ward.own()));
            String hidden = Ward.store(Ward.resource("observations", ward.other()));
            Fhir ehr = ehr(ward);
            assertThat(ehr.get("Patient/" + ward.own()).status()).isEqualTo(200);
            assertThat(ehr.get("Patient/" + ward.other()).status()).isEqualTo(404);
            assertThat(ids(ehr, "Patient")).containsExactly(ward.own());
            assertThat(ids(ehr, "Patient?_id=" + ward.own() + "," + ward.other()))
                    .containsExactly(ward.own());
            assertThat(ids(ehr, "Observation")).contains(observation).doesNotContain(hidden);
            assertThat(ids(ehr, "Observation?patient=Patient/" + ward.other())).isEmpty();
            assertThat(ids(ehr, "Patient?organization=Organization/" + ward.elsewhere()))
                    .isEmpty();
            assertThat(ehr.get("Patient/" + ward.own() + "/$everything").status())
                    .isEqualTo(200);
            assertThat(ehr.get("Patient/" + ward.other() + "/$everything").status())
                    .isEqualTo(404);
            assertThat(ids(ehr, "Patient?_id=" + ward.own() + "&_revinclude=Observation:subject"))
                    .contains(observation);
        }
    }

    private static List<String> ids(Fhir fhir, String search) {
        Bundle found = fhir.get(search).stored(Bundle.class);
        assertThat(found.getTotal())
                .as(search)
                .isLessThanOrEqualTo(found.getEntry().size());
        return found.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    @Test
    void eachWritesAboutItsOwn() {
        Fhir ehr = ehr(here);
        String id = ehr.post(Ward.resource("observations", here.own())).id();
        Observation observation = (Observation) Ward.resource("observations", here.own());
        observation.setId(id);
        assertThat(ehr.put(observation).status()).isEqualTo(200);
        observation.setSubject(new Reference("Patient/" + here.other()));
        assertThat(ehr.put(observation).status()).isEqualTo(403);
        assertThat(ehr(there).put(observation).status()).isEqualTo(404);
        assertThat(ehr(there).delete("Observation/" + id).status()).isEqualTo(404);
        assertThat(ehr.patch("Observation/" + id, "[{\"op\": \"remove\", \"path\": \"/subject\"}]")
                        .status())
                .isEqualTo(403);
        assertThat(ehr.delete("Observation/" + id).status()).isBetween(200, 204);
    }

    @Test
    void aPatientIsOfTheOrganizationThatStoresIt() {
        Fhir ehr = ehr(here);
        String id = ehr.post(Ward.patientOf(here.organization())).id();
        assertThat(ehr.get("Patient/" + id).status()).isEqualTo(200);
        assertThat(ehr.post(Patients.unstored()).status()).isEqualTo(403);
        assertThat(ehr.post(Ward.patientOf(here.elsewhere())).status()).isEqualTo(403);
        Patient handedOver = Ward.patientOf(here.elsewhere());
        handedOver.setId(id);
        assertThat(ehr.put(handedOver).status()).isEqualTo(403);
        Patient taken = Ward.patientOf(here.organization());
        taken.setId(here.other());
        assertThat(ehr.put(taken).status()).isEqualTo(404);
        taken.setId("chosen-" + UUID.randomUUID());
        assertThat(ehr.put(taken).status()).isEqualTo(404);
    }

    /** Nobody lets itself in by writing that a patient is treated there. */
    @Test
    void anEpisodeElsewhereOpensNothing() {
        EpisodeOfCare episode = new EpisodeOfCare()
                .setStatus(EpisodeOfCareStatus.ACTIVE)
                .setPatient(new Reference("Patient/" + here.other()))
                .setManagingOrganization(new Reference("Organization/" + here.organization()));
        assertThat(ehr(here).post(episode).status()).isEqualTo(403);
        Ward.store(episode);
        assertThat(ehr(here).get("Patient/" + here.other()).status()).isEqualTo(404);
    }

    /** As a record system sends it: who is new, and what is known of her. */
    @Test
    void aBundleBringsNewPatients() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        String patient = "urn:uuid:" + UUID.randomUUID();
        add(bundle, patient, Ward.patientOf(here.organization()));
        Observation observation = (Observation) Ward.resource("observations", here.own());
        add(bundle, null, observation.setSubject(new Reference(patient)));
        Bundle answer = ehr(here).bundle(bundle).stored(Bundle.class);
        for (BundleEntryComponent entry : answer.getEntry()) {
            String stored = entry.getResponse().getLocation();
            assertThat(ehr(here).get(stored).status()).as(stored).isEqualTo(200);
            assertThat(ehr(there).get(stored.replaceAll("/_history.*", "")).status())
                    .isEqualTo(404);
        }
    }

    private static void add(Bundle bundle, String address, Resource resource) {
        bundle.addEntry()
                .setFullUrl(address)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType());
    }

    @Test
    void aBundleBringsNobodyElses() {
        Bundle foreign = new Bundle().setType(BundleType.TRANSACTION);
        String patient = "urn:uuid:" + UUID.randomUUID();
        add(foreign, patient, Ward.patientOf(here.elsewhere()));
        add(
                foreign,
                null,
                ((Observation) Ward.resource("observations", here.own())).setSubject(new Reference(patient)));
        assertThat(ehr(here).bundle(foreign).status()).isEqualTo(403);

        Bundle named = new Bundle().setType(BundleType.TRANSACTION);
        add(named, "Patient/" + here.other(), Ward.patientOf(here.organization()));
        add(named, null, Ward.resource("observations", here.other()));
        assertThat(ehr(here).bundle(named).status()).isEqualTo(403);

        Bundle chosen = new Bundle().setType(BundleType.TRANSACTION);
        add(chosen, patient, Ward.patientOf(here.organization()));
        chosen.getEntryFirstRep().getRequest().setIfNoneExist("_id=" + here.other());
        assertThat(ehr(here).bundle(chosen).status()).isEqualTo(403);
    }

    /** What would tell of patients elsewhere, or of everybody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "_history",
                "Patient/_history",
                "Patient?_has:Observation:subject:status=final",
                "Observation?subject.identifier=1",
                "Observation?patient:Patient._has:Observation:subject:status=final",
                "Patient/$everything",
                "MeasureReport",
                "Group",
                "Provenance",
                "AuditEvent",
                "Measure/$collect-data?periodStart=2025&periodEnd=2025",
                "Measure/$care-gaps?periodStart=2025&periodEnd=2025&status=open-gap",
                "Measure/$evaluate-measure?measure=x&periodStart=2025&periodEnd=2025",
                "Measure/$evaluate-measure?measure=x&periodStart=2025&periodEnd=2025&recipient=record-holder",
                "Measure/$evaluate-measure?measure=x&periodStart=2025&periodEnd=2025&recipient=registry"
            })
    void whatIsAboutEverybodyIsNotForOneOrganization(String path) {
        assertThat(ehr(here).get(path).status()).isEqualTo(403);
    }

    @Test
    void whoIsDueIsToldOfOnesOwn() {
        String path =
                "Measure/$care-gaps?periodStart=2025&periodEnd=2025&status=open-gap&measureId=knee-replacement-primary-oxford&subject=Patient/";
        assertThat(ehr(here).get(path + here.own()).status()).isEqualTo(200);
        assertThat(ehr(here).get(path + here.other()).status()).isEqualTo(404);
    }

    @Test
    void figuresAreThoseOfTheOwnOrganization() {
        String path = "Measure/$evaluate-measure?measure=https://nowhere.test/Measure/x&periodStart=2025&periodEnd=2025"
                + "&recipient=organization&recipientOrganization=Organization/";
        assertThat(ehr(here).get(path + here.organization()).status())
                .as("gets as far as the Measure, which is not there")
                .isEqualTo(404);
        assertThat(ehr(here).get(path + here.elsewhere()).status()).isEqualTo(403);
    }

    /** Registers who works there; what is there already may be somebody else's. */
    @Test
    void theDirectoryIsAddedTo() {
        String id = ehr(here).post(new Practitioner().setActive(true)).id();
        assertThat(ehr(there).get("Practitioner/" + id).status()).isEqualTo(200);
        Practitioner changed = new Practitioner().setActive(false);
        changed.setId(id);
        assertThat(ehr(there).put(changed).status()).isEqualTo(403);
        assertThat(ehr(there).delete("Practitioner/" + id).status()).isEqualTo(403);
    }

    @Test
    void aLaunchIsForOnePatientOfTheOrganization() {
        for (String patient : List.of(here.own(), here.other())) {
            Fhir launched = GuardedServer.with(here.token(Role.ORGANIZATION_EHR)
                    .scopes("patient/*.rs")
                    .with("patient", patient)
                    .signed());
            assertThat(launched.get("Patient/" + patient).status()).isEqualTo(patient.equals(here.own()) ? 200 : 404);
        }
    }

    @Test
    void itIsToldOfItsOwn() {
        try (Receiver receiver = Receiver.start()) {
            TestSubscription.to("Observation?status=final", receiver.address()).stored(ehr(here));
            Ward.store(Ward.resource("observations", here.other()));
            String own = Ward.store(Ward.resource("observations", here.own()));
            assertThat(receiver.awaitAccepted(1).get(0).path()).endsWith("/Observation/" + own);
        }
    }

    /** An organisation that is none of this server is no reason to see everybody. */
    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.test/fhir/Organization/o1", "o1", "Patient/1", ""})
    void anOrganizationOfAnotherServerSeesNothing(String organization) {
        Fhir ehr = GuardedServer.with(GuardedServer.issuer()
                .token("ehr-of-somewhere")
                .of(Role.EHR)
                .with("meerwaarde_organization", organization)
                .scopes("system/*.cruds")
                .signed());
        assertThat(ehr.get("Patient/" + here.own()).status()).isEqualTo(403);
        Fhir several = GuardedServer.with(GuardedServer.issuer()
                .token("ehr-of-somewhere")
                .of(Role.EHR)
                .with("meerwaarde_organization", Map.of("id", organization))
                .scopes("system/*.cruds")
                .signed());
        assertThat(several.get("Patient/" + here.own()).status()).isEqualTo(403);
        Fhir unknown = GuardedServer.with(here.token(Role.ORGANIZATION_EHR)
                .with("meerwaarde_organization", "Organization/none")
                .signed());
        assertThat(unknown.get("Patient/" + here.own()).status()).isEqualTo(404);
    }
}
