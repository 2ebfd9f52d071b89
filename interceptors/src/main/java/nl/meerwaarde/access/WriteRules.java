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
        boolean unlimited = permits.stream().anyMatch(Permit::isUnlimited);
        List<Problem> problems = new ArrayList<>();
        Set<String> owners = Ownership.of(resource);
        boolean patient = resource instanceof Patient;
        boolean ofPatients = ResourceGroup.of(type).isOfPatients() && !patient;
        if (!unlimited && (ofPatients && owners.size() != 1 || !access.allows(interaction, resource))) {
            problems.add(Refusal.problem(path, patient ? "not-managed" : "not-yours"));
        }
        if (access.seesEverything()) {
            return problems;
        }
        for (ResourceReferenceInfo reference : fhirContext.newTerser().getAllResourceReferences(resource)) {
            String text = reference.getResourceReference().getReferenceElement().getValue();
            if (text == null || text.startsWith("#") || text.startsWith("urn:")) {
                continue;
            }
            (unlimited ? problemOfMany(access, type, text) : problem(access, text))
                    .map(key -> Refusal.problem(
                            path.isEmpty() ? type + "." + reference.getName() : path + "." + reference.getName(), key))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    /** Of who may write only about some patients. */
    private Optional<String> problem(Access access, String text) {
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
        return isSeen(access, id) ? Optional.empty() : Optional.of("reference");
    }

    /** Of who may write all such resources and need not see patients: neither a search nor a resource of no patient tells who is one. */
    private Optional<String> problemOfMany(Access access, String type, String text) {
        int question = text.indexOf('?');
        if (question >= 0) {
            return SearchRules.mayChoose(access, text.substring(0, question), text)
                    ? Optional.empty()
                    : Optional.of("reference-search");
        }
        IdType id = new IdType(text);
        boolean tells = !ResourceGroup.of(type).isOfPatients()
                && !id.isAbsolute()
                && id.hasResourceType()
                && ResourceGroup.of(id.getResourceType()).isOfPatients();
        return tells && !isSeen(access, id) ? Optional.of("reference") : Optional.empty();
    }

    private boolean isSeen(Access access, IdType id) {
        return stored.find(id).filter(access::sees).isPresent();
    }

    /**
     * Whether this may be done to what a search finds. A patch may not, unless nothing is hidden: whom it would be about is not known before it is applied.
     *
     * @param condition see {@link SearchRules#mayChoose}
     */
    boolean mayChoose(Access access, Interaction interaction, String type, String condition) {
        if (interaction == Interaction.PATCH) {
            return access.seesEverything() && isUnlimited(access, interaction, type);
        }
        return isUnlimited(access, interaction, type)
                && (interaction != Interaction.UPDATE || isUnlimited(access, Interaction.CREATE, type))
                && SearchRules.mayChoose(access, type, condition);
    }

    private static boolean isUnlimited(Access access, Interaction interaction, String type) {
        return access.permits(interaction, type).stream().anyMatch(Permit::isUnlimited);
    }

    /** @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException with everything that is wrong */
    void check(Access access, Interaction interaction, Resource resource) {
        List<Problem> problems = problems(access, interaction, resource, "");
        if (!problems.isEmpty()) {
            throw Problems.forbidden(problems);
        }
    }
}
