package nl.meerwaarde.careplan;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/**
 * The operation {@code CarePlan/$change-pathway-version}: what it means for a running episode to follow another version of its pathway, and the transaction
 * that moves it there. Stores nothing.
 */
public class ChangeVersionProvider {
    private static final String CANONICAL =
            "https://w3id.org/meerwaarde/fhir/OperationDefinition/care-plan-change-pathway-version";
    private static final Set<String> KNOWN = new TreeSet<>(Set.of("version", "owner"));

    private final FhirContext fhirContext;
    private final Applying applying;

    ChangeVersionProvider(FhirContext fhirContext, Applying applying) {
        this.fhirContext = fhirContext;
        this.applying = applying;
    }

    @Operation(
            name = "$change-pathway-version",
            typeName = "CarePlan",
            idempotent = true,
            manualRequest = true,
            canonicalUrl = CANONICAL)
    public IBaseResource changeVersion(@IdParam IdType id, ServletRequestDetails details) {
        OperationParameters given = OperationParameters.of(fhirContext, details);
        List<Problem> problems = new ArrayList<>();
        given.names().stream()
                .filter(name -> !KNOWN.contains(name))
                .forEach(name ->
                        problems.add(invalid(name, "parameter.not-of-version", name, String.join(", ", KNOWN))));
        @Nullable String version = single(given, "version", problems).orElse(null);
        Optional<String> owner = single(given, "owner", problems);
        if (owner.isPresent() && !owner.get().matches("RelatedPerson/[A-Za-z0-9\\-.]{1,64}")) {
            problems.add(invalid("owner", "parameter.reference", "owner", "RelatedPerson"));
        }
        if (!problems.isEmpty()) {
            throw Problems.badRequest(problems);
        }
        return applying.changeVersion(id.getIdPart(), version, owner.orElse(null), details)
                .parameters();
    }

    private static Optional<String> single(OperationParameters given, String name, List<Problem> problems) {
        if (given.all(name).size() > 1) {
            problems.add(invalid(name, "parameter.once", name));
        }
        return given.all(name).stream()
                .findFirst()
                .map(OperationParameters::text)
                .filter(text -> !text.isBlank());
    }

    private static Problem invalid(String parameter, String key, Object... arguments) {
        return new Problem(
                ProblemCode.INVALID_PARAMETER, parameter, Sentence.beside(ChangeVersionProvider.class, key, arguments));
    }
}
