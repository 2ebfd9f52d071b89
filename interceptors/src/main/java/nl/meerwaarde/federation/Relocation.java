package nl.meerwaarde.federation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.scheduling.QuestionnaireTasks;
import nl.meerwaarde.terminology.Canonicals.Identifiers;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/**
 * Resources of another server under ids of this one. The ids follow from the organisation and the ids they had there: sent again they are the same, and they are never those of
 * anybody else's resources. What refers to a resource that was not sent keeps that as an identifier, so that it points to nothing here by chance.
 */
final class Relocation {
    private static final UUID NAMESPACE =
            Fingerprint.uuid5(UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), Identifiers.DELIVERED_RESOURCE);

    private final FhirTerser terser;
    private final String organization;
    private final Function<Reference, Optional<String>> organizations;
    private final Map<String, String> ids = new HashMap<>();

    /**
     * Of one delivery.
     *
     * @param organization id of whose it is, here
     * @param organizations the id here of an organisation that is referred to
     */
    Relocation(FhirContext fhirContext, String organization, Function<Reference, Optional<String>> organizations) {
        this.terser = fhirContext.newTerser();
        this.organization = organization;
        this.organizations = organizations;
    }

    /** How a resource is referred to where it comes from. */
    static String address(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    /** The id that a resource gets whose address there is not enough to tell it by. */
    String id(String name) {
        return Fingerprint.uuid5(NAMESPACE, organization + "|" + name).toString();
    }

    /** The resources, in their order; the given ones stay as they are. */
    List<Resource> relocated(List<Resource> resources) {
        resources.stream()
                .filter(resource -> !(resource instanceof Task))
                .forEach(resource -> ids.put(address(resource), id(address(resource))));
        // The id of a questionnaire's Task follows from its episode's.
        resources.stream()
                .filter(Task.class::isInstance)
                .forEach(task -> ids.put(
                        address(task),
                        taskName((Task) task).map(QuestionnaireTasks::id).orElseGet(() -> id(address(task)))));
        return resources.stream().map(this::relocated).toList();
    }

    /** The resource with references to what was sent before. */
    <T extends Resource> T relocated(T resource) {
        @SuppressWarnings("unchecked") // a copy is of the same class
        T here = (T) resource.copy();
        Optional.ofNullable(ids.get(address(resource))).ifPresent(here::setId);
        here.setMeta(kept(resource.getMeta()));
        if (here instanceof Task task) {
            taskName(task).ifPresent(name -> name(task).orElseThrow().setValue(name));
        }
        terser.getAllPopulatedChildElementsOfType(here, Reference.class).forEach(this::relocate);
        return here;
    }

    /** Version, time and source are of the other server. */
    private static Meta kept(Meta sent) {
        Meta meta = sent.copy();
        meta.setVersionIdElement(null);
        meta.setLastUpdatedElement(null);
        meta.setSourceElement(null);
        return meta;
    }

    private void relocate(Reference reference) {
        IIdType there = reference.getReferenceElement();
        if (!reference.hasReference() || there.isLocal()) {
            return;
        }
        String type = there.getResourceType();
        Optional<String> here = "Organization".equals(type)
                ? organizations.apply(reference)
                : there.isAbsolute() ? Optional.empty() : Optional.ofNullable(ids.get(type + "/" + there.getIdPart()));
        if (here.isPresent()) {
            reference.setReference(type + "/" + here.get());
        } else {
            detach(reference, type);
        }
    }

    private void detach(Reference reference, String type) {
        if (!reference.hasIdentifier()) {
            reference.setIdentifier(new Identifier()
                    .setSystem(Identifiers.DELIVERED_RESOURCE)
                    .setValue(organization + "|" + reference.getReference()));
        }
        if (!reference.hasType() && type != null) {
            reference.setType(type);
        }
        reference.setReference(null);
    }

    private Optional<Identifier> name(Task task) {
        return task.getIdentifier().stream()
                .filter(identifier ->
                        Identifiers.QUESTIONNAIRE_TASK.equals(identifier.getSystem()) && identifier.hasValue())
                .findFirst();
    }

    /** What a questionnaire's Task is called here: after its plan. */
    private Optional<String> taskName(Task task) {
        return name(task).map(Identifier::getValue).flatMap(name -> {
            String plan = name.replaceFirst("\\|.*", "");
            return Optional.ofNullable(ids.get("CarePlan/" + plan)).map(here -> here + name.substring(plan.length()));
        });
    }
}
