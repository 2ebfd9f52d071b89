package nl.meerwaarde.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Fingerprint;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import org.hl7.fhir.r4.model.Resource;

/** A definition under the rules of one feature. */
record RuledDefinition<T extends Resource>(DefinitionRules<T> rules, T definition) {
    static <T extends Resource> RuledDefinition<T> of(DefinitionRules<T> rules, Resource definition) {
        return new RuledDefinition<>(rules, rules.type().cast(definition));
    }

    /** Under which address and version it is found; empty when it is none of this feature's. */
    Optional<CanonicalReference> canonical() {
        return rules.canonical(definition);
    }

    List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(rules.check(definition));
        canonical().filter(RuledDefinition::isTooLong).ifPresent(canonical -> problems.add(tooLong()));
        return problems;
    }

    String fingerprint() {
        return Fingerprint.of(rules.computingContent(definition));
    }

    private static boolean isTooLong(CanonicalReference canonical) {
        return canonical.toString().length() > CanonicalReference.LONGEST
                || (canonical.version() != null && canonical.version().length() > DefinitionRegister.LONGEST_VERSION);
    }

    private Problem tooLong() {
        return new Problem(
                ProblemCode.INVALID_DEFINITION,
                definition.fhirType() + ".url",
                "Address and version may have " + CanonicalReference.LONGEST + " characters together, the version "
                        + DefinitionRegister.LONGEST_VERSION + ".");
    }
}
