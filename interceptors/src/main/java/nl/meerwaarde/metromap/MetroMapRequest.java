package nl.meerwaarde.metromap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/**
 * The parameters of {@code $metro-map}, checked.
 *
 * @param pathway which; empty when the address or the patient's episode says so
 * @param patient id of the patient who is somewhere on the map; empty when the map is nobody's
 */
record MetroMapRequest(Optional<CanonicalReference> pathway, Optional<String> patient) {
    private static final String PATHWAY = "pathway";
    private static final String SUBJECT = "subject";
    private static final Pattern PATIENT = Pattern.compile("(?:.*/)?Patient/([A-Za-z0-9\\-.]{1,64})");

    /**
     * Reads the parameters.
     *
     * @param named whether the address names the pathway already
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException (400) with everything that is wrong
     */
    static MetroMapRequest read(OperationParameters given, boolean named, String serverBase) {
        List<Problem> problems = new ArrayList<>();
        Set<String> allowed = new TreeSet<>(named ? Set.of(SUBJECT) : Set.of(SUBJECT, PATHWAY));
        given.names().stream()
                .filter(name -> !allowed.contains(name))
                .forEach(name ->
                        problems.add(invalid(name, "invalid-parameter.unknown", name, String.join(", ", allowed))));
        Optional<String> subject = single(given, SUBJECT, problems);
        Optional<String> patient = subject.flatMap(reference -> patient(reference, serverBase));
        if (subject.isPresent() && patient.isEmpty()) {
            problems.add(invalid(SUBJECT, "invalid-parameter.subject"));
        }
        Optional<CanonicalReference> pathway =
                single(given, PATHWAY, problems).filter(text -> !text.isBlank()).map(CanonicalReference::parse);
        if (!named && pathway.isEmpty() && subject.isEmpty()) {
            problems.add(invalid(PATHWAY, "invalid-parameter.pathway"));
        }
        if (!problems.isEmpty()) {
            throw Problems.badRequest(problems);
        }
        return new MetroMapRequest(pathway, patient);
    }

    private static Optional<String> single(OperationParameters given, String name, List<Problem> problems) {
        List<ParametersParameterComponent> values = given.all(name);
        if (values.size() > 1) {
            problems.add(invalid(name, "invalid-parameter.once", name));
        }
        return values.stream().findFirst().map(OperationParameters::text);
    }

    private static Optional<String> patient(String reference, String serverBase) {
        var matcher = PATIENT.matcher(reference);
        boolean here = !reference.contains("://") || reference.startsWith(serverBase + "/");
        return here && matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Problem invalid(String parameter, String key, Object... arguments) {
        return new Problem(
                ProblemCode.INVALID_PARAMETER, parameter, Sentence.beside(MetroMapRequest.class, key, arguments));
    }
}
