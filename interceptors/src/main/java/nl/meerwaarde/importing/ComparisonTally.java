package nl.meerwaarde.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How our scores agree with those of the file. Safe for several threads. */
final class ComparisonTally {
    private static final int MOST_ROWS_NAMED = 10;
    private static final String LINE = "  %-10s %-22s %9s %9s %9s %9s %12s %10s%n";

    /** In the order of the mapping, in which every row counts. */
    private final Map<Compared, Map<Agreement, Long>> counts = new LinkedHashMap<>();

    private final List<Long> rowsThatDiffer = new ArrayList<>();
    private long differences;

    /** How our value and the file's relate. */
    enum Agreement {
        EQUAL,
        DIFFERENT,
        /** We compute a value, the file has none. */
        ONLY_HERE,
        /** The file has a value, ours cannot be calculated. */
        ONLY_IN_FILE,
        IN_NEITHER
    }

    private record Compared(String moment, String score) {}

    synchronized void count(long row, String moment, String score, Agreement agreement) {
        counts.computeIfAbsent(new Compared(moment, score), key -> new EnumMap<>(Agreement.class))
                .merge(agreement, 1L, Long::sum);
        if (agreement != Agreement.EQUAL && agreement != Agreement.IN_NEITHER) {
            differences++;
            if (rowsThatDiffer.size() < MOST_ROWS_NAMED) {
                rowsThatDiffer.add(row);
            }
        }
    }

    /** How many scores are not the same on both sides; a value on one side only is a difference. */
    synchronized long differences() {
        return differences;
    }

    /** The table for people; empty when nothing was compared. */
    synchronized String table() {
        if (counts.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder("Scores, computed here and in the file\n");
        table.append(String.format(
                Locale.ROOT,
                LINE,
                "moment",
                "score",
                "compared",
                "equal",
                "different",
                "only here",
                "only in file",
                "in neither"));
        counts.forEach((compared, agreements) -> table.append(String.format(
                Locale.ROOT,
                LINE,
                compared.moment(),
                compared.score(),
                number(agreements, Agreement.EQUAL, Agreement.DIFFERENT),
                number(agreements, Agreement.EQUAL),
                number(agreements, Agreement.DIFFERENT),
                number(agreements, Agreement.ONLY_HERE),
                number(agreements, Agreement.ONLY_IN_FILE),
                number(agreements, Agreement.IN_NEITHER))));
        if (!rowsThatDiffer.isEmpty()) {
            table.append("  differences in rows ")
                    .append(rowsThatDiffer.stream().sorted().toList());
            table.append(differences > rowsThatDiffer.size() ? " and more\n" : "\n");
        }
        return table.toString();
    }

    private static String number(Map<Agreement, Long> agreements, Agreement... wanted) {
        long sum = 0;
        for (Agreement agreement : wanted) {
            sum += agreements.getOrDefault(agreement, 0L);
        }
        return Numbers.grouped(sum);
    }
}
