package nl.meerwaarde.assembly;

import java.util.List;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;

/** Resources that a part contains, such as value sets. With a linkIdPrefix their ids, and what refers to them, get it too. */
final class ContainedResources {
    private ContainedResources() {}

    static void carryOver(Inclusion part, Questionnaire assembled, List<Problem> problems) {
        for (Resource resource : part.questionnaire().getContained()) {
            Resource copy = resource.copy();
            copy.setId(part.linkId(id(resource)));
            Resource there = assembled.getContained().stream()
                    .filter(other -> id(other).equals(id(copy)))
                    .findFirst()
                    .orElse(null);
            if (there == null) {
                assembled.addContained(copy);
            } else if (!there.equalsDeep(copy)) {
                problems.add(new Problem(
                        ProblemCode.INVALID_MODULE,
                        "Questionnaire.contained",
                        part.canonical() + " contains another resource '" + id(copy)
                                + "' than is there already; give one of the two another id."));
            }
        }
    }

    /** What refers to a contained resource, as it does in the form. */
    static String reference(Inclusion part, String reference) {
        return reference.startsWith("#") ? "#" + part.linkId(reference.substring(1)) : reference;
    }

    private static String id(Resource resource) {
        String id = String.valueOf(resource.getIdElement().getIdPart());
        return id.startsWith("#") ? id.substring(1) : id;
    }
}
