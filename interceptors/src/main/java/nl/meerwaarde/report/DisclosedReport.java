package nl.meerwaarde.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.meerwaarde.disclosure.Cell;
import nl.meerwaarde.disclosure.DisclosedCell;
import nl.meerwaarde.disclosure.Pseudonyms;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.figure.Figure;
import nl.meerwaarde.figure.OutcomeReport;
import nl.meerwaarde.measure.CountNames;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Stratifier;
import org.jspecify.annotations.Nullable;

/**
 * A report as its recipient may see it.
 *
 * @param report what was computed
 * @param recipient for whom
 * @param groups its figures, in the order of the Measure
 * @param pseudonyms those of the organisations among its strata that the recipient may not know
 */
record DisclosedReport(OutcomeReport report, Recipient recipient, List<Group> groups, Set<String> pseudonyms) {
    /** A group: its figure over all, and its figures by stratum. */
    record Group(
            FactMeasure.Group group, DisclosedFigure overall, Map<Stratifier, Map<String, DisclosedFigure>> strata) {}

    /** What may be seen of the numbers of a figure. */
    @FunctionalInterface
    interface Cells {
        /**
         * The cell of a figure.
         *
         * @param stratifier by what the figure's episodes are divided; null for everything together
         * @param stratum their value of it
         */
        DisclosedCell of(FactMeasure.Group group, Figure figure, @Nullable Stratifier stratifier, String stratum);
    }

    /**
     * Lets every figure of a report through disclosure control.
     *
     * @param adjustable of which groups the reference that adjusted values compare with may be known
     */
    static DisclosedReport of(
            OutcomeReport report, Recipient recipient, Cells cells, Predicate<FactMeasure.Group> adjustable) {
        return new DisclosedReport(
                report,
                recipient,
                report.groups().stream()
                        .map(group -> group(group, cells, adjustable.test(group.group())))
                        .toList(),
                Set.of());
    }

    /** The same with organisations under the names that the recipient may know, in the order of these: that of ids would tell something of them. */
    DisclosedReport underNames(Pseudonyms.Names names) {
        Set<String> used = new TreeSet<>();
        List<Group> named = groups.stream()
                .map(group -> new Group(group.group(), group.overall(), underNames(group.strata(), names, used)))
                .toList();
        return new DisclosedReport(report, recipient, named, used);
    }

    private static Map<Stratifier, Map<String, DisclosedFigure>> underNames(
            Map<Stratifier, Map<String, DisclosedFigure>> strata, Pseudonyms.Names names, Set<String> used) {
        Map<String, DisclosedFigure> byName = new TreeMap<>();
        strata.getOrDefault(Stratifier.ORGANIZATION, Map.of()).forEach((organization, figure) -> {
            Optional<String> pseudonym = names.pseudonym(organization);
            pseudonym.ifPresent(used::add);
            byName.put(pseudonym.orElse(organization), figure);
        });
        Map<Stratifier, Map<String, DisclosedFigure>> named = new LinkedHashMap<>(strata);
        named.replace(Stratifier.ORGANIZATION, byName);
        return named;
    }

    /** A report of which the recipient may see every number, or fails. */
    static DisclosedReport entitled(OutcomeReport report, Recipient recipient) {
        String organization = report.scope().reporter().owner();
        return of(
                report,
                recipient,
                (group, figure, stratifier, stratum) ->
                        DisclosedCell.entitled(recipient, organization, counts(group, figure)),
                group -> true);
    }

    private static Cell counts(FactMeasure.Group group, Figure figure) {
        return Cell.of(figure.populations().stream()
                .collect(Collectors.toMap(
                        population -> CountNames.count(group, population.code()),
                        Figure.Population::count,
                        (one, same) -> one)));
    }

    private static Group group(OutcomeReport.GroupReport group, Cells cells, boolean adjustable) {
        Map<Stratifier, Map<String, DisclosedFigure>> strata = new LinkedHashMap<>();
        group.strata().forEach((stratifier, figures) -> {
            Map<String, DisclosedFigure> byStratum = new LinkedHashMap<>();
            figures.forEach((stratum, figure) -> byStratum.put(
                    stratum,
                    figure(group.group(), figure, cells.of(group.group(), figure, stratifier, stratum), adjustable)));
            strata.put(stratifier, byStratum);
        });
        DisclosedCell total = cells.of(group.group(), group.overall(), null, "");
        return new Group(group.group(), figure(group.group(), group.overall(), total, adjustable), strata);
    }

    private static DisclosedFigure figure(
            FactMeasure.Group group, Figure figure, DisclosedCell cell, boolean adjustable) {
        return DisclosedFigure.of(group, figure, cell, adjustable);
    }
}
