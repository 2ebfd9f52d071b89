package nl.meerwaarde.disclosure;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Lengths of calendar periods for which figures are released; each divides the one before it. */
public enum PeriodGrid {
    YEAR(12),
    QUARTER(3),
    MONTH(1);

    private final int months;

    PeriodGrid(int months) {
        this.months = months;
    }

    /**
     * Days of a calendar period.
     *
     * @param from first day
     * @param to last day
     */
    public record Period(LocalDate from, LocalDate to) {}

    /** The code in a policy. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The grid of a code. */
    public static Optional<PeriodGrid> of(String code) {
        return Arrays.stream(values()).filter(grid -> grid.code().equals(code)).findFirst();
    }

    /** The grid on which a period lies: a whole year, quarter or month; empty for any other. */
    public static Optional<PeriodGrid> of(LocalDate from, LocalDate to) {
        return Arrays.stream(values())
                .filter(grid -> grid.in(from.getYear()).contains(new Period(from, to)))
                .findFirst();
    }

    /** The periods of a year, in order. */
    public List<Period> in(int year) {
        return IntStream.iterate(0, month -> month < Month.DECEMBER.getValue(), month -> month + months)
                .mapToObj(month -> new Period(
                        YearMonth.of(year, month + 1).atDay(1),
                        YearMonth.of(year, month + months).atEndOfMonth()))
                .toList();
    }
}
