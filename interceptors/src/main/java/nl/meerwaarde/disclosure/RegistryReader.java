package nl.meerwaarde.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.StringType;

/** Reads which registries there are, concepts below the recipient {@code registry}: the organisation that its token names, and the Measures that are delivered to it. */
final class RegistryReader {
    private static final String ORGANIZATION = "organization";
    private static final String MEASURE = "measure";
    private static final Pattern REFERENCE = Pattern.compile("Organization/[A-Za-z0-9\\-.]{1,64}");
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.\\-]*:[^\\s|#]+");

    private final Map<String, Set<String>> measures = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * What is delivered to whom.
     *
     * @param measures addresses of Measures without version, by the organisation of a registry
     */
    record Reading(Map<String, Set<String>> measures, List<Problem> problems) {
        /** Everything that decides what is delivered, as text. */
        String content() {
            return measures.toString();
        }
    }

    private RegistryReader() {}

    static Reading read(CodeSystem codeSystem) {
        RegistryReader reader = new RegistryReader();
        for (int i = 0; i < codeSystem.getConcept().size(); i++) {
            reader.readBelow(codeSystem.getConcept().get(i), "CodeSystem.concept[" + i + "]");
        }
        return new Reading(reader.measures, List.copyOf(reader.problems));
    }

    private void readBelow(ConceptDefinitionComponent recipient, String path) {
        for (int i = 0; i < recipient.getConcept().size(); i++) {
            ConceptDefinitionComponent registry = recipient.getConcept().get(i);
            String here = path + ".concept[" + i + "]";
            if (!RecipientPolicies.REGISTRY.equals(recipient.getCode())) {
                problem(here, "registry-elsewhere", registry.getCode(), recipient.getCode());
            } else {
                read(registry, here);
            }
        }
    }

    private void read(ConceptDefinitionComponent registry, String path) {
        String code = registry.getCode();
        if (registry.hasConcept()) {
            problem(path, "registry-divided", code);
        }
        registry.getProperty().stream()
                .map(ConceptPropertyComponent::getCode)
                .filter(name -> !ORGANIZATION.equals(name) && !MEASURE.equals(name))
                .forEach(name -> problem(path, "unknown-property", code, name));
        List<String> organizations = values(registry, ORGANIZATION);
        if (organizations.size() != 1
                || !REFERENCE.matcher(organizations.get(0)).matches()) {
            problem(path, "registry-unnamed", code);
            return;
        }
        Set<String> delivered = new TreeSet<>();
        for (String measure : new LinkedHashSet<>(values(registry, MEASURE))) {
            if (ADDRESS.matcher(measure).matches()) {
                delivered.add(measure);
            } else {
                problem(path, "registry-measure", code, measure);
            }
        }
        if (measures.put(organizations.get(0), delivered) != null) {
            problem(path, "registry-twice", code, organizations.get(0));
        }
    }

    /** A value that is no text is none that is right. */
    private static List<String> values(ConceptDefinitionComponent registry, String property) {
        return registry.getProperty().stream()
                .filter(each -> property.equals(each.getCode()))
                .map(each -> each.getValue() instanceof StringType text ? String.valueOf(text.getValue()) : "")
                .toList();
    }

    private void problem(String path, String key, Object... arguments) {
        problems.add(new Problem(
                ProblemCode.INVALID_DEFINITION, path, Sentence.beside(RegistryReader.class, key, arguments)));
    }
}
