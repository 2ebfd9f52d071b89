package nl.meerwaarde.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.ResourceReferenceInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * Whether a resource may be written as it is: about whom, and with which references. Who may write only about some patients may refer only to what she may see; else the
 * server's checking of references would tell what is stored of others.
 */
class WriteRules {
    private final FhirContext fhirContext;
    private final StoredResources stored;

    WriteRules(FhirContext fhirContext, StoredResources stored) {
        this.fhirContext = fhirContext;
        this.stored = stored;
    }

    /**
     * What is wrong with writing it; nothing when it may be written.
     *
     * @param path where the resource stands in the request; empty when it is the request
     */
    List<Problem> problems(Access access, Interaction interaction, Resource resource, String path) {
        String type = resource.fhirType();
        List<Permit> permits = access.permits(interaction, type);
        if (permits.isEmpty()) {
            return List.of(Refusal.problem(path, "interaction", interaction.code(), type));
        }
        if (permits.stream().anyMatch(Permit::isUnlimited)) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>();
        Set<String> owners = Ownership.of(resource);
        boolean patient = resource instanceof Patient;
        boolean ofPatients = ResourceGroup.of(type).isOfPatients() && !patient;
        if (ofPatients && owners.size() != 1 || !access.allows(interaction, resource)) {
            problems.add(Refusal.problem(path, patient ? "not-managed" : "not-yours"));
        }
        for (ResourceReferenceInfo reference : fhirContext.newTerser().getAllResourceReferences(resource)) {
            problem(access, reference)
                    .map(key -> Refusal.problem(
                            path.isEmpty() ? type + "." + reference.getName() : path + "." + reference.getName(), key))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<String> problem(Access access, ResourceReferenceInfo reference) {
        String text = reference.getResourceReference().getReferenceElement().getValue();
        if (text == null || text.startsWith("#") || text.startsWith("urn:")) {
            return Optional.empty();
        }
        if (text.contains("?")) {
            return Optional.of("reference-search");
        }
        IdType id = new IdType(text);
        if (id.isAbsolute() || !id.hasResourceType()) {
            return Optional.of("reference");
        }
        if (!ResourceGroup.of(id.getResourceType()).isOfPatients()
                && access.allows(Interaction.READ, id.getResourceType())) {
            return Optional.empty();
        }
        return stored.find(id).filter(access::sees).isPresent() ? Optional.empty() : Optional.of("reference");
    }

    /** @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException with everything that is wrong */
    void check(Access access, Interaction interaction, Resource resource) {
        List<Problem> problems = problems(access, interaction, resource, "");
        if (!problems.isEmpty()) {
            throw Problems.forbidden(problems);
        }
    }
}
