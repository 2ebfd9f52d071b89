package nl.meerwaarde.report;

import static nl.meerwaarde.measure.CountNames.ELIGIBLE;
import static nl.meerwaarde.measure.CountNames.MODELLED;
import static nl.meerwaarde.measure.CountNames.PAIRED;
import static nl.meerwaarde.measure.CountNames.TREATED;
import static nl.meerwaarde.measure.CountNames.numerator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meerwaarde.cell.FactCell;
import nl.meerwaarde.cell.Sums;
import nl.meerwaarde.disclosure.Breakdown;
import nl.meerwaarde.disclosure.Cell;
import nl.meerwaarde.disclosure.Table;
import nl.meerwaarde.figure.Figure;
import nl.meerwaarde.figure.Standard;
import nl.meerwaarde.measure.CountNames;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Statistic;
import nl.meerwaarde.measure.Tallied;

/**
 * What the reports of a Measure count, for disclosure control: which counts, of which cells, and what divides what.
 *
 * @param measure whose reports
 */
record ReportCounts(FactMeasure measure) {
    private static final List<String> CHAIN = List.of(ELIGIBLE, "invited", "returned", "scorable", PAIRED);
    private static final List<String> DIRECTIONS = List.of("improved-any", "unchanged", "worsened");
    private static final String BEYOND_ERROR = "beyond-measurement-error";
    private static final String REACHED_MIC = "reached-mic";

    /** The counts that the Measure asks for. */
    Set<String> told() {
        Set<String> told = new LinkedHashSet<>();
        for (FactMeasure.Group group : measure.groups()) {
            Figure.of(group, FactCell.EMPTY, Standard.NONE)
                    .populations()
                    .forEach(population -> told.add(CountNames.count(group, population.code())));
            if (group.expected() != null) {
                // The ratio goes with both, whether they are asked for or not.
                told.add(CountNames.set(group));
                told.add(CountNames.numerator(group));
            }
        }
        return told;
    }

    /** The counts of a cell. */
    static Cell cell(FactCell cell) {
        Map<String, Long> counts = new HashMap<>();
        FactCell.Chain chain = cell.chain();
        counts.put(ELIGIBLE, chain.eligible());
        counts.put("invited", chain.invited());
        counts.put("returned", chain.returned());
        counts.put("scorable", chain.scorable());
        counts.put(PAIRED, chain.paired());
        counts.put("open", chain.open());
        counts.put("died", chain.died());
        counts.put("otherwise-ended", chain.otherwiseEnded());
        counts.put("proxy", chain.proxy());
        counts.put(MODELLED, cell.modelled().n());
        putNumerators(counts, PAIRED, cell.paired());
        putNumerators(counts, MODELLED, cell.modelled());
        cell.tallies().forEach((tallied, tally) -> {
            counts.put(tallied.set(), tally.n());
            if (tallied.isShare()) {
                counts.put(tallied.numerator(), tally.sum().longValueExact());
            }
        });
        cell.tallies().entrySet().stream()
                .filter(tallied -> !tallied.getKey().statistic().needsScore())
                .findFirst()
                .ifPresent(tallied -> counts.put(TREATED, tallied.getValue().all()));
        return Cell.of(counts);
    }

    private static void putNumerators(Map<String, Long> counts, String set, Sums sums) {
        counts.put(numerator(set, "improved-any"), sums.improved());
        counts.put(numerator(set, "unchanged"), sums.unchanged());
        counts.put(numerator(set, "worsened"), sums.worsened());
        counts.put(numerator(set, BEYOND_ERROR), sums.beyondError());
        counts.put(numerator(set, REACHED_MIC), sums.reachedMic());
    }

    /**
     * A table of these counts, with what divides what.
     *
     * @param cells all finest cells, which decide whether a step of the chain lies within the one before
     */
    Table.Builder table(Collection<Cell> cells) {
        Set<String> told = told();
        Table.Builder table =
                Table.of(told.toArray(String[]::new)).important(PAIRED, 4).important(ELIGIBLE, 2);
        List<String> steps = CHAIN.stream().filter(told::contains).toList();
        for (int i = 1; i < steps.size(); i++) {
            String step = steps.get(i);
            List<String> before = new ArrayList<>(steps.subList(0, i));
            Collections.reverse(before);
            before.stream()
                    .filter(whole -> isWithin(step, whole, cells))
                    .findFirst()
                    .ifPresent(whole -> table.divided(Breakdown.of(whole, step)));
            if (!step.equals(PAIRED)) {
                table.important(step, 0.3);
            }
        }
        if (told.contains(MODELLED)) {
            String whole = told.contains(PAIRED) ? PAIRED : ELIGIBLE;
            if (told.contains(whole)) {
                table.divided(Breakdown.of(whole, MODELLED));
            }
            table.important(MODELLED, 4);
        }
        // Of those who improved, some have an expectation; how many have none follows.
        told.stream()
                .filter(name -> name.endsWith(" of " + MODELLED))
                .map(name -> name.substring(0, name.length() - MODELLED.length()))
                .filter(name -> told.contains(name + PAIRED))
                .forEach(name -> table.divided(Breakdown.of(name + PAIRED, name + MODELLED)));
        divide(table, PAIRED, told, cells);
        divide(table, MODELLED, told, cells);
        divideTallies(table, told);
        divideExpected(table, told);
        return table;
    }

    /** Of the treated some are analysed, of these some are in the numerator; whoever was followed for longer was followed for less, too. */
    private void divideTallies(Table.Builder table, Set<String> told) {
        List<Tallied> tallies = measure.groups().stream()
                .flatMap(group -> Tallied.of(group).stream())
                .filter(tallied -> tallied.model() == null)
                .distinct()
                .sorted(Comparator.comparing(Tallied::days))
                .toList();
        List<String> followed = tallies.stream()
                .filter(tallied -> tallied.statistic() == Statistic.EVENT_RATE)
                .map(Tallied::set)
                .distinct()
                .toList();
        nest(table, told, TREATED, followed);
        List<Tallied> timed = tallies.stream()
                .filter(tallied -> tallied.set().equals(Tallied.TIMED))
                .toList();
        if (!timed.isEmpty()) {
            nest(table, told, TREATED, List.of(Tallied.TIMED));
        }
        nest(
                table,
                told,
                Tallied.TIMED,
                timed.stream()
                        .filter(Tallied::isShare)
                        .sorted(Comparator.comparing(Tallied::days).reversed())
                        .map(Tallied::numerator)
                        .toList());
        tallies.stream()
                .filter(tallied -> tallied.isShare() && !tallied.set().equals(Tallied.TIMED))
                .forEach(tallied -> nest(table, told, tallied.set(), List.of(tallied.numerator())));
    }

    /** Of those who are counted without a model it expects something of some; and of some of those in their numerator. */
    private void divideExpected(Table.Builder table, Set<String> told) {
        measure.groups().stream()
                .flatMap(group -> Tallied.of(group).stream())
                .filter(tallied -> tallied.model() != null)
                .distinct()
                .forEach(tallied -> {
                    List<String> wholes = tallied.statistic().needsScore()
                            ? List.of(tallied.whole(), ELIGIBLE)
                            : List.of(tallied.whole(), TREATED);
                    wholes.stream()
                            .filter(told::contains)
                            .findFirst()
                            .ifPresent(whole -> table.divided(Breakdown.of(whole, tallied.set())));
                    table.divided(Breakdown.of(tallied.set(), tallied.numerator()));
                    if (told.contains(tallied.ofWhole())) {
                        table.divided(Breakdown.of(tallied.ofWhole(), tallied.numerator()));
                    }
                });
    }

    /** Each count lies within the one before it. */
    private static void nest(Table.Builder table, Set<String> told, String whole, List<String> parts) {
        String around = whole;
        for (String part : parts) {
            if (told.contains(part)) {
                if (told.contains(around)) {
                    table.divided(Breakdown.of(around, part));
                }
                around = part;
            }
        }
    }

    private static void divide(Table.Builder table, String set, Set<String> told, Collection<Cell> cells) {
        if (!told.contains(set)) {
            return;
        }
        List<String> directions = DIRECTIONS.stream()
                .map(statistic -> numerator(set, statistic))
                .filter(told::contains)
                .toList();
        if (!directions.isEmpty()) {
            table.divided(new Breakdown(set, directions, directions.size() == DIRECTIONS.size()));
        }
        String beyond = numerator(set, BEYOND_ERROR);
        if (told.contains(beyond)) {
            table.divided(Breakdown.of(set, beyond));
        }
        String reached = numerator(set, REACHED_MIC);
        String improved = numerator(set, "improved-any");
        if (told.contains(reached)) {
            boolean ofImproved = told.contains(improved) && isWithin(reached, improved, cells);
            table.divided(Breakdown.of(ofImproved ? improved : set, reached));
        }
    }

    private static boolean isWithin(String part, String whole, Collection<Cell> cells) {
        return cells.stream()
                .allMatch(cell ->
                        cell.counts().getOrDefault(part, 0L) <= cell.counts().getOrDefault(whole, 0L));
    }
}
