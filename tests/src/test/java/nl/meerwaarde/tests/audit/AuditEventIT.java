package nl.meerwaarde.tests.audit;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** The trail is served as AuditEvents of IHE's patterns, to be read and searched and never written. */
class AuditEventIT {
    private static final String BALP = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);

    private String observed() {
        Observation observation = new Observation().setStatus(ObservationStatus.FINAL);
        observation.getCode().setText("x");
        observation.setSubject(new Reference(patient.reference()));
        return fhir.post(observation).id();
    }

    private List<AuditEvent> events(Map<String, String> parameters) {
        return fhir.get("AuditEvent", parameters).stored(Bundle.class).getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .toList();
    }

    /** The only one, without those of looking at the trail. */
    private AuditEvent event(String interaction) {
        List<AuditEvent> events = events(Map.of("patient", patient.reference(), "subtype", interaction)).stream()
                .filter(event -> event.getEntity().stream().noneMatch(AuditEventIT::asksForTheTrail))
                .toList();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    @Test
    void eachInteractionFollowsItsPattern() {
        String observation = observed();
        assertThat(fhir.get("Observation/" + observation)).succeeded();
        assertThat(fhir.get("Observation/" + observation + "/_history/1")).succeeded();
        assertThat(fhir.get("Observation?patient=" + patient.id() + "&status=final"))
                .succeeded();
        assertThat(fhir.patch(
                        "Observation/" + observation,
                        "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"amended\"}]"))
                .succeeded();
        assertThat(fhir.delete("Observation/" + observation)).succeeded();
        assertPattern(event("read"), "PatientRead", "R", "110152", "110153", "IRCP");
        assertPattern(event("vread"), "PatientRead", "R", "110152", "110153", "IRCP");
        assertPattern(event("search-type"), "PatientQuery", "E", "110153", "110152", "IRCP");
        assertPattern(event("patch"), "PatientUpdate", "U", "110153", "110152", "AUT");
        assertPattern(event("delete"), "PatientDelete", "D", "110150", "custodian", "AUT");
        assertThat(events(Map.of("entity", "Observation/" + observation, "action", "C")))
                .singleElement()
                .satisfies(event -> assertPattern(event, "PatientCreate", "C", "110153", "110152", "AUT"));
    }

    /** What BALP's profiles ask of every one of them, as far as we read them: the package itself is not here. */
    private static void assertPattern(
            AuditEvent event, String profile, String action, String client, String server, String user) {
        assertThat(event.getMeta().getProfile()).extracting(it -> it.getValue()).containsExactly(BALP + profile);
        assertThat(event.getType().getCode()).isEqualTo("rest");
        assertThat(event.getSubtype()).hasSize(1);
        assertThat(event.getAction().toCode()).isEqualTo(action);
        assertThat(event.getOutcome().toCode()).isEqualTo("0");
        assertThat(event.getAgent())
                .extracting(agent -> agent.getType().getCodingFirstRep().getCode())
                .containsExactly(client, server, user);
        assertThat(event.getAgent().subList(0, 2))
                .allSatisfy(machine -> assertThat(
                                machine.hasWho() && machine.getNetwork().hasAddress() && !machine.hasMedia())
                        .isTrue());
        assertThat(event.getAgent().get(2).getRequestor()).isTrue();
        assertThat(event.getAgent().get(2).hasNetwork()).isFalse();
        assertThat(event.getEntity())
                .extracting(entity -> entity.getType().getCode())
                .containsExactly("XrequestId", "2", "1");
        AuditEventEntityComponent concerned = event.getEntity().get(2);
        assertThat(concerned.getRole().getCode()).isEqualTo("1");
        AuditEventEntityComponent object = event.getEntity().get(1);
        if (profile.endsWith("Query")) {
            assertThat(object.getRole().getCode()).isEqualTo("24");
            assertThat(object.hasWhat() || object.hasDetail()).isFalse();
            assertThat(new String(object.getQuery(), StandardCharsets.UTF_8)).contains("/Observation?patient=");
        } else {
            assertThat(object.getRole().getCode()).isEqualTo("4");
            assertThat(object.getWhat().getReference()).startsWith("Observation/");
        }
    }

    /** Against FHIR R4 itself: IHE's profiles are not here. */
    @Test
    void everyEventIsValid() {
        String observation = observed();
        assertThat(fhir.get("Observation/" + observation)).succeeded();
        assertThat(fhir.get("Patient/" + patient.id() + "/$my-team")).succeeded();
        assertThat(fhir.with("X-Emergency-Reason", "it <burns> & \"hurts\"").get(patient.reference()))
                .succeeded();
        assertThat(fhir.get("Observation?patient=" + patient.id() + "&nonsense=1"))
                .hasStatus(400);
        List<AuditEvent> events = events(Map.of("patient", patient.id()));
        assertThat(events).hasSizeGreaterThanOrEqualTo(5);
        FhirValidator validator = Fhir.CONTEXT
                .newValidator()
                .registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                        new DefaultProfileValidationSupport(Fhir.CONTEXT),
                        new CommonCodeSystemsTerminologyService(Fhir.CONTEXT),
                        new InMemoryTerminologyServerValidationSupport(Fhir.CONTEXT))));
        for (AuditEvent event : events) {
            event.setMeta(null);
            assertThat(validator.validateWithResult(event).getMessages())
                    .as(Fhir.json(event))
                    .noneMatch(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0);
        }
    }

    @Test
    void whatWasRefusedFollowsNoPatternOfSuccess() {
        assertThat(fhir.get("Observation?patient=" + patient.id() + "&nonsense=1"))
                .hasStatus(400);
        AuditEvent refused =
                events(Map.of("patient", patient.id(), "outcome", "4")).get(0);
        assertThat(refused.getMeta().hasProfile()).isFalse();
        assertThat(refused.getOutcome().toCode()).isEqualTo("4");
        assertThat(refused.getOutcomeDesc()).isEqualTo("HTTP 400");
    }

    @Test
    void whyTheGlassWasBrokenIsTold() {
        assertThat(fhir.with("X-Emergency-Reason", "unconscious").get(patient.reference()))
                .succeeded();
        AuditEvent event = event("read");
        assertThat(event.getPurposeOfEventFirstRep().getCodingFirstRep().getCode())
                .isEqualTo("BTG");
        assertThat(event.getPurposeOfEventFirstRep().getText()).isEqualTo("unconscious");
        assertThat(text(event)).contains("noodsituatie", "unconscious");
    }

    @Test
    void aPatientReadsItInDutchUnlessAskedOtherwise() {
        assertThat(fhir.get(patient.reference())).succeeded();
        assertThat(text(event("read"))).contains("Op ", " heeft ", "uw persoonsgegevens gelezen");
        Bundle english = fhir.with("Accept-Language", "en")
                .get("AuditEvent", Map.of("patient", patient.id(), "subtype", "read"))
                .stored(Bundle.class);
        assertThat(text((AuditEvent) english.getEntryFirstRep().getResource())).contains("read your personal data");
    }

    private static String text(AuditEvent event) {
        return event.getText().getDivAsString();
    }

    @Test
    void searchesFindAndPage() {
        for (int i = 0; i < 5; i++) {
            assertThat(fhir.get(patient.reference())).succeeded();
        }
        Bundle page = fhir.get("AuditEvent?patient=" + patient.id() + "&subtype=read&_count=2")
                .stored(Bundle.class);
        assertThat(page.getTotal()).isEqualTo(5);
        assertThat(page.getEntry()).hasSize(2);
        int seen = 2;
        while (page.getLink("next") != null) {
            String next = page.getLink("next").getUrl();
            page = new Fhir(next.substring(0, next.indexOf("/AuditEvent")))
                    .get(next.substring(next.indexOf("AuditEvent")))
                    .stored(Bundle.class);
            seen += page.getEntry().size();
        }
        assertThat(seen).isEqualTo(5);
        List<AuditEvent> oldestFirst = events(Map.of("patient", patient.id(), "_sort", "date"));
        assertThat(oldestFirst).isSortedAccordingTo((a, b) -> a.getRecorded().compareTo(b.getRecorded()));
        assertThat(events(Map.of("patient", patient.id(), "date", "lt2020-01-01")))
                .isEmpty();
        assertThat(events(Map.of("patient", patient.id(), "date", "ge2020-01-01")))
                .isNotEmpty();
        assertThat(events(Map.of("_id", oldestFirst.get(0).getIdPart()))).hasSize(1);
        assertThat(fhir.get("AuditEvent/" + oldestFirst.get(0).getIdPart())
                        .stored(AuditEvent.class)
                        .getRecorded())
                .isEqualTo(oldestFirst.get(0).getRecorded());
    }

    @Test
    void readingTheTrailIsRecordedToo() {
        assertThat(fhir.get("AuditEvent?patient=" + patient.id())).succeeded();
        assertThat(events(Map.of("patient", patient.id(), "subtype", "search-type")))
                .anyMatch(event -> event.getEntity().stream().anyMatch(AuditEventIT::asksForTheTrail));
    }

    private static boolean asksForTheTrail(AuditEventEntityComponent entity) {
        return entity.hasQuery() && new String(entity.getQuery(), StandardCharsets.UTF_8).contains("/AuditEvent?");
    }

    @Test
    void everythingThatIsWrongWithASearchIsTold() {
        assertThat(fhir.get(
                        "AuditEvent?nonsense=1&outcome=7&date=yesterday&_id=x&_count=-1&entity=5&action=Z&_sort=type"))
                .hasStatus(400)
                .leaksNothing();
        assertThat(fhir.get(
                                "AuditEvent?nonsense=1&outcome=7&date=yesterday&_id=x&_count=-1&entity=5&action=Z&_sort=type")
                        .issues())
                .hasSize(8);
    }

    @Test
    void nobodyWritesIt() {
        AuditEvent invented = events(Map.of("patient", patient.id())).get(0);
        invented.setId("AuditEvent/" + UUID.randomUUID());
        Complaint readOnly = new Complaint(ProblemCode.AUDIT_READ_ONLY, "", "written by the server alone");
        Stream.of(
                        fhir.post(invented),
                        fhir.put(invented),
                        fhir.delete("AuditEvent/" + invented.getIdPart()),
                        fhir.patch("AuditEvent/" + invented.getIdPart(), "[]"),
                        fhir.delete("AuditEvent?patient=" + patient.id()))
                .forEach(reply -> assertThat(reply).isRefusedWith(405, List.of(readOnly)));
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        Bundles.create(transaction, invented);
        assertThat(fhir.bundle(transaction)).hasStatus(405);
        assertThat(fhir.get("AuditEvent/" + UUID.randomUUID())).hasStatus(404);
        assertThat(fhir.get("AuditEvent/x")).hasStatus(404);
    }

    @Test
    void theCapabilityStatementSaysSo() {
        CapabilityStatementRestResourceComponent said = fhir
                .with("Cache-Control", "no-cache")
                .get("metadata")
                .stored(CapabilityStatement.class)
                .getRestFirstRep()
                .getResource()
                .stream()
                .filter(resource -> resource.getType().equals("AuditEvent"))
                .findFirst()
                .orElseThrow();
        assertThat(said.getInteraction())
                .extracting(interaction -> interaction.getCode().toCode())
                .containsExactlyInAnyOrder("read", "search-type");
        assertThat(said.getSearchParam())
                .extracting(parameter -> parameter.getName())
                .containsExactly(
                        "_id", "action", "address", "agent", "altid", "date", "entity", "outcome", "patient", "purpose",
                        "subtype");
    }
}
