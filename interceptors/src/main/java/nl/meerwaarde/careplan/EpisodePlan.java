package nl.meerwaarde.careplan;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * An episode that is planned and not stored: resources with ids of their own that refer to each other.
 *
 * @param carePlan the episode
 * @param goals slots to be filled in
 * @param planned the planned index event; none or one
 * @param tasks questionnaires to be asked
 * @param messages what announces them
 */
record EpisodePlan(
        CarePlan carePlan,
        List<Goal> goals,
        List<ServiceRequest> planned,
        List<Task> tasks,
        List<CommunicationRequest> messages) {
    /** What the CarePlan brings along, each after those it refers to. */
    private List<DomainResource> others() {
        return Stream.of(goals, planned, tasks, messages)
                .<DomainResource>flatMap(List::stream)
                .toList();
    }

    /** Tasks and messages without those that are there already; what is planned beside them is left out. */
    EpisodePlan without(Set<String> ids) {
        return new EpisodePlan(
                carePlan,
                List.of(),
                List.of(),
                tasks.stream()
                        .filter(task -> !ids.contains(task.getIdElement().getIdPart()))
                        .toList(),
                messages.stream()
                        .filter(message -> !ids.contains(message.getIdElement().getIdPart()))
                        .toList());
    }

    /** The same under another CarePlan. */
    EpisodePlan with(CarePlan other) {
        return new EpisodePlan(other, goals, planned, tasks, messages);
    }

    /** Tasks and messages. */
    List<Resource> added() {
        return Stream.of(tasks, messages).<Resource>flatMap(List::stream).toList();
    }

    /** A transaction that stores everything under the ids that it has. */
    Bundle transaction() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        Stream.concat(Stream.of(carePlan), others().stream()).forEach(resource -> put(bundle, resource));
        return bundle;
    }

    private static void put(Bundle bundle, Resource resource) {
        bundle.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
    }

    /** The CarePlan with everything else contained. A contained resource refers to the CarePlan as {@code #}. */
    CarePlan whole(FhirContext fhirContext) {
        CarePlan whole = carePlan.copy();
        Map<String, String> local = others().stream()
                .collect(Collectors.toMap(
                        other -> other.fhirType() + "/" + other.getIdElement().getIdPart(),
                        other -> "#" + other.getIdElement().getIdPart()));
        local.put("CarePlan/" + carePlan.getIdElement().getIdPart(), "#");
        others().forEach(other -> {
            DomainResource contained = other.copy();
            contained.setId(other.getIdElement().getIdPart());
            contained.setMeta(null);
            whole.addContained(contained);
            localize(fhirContext, contained, local);
        });
        localize(fhirContext, whole, local);
        whole.setId((String) null);
        return whole;
    }

    private static void localize(FhirContext fhirContext, Resource resource, Map<String, String> local) {
        fhirContext.newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class).stream()
                .filter(reference -> local.containsKey(String.valueOf(reference.getReference())))
                .forEach(reference -> reference.setReference(local.get(reference.getReference())));
    }
}
