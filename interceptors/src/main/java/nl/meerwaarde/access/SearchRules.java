package nl.meerwaarde.access;

import ca.uhn.fhir.rest.server.util.MatchUrlUtil;
import ca.uhn.fhir.util.UrlUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.Problems;

/**
 * Makes a search find only what its sender may see, before anything is looked for: so counts, pages and totals tell no more. What looks at other resources on the way
 * (chains, {@code _has}, {@code _filter}, {@code _list}) is only for who may see all of them.
 */
final class SearchRules {
    /** Of those that begin with an underscore: what stands in the resource itself, and how the answer looks. What else an answer brings along is looked at one by one. */
    private static final Set<String> HARMLESS = Set.of(
            "_id",
            "_lastUpdated",
            "_tag",
            "_profile",
            "_security",
            "_language",
            "_count",
            "_offset",
            "_sort",
            "_summary",
            "_total",
            "_elements",
            "_include",
            "_revinclude",
            "_format",
            "_pretty");

    private static final String SORT = "_sort";

    /** No resource has it: HAPI gives out numbers, and clients that may choose ids have no reason for this one. */
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private SearchRules() {}

    /**
     * The parameters with which the search may be done.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException when it may not
     */
    static Map<String, String[]> narrowed(Access access, String type, Map<String, String[]> parameters) {
        List<Permit> permits = access.permits(Interaction.SEARCH, type);
        if (permits.isEmpty()) {
            throw Refusal.notAllowed("", "interaction", Interaction.SEARCH.code(), type);
        }
        if (!access.seesEverything()) {
            refuseUnsafe(parameters);
        }
        if (permits.stream().anyMatch(Permit::isUnlimited)) {
            return parameters;
        }
        List<Permit> plain =
                permits.stream().filter(permit -> permit.query().isEmpty()).toList();
        if (plain.isEmpty() && permits.stream().distinct().count() > 1) {
            throw Refusal.notAllowed("", "several-scopes", type);
        }
        Map<String, String[]> narrowed = new LinkedHashMap<>(parameters);
        if (plain.isEmpty()) {
            Permit permit = permits.get(0);
            UrlUtil.parseQueryString(permit.query().orElseThrow())
                    .forEach((name, values) -> Arrays.stream(values).forEach(value -> add(narrowed, name, value)));
            if (!permit.everybody()) {
                add(narrowed, type, permit.patients());
            }
        } else {
            Patients all = plain.stream().map(Permit::patients).reduce(ListedPatients.NONE, Patients::and);
            add(narrowed, type, all);
        }
        return narrowed;
    }

    private static void add(Map<String, String[]> parameters, String type, Patients patients) {
        patients.condition(ResourceGroup.of(type))
                .ifPresentOrElse(
                        condition -> add(parameters, condition.name(), condition.value()),
                        () -> add(parameters, "_id", NOBODY));
    }

    /** Once more under the same name means: and also. HAPI does not take the same twice. */
    private static void add(Map<String, String[]> parameters, String name, String value) {
        parameters.merge(
                name,
                new String[] {value},
                (before, more) -> Stream.concat(Arrays.stream(before), Arrays.stream(more))
                        .distinct()
                        .toArray(String[]::new));
    }

    /**
     * Whether a search may choose what is written or referred to. What it finds, or not, is told by what happens: so it is for who may search all resources of that type, and
     * looks at nothing else.
     *
     * @param condition parameters as text, with or without the type and a question mark before them
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException when it is no such text
     */
    static boolean mayChoose(Access access, String type, String condition) {
        return access.seesEverything()
                || access.permits(Interaction.SEARCH, type).stream().anyMatch(Permit::isUnlimited)
                        && MatchUrlUtil.translateMatchUrl(condition).stream()
                                .noneMatch(parameter ->
                                        looksElsewhere(parameter.getName(), Stream.ofNullable(parameter.getValue())));
    }

    private static void refuseUnsafe(Map<String, String[]> parameters) {
        List<Problem> problems = new ArrayList<>();
        parameters.forEach((name, values) -> {
            if (looksElsewhere(name, Arrays.stream(values))) {
                problems.add(Refusal.problem(name, "parameter", name));
            }
        });
        if (!problems.isEmpty()) {
            throw Problems.forbidden(problems);
        }
    }

    private static boolean looksElsewhere(String name, Stream<String> values) {
        boolean chainedSort = withoutModifier(name).equals(SORT) && values.anyMatch(value -> value.contains("."));
        return name.contains(".") || chainedSort || name.startsWith("_") && !HARMLESS.contains(withoutModifier(name));
    }

    /** The name of a parameter before its colon. */
    static String withoutModifier(String name) {
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }
}
