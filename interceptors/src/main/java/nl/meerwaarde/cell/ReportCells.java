package nl.meerwaarde.cell;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import nl.meerwaarde.disclosure.Cell;
import nl.meerwaarde.measure.Stratifier;

/**
 * The numbers that a report is computed from.
 *
 * @param finest facts of this server, divided by everything at once
 * @param margins what lies added up, divided by one thing at a time: what organisations delivered, and facts of this server that are settled
 * @param delivered ids of the reports that margins come from
 */
public record ReportCells(List<FactCell> finest, List<Margin> margins, List<String> delivered) {
    public ReportCells {
        finest = List.copyOf(finest);
        margins = List.copyOf(margins);
        delivered = List.copyOf(delivered);
    }

    /**
     * A stratum of what lies added up.
     *
     * @param stratum what it is one of and which one
     * @param cell its numbers; its strata are the organisation, unless it is a stratum of everybody, and, unless it is the total, this one
     * @param contributions how its sums came about, where that was delivered with them
     */
    public record Margin(PoolableStratum stratum, FactCell cell, Cell contributions) {}

    /** Facts of this server only. */
    public static ReportCells of(List<FactCell> finest) {
        return new ReportCells(finest, List.of(), List.of());
    }

    /** Everything together. */
    public FactCell total() {
        return Stream.concat(finest.stream(), totals()).reduce(FactCell::plus).orElse(FactCell.EMPTY);
    }

    /** Everything by stratum of one stratifier. */
    public SortedMap<String, FactCell> by(Stratifier stratifier) {
        SortedMap<String, FactCell> strata = new TreeMap<>();
        Stream<FactCell> delivered = stratifier == Stratifier.ORGANIZATION ? totals() : margins(stratifier);
        Stream.concat(finest.stream(), delivered)
                .forEach(cell -> strata.merge(cell.stratum(stratifier), cell, FactCell::plus));
        return strata;
    }

    private Stream<FactCell> totals() {
        return margins.stream().filter(margin -> margin.stratum().isTotal()).map(Margin::cell);
    }

    private Stream<FactCell> margins(Stratifier stratifier) {
        return margins.stream()
                .filter(margin -> margin.stratum().stratifier().equals(stratifier.code()))
                .map(Margin::cell);
    }
}
