package nl.meerwaarde.tests.realdata;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** What NHS England published of 2017/18: figures by provider, and which provider was an outlier. */
final class PublishedTables {
    private static final Map<String, String> STATUS = Map.of(
            "Not an outlier", "within",
            "Positive outlier (95%)", "above-95",
            "Positive outlier (99.8%)", "above-99-8",
            "Negative outlier (95%)", "below-95",
            "Negative outlier (99.8%)", "below-99-8",
            "Insufficient records", "too-few");

    /**
     * A provider's row.
     *
     * @param n modelled records
     * @param adjustedGain empty where there are too few records
     * @param residualDeviation standard deviation of what is not expected; empty where there are too few records
     * @param status as our code system says it
     */
    record Row(
            int n,
            BigDecimal before,
            BigDecimal after,
            BigDecimal gain,
            int improved,
            int same,
            int worse,
            Optional<BigDecimal> adjustedGain,
            Optional<BigDecimal> residualDeviation,
            Optional<String> status) {}

    private final Map<String, Map<String, Row>> providers = new HashMap<>();
    private final Map<String, Row> england = new HashMap<>();

    PublishedTables(NhsFiles files) {
        Map<String, String> statuses = files.records("timeseries-1718.csv.gz").stream()
                .collect(Collectors.toMap(row -> outcome(row) + ", " + row.get("OrgCode"), PublishedTables::status));
        for (CSVRecord row : files.records("provcomm-1718.csv.gz")) {
            String provider = row.get("Organisation Code");
            switch (row.get("Organisation Type")) {
                case "Provider" ->
                    published(row, statuses.get(outcome(row) + ", " + provider))
                            .ifPresent(published -> providers
                                    .computeIfAbsent(outcome(row), o -> new TreeMap<>())
                                    .put(provider, published));
                case "England" -> england.put(outcome(row), published(row, null).orElseThrow());
                default -> {
                    // Commissioners: the record-level file does not say who they are.
                }
            }
        }
    }

    private static String outcome(CSVRecord row) {
        return row.get("Procedure") + ", " + row.get("Measure");
    }

    /** Empty where there were no operations. */
    private static String status(CSVRecord row) {
        return STATUS.getOrDefault(row.get("Outlier_2017"), "");
    }

    /** The providers' rows, by provider code in order. */
    Map<String, Row> providers(NhsOutcome outcome) {
        return providers.getOrDefault(outcome.toString(), Map.of());
    }

    Row england(NhsOutcome outcome) {
        return Objects.requireNonNull(england.get(outcome.toString()));
    }

    /** Empty where the number of records itself is suppressed. */
    private static Optional<Row> published(CSVRecord row, @Nullable String status) {
        return integer(row, "Modelled Records")
                .flatMap(n -> number(row, "Average Pre-Op Q Score")
                        .map(before -> new Row(
                                n,
                                before,
                                number(row, "Average Post-Op Q Score").orElseThrow(),
                                number(row, "Health Gain").orElseThrow(),
                                integer(row, "Improved").orElseThrow(),
                                integer(row, "Same").orElseThrow(),
                                integer(row, "Worse").orElseThrow(),
                                number(row, "Adjusted Average Health Gain"),
                                number(row, "Standard Deviation"),
                                Optional.ofNullable(status))));
    }

    private static Optional<Integer> integer(CSVRecord row, String column) {
        return number(row, column).map(BigDecimal::intValueExact);
    }

    private static Optional<BigDecimal> number(CSVRecord row, String column) {
        String cell = row.get(column);
        return cell.equals("*") || cell.equals("-") || cell.isEmpty()
                ? Optional.empty()
                : Optional.of(new BigDecimal(cell));
    }
}
