package nl.meerwaarde.importing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many rows and responses an import has taken. Safe for several threads. */
final class RowTally {
    /** By questionnaire, then by moment in the order of the mapping. */
    private final Map<String, Map<String, Long>> responses = new TreeMap<>();

    private long taken;
    private long rejected;

    synchronized void taken(ImportedRow row) {
        taken++;
        row.responses()
                .forEach(answered -> responses
                        .computeIfAbsent(answered.asked().instrumentId(), key -> new LinkedHashMap<>())
                        .merge(
                                answered.asked().columns().moment(),
                                answered.response().isPresent() ? 1L : 0L,
                                Long::sum));
    }

    synchronized void rejected() {
        rejected++;
    }

    /** Rows dealt with, one way or the other. */
    synchronized long rows() {
        return taken + rejected;
    }

    synchronized long rejectedRows() {
        return rejected;
    }

    /** The responses that were made, for people. */
    synchronized String table() {
        StringBuilder table = new StringBuilder();
        responses.forEach((questionnaire, moments) -> moments.forEach((moment, count) ->
                table.append(String.format("  %-10s %-22s %9s%n", moment, questionnaire, Numbers.grouped(count)))));
        return table.isEmpty() ? "" : "Responses\n" + table;
    }
}
