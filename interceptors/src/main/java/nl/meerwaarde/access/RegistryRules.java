package nl.meerwaarde.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.Problems;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;

/**
 * Holds a registry to the Measures that are delivered to it. What is said of them here decides, and not what an operation would make of the name later: a name that is none of theirs to
 * the letter is refused. That tells nothing, because Measures are for everybody to read.
 */
class RegistryRules {
    private static final String MEASURE = "measure";
    private static final String BY_ID = "Measure/";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9\\-.]{1,64}");

    private final StoredResources stored;
    private final Supplier<Stream<RegistryMeasures>> deliveries;

    /** @param deliveries asked for with each request: who keeps them comes after this package */
    RegistryRules(StoredResources stored, Supplier<Stream<RegistryMeasures>> deliveries) {
        this.stored = stored;
        this.deliveries = deliveries;
    }

    /**
     * Of a request that a registry may make only as what it is. One that names no Measure is left to the operation, which needs one.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException naming every Measure that is not delivered to it
     */
    void check(Access access, RequestDetails request, OperationParameters parameters) {
        Set<String> delivered = access.requester().organization().stream()
                .flatMap(registry -> deliveries.get().flatMap(each -> each.deliveredTo(registry).stream()))
                .collect(Collectors.toSet());
        List<Problem> problems = named(request, parameters)
                .filter(name -> address(name).filter(delivered::contains).isEmpty())
                .map(name -> problem(name, delivered))
                .toList();
        if (!problems.isEmpty()) {
            throw Problems.forbidden(problems);
        }
    }

    private static Stream<String> named(RequestDetails request, OperationParameters parameters) {
        Stream<String> inAddress = Optional.ofNullable(request.getId()).stream()
                .filter(id -> id.hasIdPart())
                .map(id -> BY_ID + id.getIdPart());
        Stream<String> inParameters =
                parameters.all(MEASURE).stream().map(OperationParameters::text).filter(name -> !name.isBlank());
        return Stream.concat(inAddress, inParameters).distinct();
    }

    /** The address without version of the Measure that is meant. */
    private Optional<String> address(String name) {
        if (!name.startsWith(BY_ID)) {
            return Optional.of(CanonicalReference.parse(name).url());
        }
        String id = name.substring(BY_ID.length());
        return ID.matcher(id).matches()
                ? stored.find(new IdType("Measure", id))
                        .map(Measure.class::cast)
                        .map(Measure::getUrl)
                : Optional.empty();
    }

    private static Problem problem(String name, Set<String> delivered) {
        return delivered.isEmpty()
                ? Refusal.problem(MEASURE, "registry-nothing", name)
                : Refusal.problem(
                        MEASURE,
                        "registry-measure",
                        name,
                        delivered.stream().sorted().collect(Collectors.joining(", ")));
    }
}
