package nl.meerwaarde.importing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/** The cells of one row, read as a mapping says; collects what is wrong with them. For one thread. */
final class RowCells {
    /** Longer than any code; what is longer may be anything, also a name. */
    private static final int LONGEST_CODE = 12;

    private static final Pattern DATE = Pattern.compile("[0-9]+[-/.][0-9]+[-/.][0-9]+");
    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private final CsvLine.Row row;
    private final ImportMapping mapping;
    private final List<RowProblem> problems = new ArrayList<>();

    RowCells(CsvLine.Row row, ImportMapping mapping) {
        this.row = row;
        this.mapping = mapping;
    }

    List<RowProblem> problems() {
        return List.copyOf(problems);
    }

    /** The cell as it stands in the file. */
    String raw(String column) {
        return row.cell(column);
    }

    /** The cell's value; empty when nothing is known, or when it is not one of the values that the mapping knows, which is a problem. */
    Optional<String> text(MappedColumn column) {
        String cell = row.cell(column.column());
        if (cell.isEmpty()
                || mapping.missing().contains(cell)
                || column.missing() != null && column.missing().contains(cell)) {
            return Optional.empty();
        }
        if (column.values().isEmpty()) {
            return formatted(column, cell);
        }
        String meaning = column.values().get(cell);
        if (meaning == null) {
            codeProblem(
                    column,
                    "The mapping knows only "
                            + String.join(", ", column.values().keySet()) + ".");
        }
        return Optional.ofNullable(meaning);
    }

    private Optional<String> formatted(MappedColumn column, String cell) {
        if (column.pattern() == null) {
            return Optional.of(cell);
        }
        Matcher matcher =
                PATTERNS.computeIfAbsent(column.pattern(), Pattern::compile).matcher(cell);
        if (!matcher.matches()) {
            problem(column, "The cell must look like " + column.pattern() + ".");
            return Optional.empty();
        }
        return Optional.of(column.format() == null ? cell : matcher.replaceFirst(column.format()));
    }

    /** The cell as a number. */
    Optional<BigDecimal> number(MappedColumn column) {
        return parsed(column, this::number, "This is not a number.");
    }

    /** Strict: a separator of thousands would be taken for that of decimals. */
    private BigDecimal number(String text) {
        String separator = Pattern.quote(mapping.csv().decimalSeparator());
        if (!text.matches("[-+]?\\d+(" + separator + "\\d+)?")) {
            throw new NumberFormatException();
        }
        return new BigDecimal(text.replace(mapping.csv().decimalSeparator(), "."));
    }

    /** The cell as a whole number. */
    Optional<Integer> integer(MappedColumn column) {
        return number(column).flatMap(number -> {
            try {
                return Optional.of(number.intValueExact());
            } catch (ArithmeticException e) {
                problem(column, "This is not a whole number.");
                return Optional.empty();
            }
        });
    }

    /** The cell as a date, as precise as it is. */
    <D extends BaseDateTimeType> Optional<D> date(MappedColumn column, Function<String, D> type) {
        return parsed(column, type, "This is not a date (2017, 2017-05 or 2017-05-03).");
    }

    private <V> Optional<V> parsed(MappedColumn column, Function<String, V> type, String reason) {
        return text(column).flatMap(text -> {
            try {
                return Optional.of(type.apply(text));
            } catch (RuntimeException e) { // the date types throw several kinds
                problem(column, reason);
                return Optional.empty();
            }
        });
    }

    /** A problem with a cell that should hold a code: what is there is named when it looks like one. */
    void codeProblem(MappedColumn column, String reason) {
        String cell = row.cell(column.column());
        boolean likeCode = cell.length() <= LONGEST_CODE && !DATE.matcher(cell).lookingAt();
        problem(column.column(), likeCode ? cell : kind(cell), reason);
    }

    /** A problem with a cell that may hold anything: only its kind is named. */
    void problem(MappedColumn column, String reason) {
        problem(column.column(), kind(row.cell(column.column())), reason);
    }

    /** A problem with the row. */
    void problem(String reason) {
        problem("", "", reason);
    }

    private void problem(String column, String value, String reason) {
        problems.add(new RowProblem(row.number(), column, value, reason));
    }

    private static String kind(String cell) {
        if (cell.isEmpty()) {
            return "(empty)";
        }
        if (DATE.matcher(cell).lookingAt()) {
            return "(a date)";
        }
        return cell.matches("[-+]?[0-9.,]+") ? "(a number)" : "(a text)";
    }
}
