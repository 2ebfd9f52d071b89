package nl.meerwaarde.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the parameters of an operation one by one, and keeps everything that is wrong with them, so that a client hears it all at once. What is wrong is read as
 * absent: ask for {@link #problems()} before the values are used.
 */
public final class ParameterReading {
    private final String operation;
    private final Map<String, List<String>> given;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param operation its name with the dollar sign, for sentences
     * @param given the parameters as texts
     */
    public ParameterReading(String operation, Map<String, List<String>> given) {
        this.operation = operation;
        this.given = given;
    }

    /** Refuses what is neither a parameter of the operation nor of every request. */
    public void refuseUnknown(Set<String> known) {
        given.keySet().stream()
                .filter(name -> !known.contains(name) && !OperationParameters.GENERAL.contains(name))
                .sorted()
                .forEach(name -> problem(
                        name,
                        "is not a parameter of " + operation + " here; allowed are "
                                + String.join(", ", new TreeSet<>(known))));
    }

    /** Every value that is not blank. */
    public List<String> all(String name) {
        return given.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The value of a parameter that may be given once. */
    public Optional<String> single(String name) {
        List<String> values = all(name);
        if (values.size() > 1) {
            problem(name, "may be given once");
        }
        return values.stream().findFirst();
    }

    /** The first day of a period, which may be given as a year or month. */
    public Optional<LocalDate> firstDay(String name) {
        return day(name, true);
    }

    /** The last day of a period, which may be given as a year or month. */
    public Optional<LocalDate> lastDay(String name) {
        return day(name, false);
    }

    private Optional<LocalDate> day(String name, boolean first) {
        Optional<String> text = single(name);
        if (text.isEmpty()) {
            problem(name, "is needed: a date such as 2026-01-01");
            return Optional.empty();
        }
        try {
            return Optional.of(parsed(text.get(), first));
        } catch (DateTimeException e) {
            problem(name, "must be a date such as 2026-01-01 (or a year, or a year and month)");
            return Optional.empty();
        }
    }

    private static LocalDate parsed(String text, boolean first) {
        return switch (text.length()) {
            case 4 ->
                first ? Year.parse(text).atDay(1) : Year.parse(text).atMonth(12).atEndOfMonth();
            case 7 ->
                first ? YearMonth.parse(text).atDay(1) : YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text.length() > 10 && text.charAt(10) == 'T' ? text.substring(0, 10) : text);
        };
    }

    /** A reference to a resource of one of these types, as {@code Type/id}; a bare id is of the first. */
    public Optional<String> reference(String name, String... types) {
        Optional<String> text = single(name);
        boolean right =
                text.isEmpty() || text.get().matches("((" + String.join("|", types) + ")/)?[A-Za-z0-9\\-.]{1,64}");
        if (!right) {
            problem(name, "must be a reference such as " + types[0] + "/123");
            return Optional.empty();
        }
        return text.map(value -> value.contains("/") ? value : types[0] + "/" + value);
    }

    /** Notes what is wrong with a parameter. */
    public void problem(String parameter, String what) {
        problems.add(OperationParameters.problem(parameter, what));
    }

    /** Everything that was found wrong so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
