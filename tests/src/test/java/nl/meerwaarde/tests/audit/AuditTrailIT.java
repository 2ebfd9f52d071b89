package nl.meerwaarde.tests.audit;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whatever somebody does leaves an entry for each patient that it touches, when it works and when it does not. */
class AuditTrailIT {
    private static final Fhir FHIR = TestServer.fhir();
    private static final JdbcTemplate JDBC = TestServer.jdbc();
    private static final Map<String, String> IDS = new HashMap<>();

    @BeforeAll
    static void admit() {
        String ward = newId();
        IDS.put("ward", ward);
        for (String name : List.of("patient", "other")) {
            IDS.put(
                    name,
                    Patients.create(
                                    FHIR,
                                    patient -> patient.addIdentifier()
                                            .setSystem("urn:ward")
                                            .setValue(ward))
                            .id());
        }
        for (String name : List.of("observation", "moving", "same", "patched", "deleted", "conditional", "gone")) {
            IDS.put(name, observed(name));
        }
        assertThat(FHIR.delete("Observation/" + IDS.get("gone"))).succeeded();
        Organization house = new Organization().setName("x");
        house.addIdentifier().setSystem("urn:house").setValue(ward);
        IDS.put("organization", FHIR.post(house).id());
        for (String name : List.of("nobody", "first", "second")) {
            IDS.put(name, newId());
        }
    }

    private static String observed(String name) {
        Observation observation = new Observation().setStatus(ObservationStatus.FINAL);
        observation.setId("Observation/" + newId());
        observation.getCode().setText("x");
        observation.setSubject(new Reference("Patient/" + IDS.get("patient")));
        if (name.equals("conditional")) {
            observation.addIdentifier().setSystem("urn:gone").setValue(IDS.get("ward"));
        }
        return FHIR.put(observation).id();
    }

    private static String newId() {
        return "a" + UUID.randomUUID();
    }

    @TestFactory
    Stream<DynamicTest> everyAccessIsRecorded() {
        return AccessCase.all().stream()
                .map(it -> dynamicTest(it.title(), () -> {
                    String request = newId();
                    assertThat(it.send(FHIR, request, IDS)).hasStatus(it.status());
                    List<RecordedAccess> recorded = RecordedAccess.of(JDBC, request);
                    assertThat(recorded.stream()
                                    .map(access -> it.entries().stream().anyMatch(entry -> entry.contains("/* "))
                                                    && !it.expected(IDS).contains(access.toString())
                                            ? access.withoutId()
                                            : access.toString()))
                            .containsExactlyInAnyOrderElementsOf(it.expected(IDS));
                    assertThat(recorded)
                            .allSatisfy(access -> assertThat(access.query())
                                    .contains(AccessCase.named(it.query() == null ? "" : it.query(), IDS)))
                            .allSatisfy(access ->
                                    assertThat(access.reason()).isEqualTo(it.reason() == null ? "" : it.reason()));
                }));
    }

    /** Nobody gets what he could not be held to account for, and nothing is stored that nobody is known to have sent. */
    @Test
    void anAccessThatCannotBeRecordedFails() {
        TestPatient patient = Patients.create(FHIR);
        String id = newId();
        Observation observation = new Observation().setStatus(ObservationStatus.FINAL);
        observation.setId("Observation/" + id);
        observation.getCode().setText("x");
        observation.setSubject(new Reference(patient.reference()));
        JDBC.execute("alter table mw_audit_unsealed rename to mw_audit_elsewhere");
        try {
            assertThat(FHIR.get(patient.reference())).hasStatus(503).leaksNothing();
            assertThat(FHIR.put(observation)).hasStatus(503).leaksNothing();
            assertThat(FHIR.get("Patient/" + newId())).hasStatus(503).leaksNothing();
        } finally {
            JDBC.execute("alter table mw_audit_elsewhere rename to mw_audit_unsealed");
        }
        assertThat(FHIR.get("Observation/" + id)).hasStatus(404);
        assertThat(FHIR.get(patient.reference())).succeeded();
    }
}
