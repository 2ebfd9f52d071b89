package nl.meerwaarde.tests.support;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * What {@code $apply} answered as a transaction, and, once it is posted, what became of it.
 *
 * @param patient for whom
 * @param bundle the transaction
 */
public record TestPlan(TestPatient patient, Bundle bundle) {
    /** Applies a pathway, by its id. */
    public static TestPlan of(TestPatient patient, String pathway, Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(parameters);
        all.put("subject", patient.reference());
        all.put("bundle", "true");
        return new TestPlan(
                patient,
                patient.fhir().get("PlanDefinition/" + pathway + "/$apply", all).stored(Bundle.class));
    }

    /** A replacement of a knee that is planned, and posted as it stands. */
    public static TestPlan knee(TestPatient patient, Side side, String plannedFor) {
        return of(patient, "knee-replacement-primary", Map.of("side", side.code(), "index-date", plannedFor))
                .posted();
    }

    public TestPlan posted() {
        FhirAssert.assertThat(patient.fhir().bundle(bundle)).succeeded();
        return this;
    }

    public <T extends Resource> List<T> planned(Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public CarePlan carePlan() {
        return planned(CarePlan.class).get(0);
    }

    public TestEpisode episode(Side side) {
        return new TestEpisode(patient, carePlan().getIdElement().getIdPart(), "", side);
    }

    /** The Task of an instrument at a moment, as it is stored now. */
    public Task task(String moment, String instrument) {
        return patient.fhir().get(path(moment, instrument)).stored(Task.class);
    }

    /** Where the Task of an instrument at a moment is stored. */
    public String path(String moment, String instrument) {
        return planned(Task.class).stream()
                .filter(task -> moment(task).equals(moment) && asked(task).endsWith("/" + instrument))
                .map(task -> "Task/" + task.getIdElement().getIdPart())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + instrument + " at " + moment));
    }

    /** Where the planned index event is stored. */
    public String plannedEvent() {
        return "ServiceRequest/"
                + planned(ServiceRequest.class).get(0).getIdElement().getIdPart();
    }

    /** The messages of a moment, as they are stored now, in the order of sending. */
    public List<CommunicationRequest> messages(String moment) {
        return planned(CommunicationRequest.class).stream()
                .filter(message -> moment(message).equals(moment))
                .map(message -> patient.fhir()
                        .get("CommunicationRequest/" + message.getIdElement().getIdPart())
                        .stored(CommunicationRequest.class))
                .toList();
    }

    /** Every Task of this plan, as it is stored now. */
    public Stream<Task> tasks() {
        return planned(Task.class).stream()
                .map(task -> patient.fhir()
                        .get("Task/" + task.getIdElement().getIdPart())
                        .stored(Task.class));
    }

    /** {@code 2026-01-10 to 2026-09-09}, or empty. */
    public static String window(Task task) {
        return task.getRestriction().getPeriod().hasStart()
                ? task.getRestriction().getPeriod().getStartElement().getValueAsString() + " to "
                        + task.getRestriction().getPeriod().getEndElement().getValueAsString()
                : "";
    }

    /** The Questionnaire that is asked. */
    public static String asked(Task task) {
        return ((CanonicalType) task.getInputFirstRep().getValue()).getValue();
    }

    /** The moment that a Task or message belongs to. */
    public static String moment(DomainResource resource) {
        return ((Coding) resource.getExtensionByUrl(Canonicals.Extensions.MEASUREMENT_MOMENT)
                        .getValue())
                .getCode();
    }
}
