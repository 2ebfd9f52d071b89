package nl.meerwaarde.population;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A query of a form ({@code application/x-fhir-query}), ready to be run. A form may come from anywhere, so a query is only about the patient the form is
 * for, or about the people and places around: it cannot reach into another patient's record, not even by a condition on one.
 *
 * @param resourceType what is looked for
 * @param parameters as they stand in an address, without question mark
 */
record RecordQuery(String resourceType, String parameters) {
    private static final Pattern FORM = Pattern.compile("/?([A-Z][A-Za-z]+)\\?([^#]+)");
    private static final Pattern EMBEDDED = Pattern.compile("\\{\\{(.*?)}}");
    /** Search parameters for every type that say nothing about other resources. */
    private static final Set<String> GENERAL = Set.of("_id", "_lastUpdated", "_tag", "_profile", "_sort", "_count");

    /** A query, or why it is not run. */
    sealed interface Reading {
        record Ready(RecordQuery query) implements Reading {}

        /** An expression in it gives nothing, so what it would find is not what it is meant to find. */
        record Incomplete(String expression) implements Reading {}

        record Refused(String sentence) implements Reading {}
    }

    /**
     * Reads a query and puts the values of its expressions in place.
     *
     * @param values gives the values of a FHIRPath expression as texts
     */
    static Reading read(String text, Function<String, List<String>> values) {
        StringBuilder filled = new StringBuilder();
        Matcher embedded = EMBEDDED.matcher(text);
        while (embedded.find()) {
            List<String> found = values.apply(embedded.group(1).trim());
            if (found.isEmpty()) {
                return new Reading.Incomplete(embedded.group(1).trim());
            }
            embedded.appendReplacement(filled, Matcher.quoteReplacement(joined(found)));
        }
        embedded.appendTail(filled);
        Matcher form = FORM.matcher(filled);
        if (!form.matches()) {
            return new Reading.Refused("A query has the form Type?parameter=value&…");
        }
        return refusedParameter(form.group(2))
                .<Reading>map(
                        name -> new Reading.Refused("Search parameter " + name + " is not used in queries of forms."))
                .orElse(new Reading.Ready(new RecordQuery(form.group(1), form.group(2))));
    }

    /** Several values are alternatives; what separates them in a search is escaped inside a value. */
    private static String joined(List<String> values) {
        return values.stream()
                .map(value -> value.replace("\\", "\\\\").replace(",", "\\,").replace("$", "\\$"))
                .map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8))
                .collect(Collectors.joining(","));
    }

    /** Chains, reverse chains and includes lead to other resources. */
    private static Optional<String> refusedParameter(String parameters) {
        return Arrays.stream(parameters.split("&"))
                .map(parameter -> parameter.contains("=") ? parameter.substring(0, parameter.indexOf('=')) : parameter)
                .filter(name -> name.contains(".") || name.startsWith("_") && !GENERAL.contains(name.split(":")[0]))
                .findFirst();
    }
}
