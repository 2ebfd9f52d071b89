package nl.meerwaarde.server.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lays out outcomes as a table for a console, in plain ASCII. */
final class OutcomeTable {
    private static final String LINE = "%-27s %8s %8s %8s %7s %7s %7s %9s %7s %9s  %s";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private OutcomeTable() {}

    /** The table; its last row, which is about all hospitals, stands apart. */
    static String text(List<OutcomeRow> rows) {
        String head = LINE.formatted(
                "Hospital",
                "Eligible",
                "Response",
                "Analysed",
                "Before",
                "After",
                "Gain",
                "Improved",
                "MIC",
                "Adjusted",
                "Control limits");
        String rule = "-".repeat(head.length());
        int last = rows.size() - 1;
        Stream<String> hospitals = rows.subList(0, last).stream().map(OutcomeTable::line);
        return Stream.of(Stream.of(head, rule), hospitals, Stream.of(rule, line(rows.get(last))))
                .flatMap(lines -> lines)
                .map(String::stripTrailing)
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(OutcomeRow row) {
        return LINE.formatted(
                row.name(),
                row.eligible(),
                percent(share(row.returned(), row.eligible())),
                row.analysed(),
                points(row.before()),
                points(row.after()),
                points(row.gain()),
                percent(row.improved()),
                percent(row.reachedMic()),
                points(row.adjustedGain()),
                status(row.status()));
    }

    private static Optional<BigDecimal> share(int part, int whole) {
        return whole == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP));
    }

    private static String points(Optional<BigDecimal> points) {
        return points.map(value -> value.setScale(1, RoundingMode.HALF_UP).toPlainString())
                .orElse("-");
    }

    private static String percent(Optional<BigDecimal> share) {
        return share.map(value -> value.multiply(HUNDRED)
                                .setScale(0, RoundingMode.HALF_UP)
                                .toPlainString() + " %")
                .orElse("-");
    }

    private static String status(String code) {
        return switch (code) {
            case "below-99-8" -> "BELOW 99.8 %";
            case "below-95" -> "below 95 %";
            case "above-95" -> "above 95 %";
            case "above-99-8" -> "ABOVE 99.8 %";
            case "too-few" -> "too few";
            default -> code;
        };
    }
}
