package nl.meerwaarde.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import nl.meerwaarde.benchmark.LimitChoice.Dispersion;
import nl.meerwaarde.disclosure.PeriodGrid;
import nl.meerwaarde.disclosure.PeriodGrid.Period;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.ParameterReading;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.statistics.ControlLimits.Method;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code $benchmark}, checked.
 *
 * @param measure canonical or {@code Measure/id}; null at instance level
 * @param periods one, or those of the time line in order
 * @param unit what is put side by side
 * @param group id in the Measure or statistic of what is compared; empty when nobody says
 * @param choice how limits are computed
 * @param recipient code of the kind of recipient it is for, or null when nobody says
 * @param recipientOrganization id of the organisation that the recipient belongs to, or null; teams are compared within it
 * @param recipientTeam id of the team that the recipient belongs to, or null
 */
record BenchmarkRequest(
        @Nullable String measure,
        List<Period> periods,
        Unit unit,
        Optional<String> group,
        LimitChoice choice,
        @Nullable String recipient,
        @Nullable String recipientOrganization,
        @Nullable String recipientTeam) {
    /** A report each: more of them would keep a client waiting. */
    static final int MOST_PERIODS = 20;

    private static final Set<String> KNOWN = Set.of(
            "periodStart",
            "periodEnd",
            "timeLine",
            "by",
            "group",
            "limits",
            "overDispersion",
            "recipient",
            "recipientOrganization",
            "recipientTeam");

    BenchmarkRequest {
        periods = List.copyOf(periods);
    }

    /** Of which organisation everything is asked: teams are compared within one, organisations among all. */
    @Nullable
    String within() {
        return unit == Unit.TEAM ? recipientOrganization : null;
    }

    /** The id of whose place is marked, or null. */
    @Nullable
    String own() {
        return unit == Unit.TEAM ? recipientTeam : recipientOrganization;
    }

    /**
     * Reads the parameters.
     *
     * @param typeLevel whether the address names no Measure, so that a parameter must
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException naming everything that is wrong
     */
    static BenchmarkRequest read(OperationParameters given, boolean typeLevel) {
        return new Reader(new ParameterReading("$benchmark", given.texts())).read(typeLevel);
    }

    private record Reader(ParameterReading parameters) {
        BenchmarkRequest read(boolean typeLevel) {
            Set<String> known = new TreeSet<>(KNOWN);
            if (typeLevel) {
                known.add("measure");
            }
            parameters.refuseUnknown(known);
            Optional<String> measure = typeLevel ? parameters.single("measure") : Optional.empty();
            if (typeLevel && measure.isEmpty()) {
                parameters.problem(
                        "measure",
                        "is needed here: the canonical address of a Measure (url or url|version), or Measure/id");
            }
            List<Period> periods = periods();
            LimitChoice choice = choice();
            Optional<String> group = parameters.single("group");
            Optional<String> recipient = parameters.single("recipient");
            Unit unit = unit();
            Optional<String> recipientOrganization = id("recipientOrganization", "Organization");
            Optional<String> recipientTeam = id("recipientTeam", "CareTeam");
            if (recipientTeam.isPresent() && unit != Unit.TEAM) {
                parameters.problem("recipientTeam", "goes with by=team only");
            }
            if (!parameters.problems().isEmpty()) {
                throw Problems.badRequest(parameters.problems());
            }
            return new BenchmarkRequest(
                    measure.orElse(null),
                    periods,
                    unit,
                    group,
                    choice,
                    recipient.orElse(null),
                    recipientOrganization.orElse(null),
                    recipientTeam.orElse(null));
        }

        private Optional<String> id(String name, String type) {
            return parameters.reference(name, type).map(reference -> reference.substring(reference.indexOf('/') + 1));
        }

        private Unit unit() {
            Optional<String> by = parameters.single("by");
            Optional<Unit> unit = by.flatMap(Unit::of);
            if (by.isPresent() && unit.isEmpty()) {
                parameters.problem("by", "must be organization or team");
            }
            return unit.orElse(Unit.ORGANIZATION);
        }

        private List<Period> periods() {
            Optional<LocalDate> from = parameters.firstDay("periodStart");
            Optional<LocalDate> to = parameters.lastDay("periodEnd");
            Optional<String> timeLine = parameters.single("timeLine");
            Optional<PeriodGrid> grid = timeLine.flatMap(PeriodGrid::of);
            if (timeLine.isPresent() && grid.isEmpty()) {
                parameters.problem("timeLine", "must be year, quarter or month");
            }
            if (from.isEmpty() || to.isEmpty()) {
                return List.of();
            }
            if (to.get().isBefore(from.get())) {
                parameters.problem("periodEnd", "lies before periodStart");
                return List.of();
            }
            Period whole = new Period(from.get(), to.get());
            return grid.map(length -> divided(whole, length)).orElse(List.of(whole));
        }

        private List<Period> divided(Period whole, PeriodGrid grid) {
            // Not listed before it is known that they are few.
            if (whole.to().getYear() - whole.from().getYear() >= MOST_PERIODS) {
                tooMany();
                return List.of();
            }
            List<Period> periods = IntStream.rangeClosed(
                            whole.from().getYear(), whole.to().getYear())
                    .mapToObj(grid::in)
                    .flatMap(List::stream)
                    .filter(period -> !period.from().isBefore(whole.from())
                            && !period.to().isAfter(whole.to()))
                    .toList();
            if (periods.size() > MOST_PERIODS) {
                tooMany();
            }
            if (periods.isEmpty()
                    || !periods.get(0).from().equals(whole.from())
                    || !periods.get(periods.size() - 1).to().equals(whole.to())) {
                parameters.problem(
                        "timeLine",
                        "needs a period that begins and ends with a " + grid.code() + ", such as "
                                + grid.in(2025).get(0).from() + " to "
                                + grid.in(2025).get(0).to());
            }
            return periods;
        }

        private void tooMany() {
            parameters.problem("timeLine", "may have " + MOST_PERIODS + " periods at most");
        }

        private LimitChoice choice() {
            Optional<String> limits = parameters.single("limits");
            Optional<Method> method = limits.flatMap(LimitChoice::methodOf);
            if (limits.isPresent() && method.isEmpty()) {
                parameters.problem("limits", "must be exact or normal");
            }
            Optional<String> named = parameters.single("overDispersion");
            Optional<Dispersion> dispersion = named.flatMap(Dispersion::of);
            if (named.isPresent() && dispersion.isEmpty()) {
                parameters.problem("overDispersion", "must be none, additive or multiplicative");
            }
            LimitChoice choice = new LimitChoice(method, dispersion.orElse(Dispersion.NONE));
            if (!choice.suits(true)) {
                parameters.problem(
                        "limits", "cannot be exact with additive overDispersion, which is normal by its nature");
            }
            return choice;
        }
    }
}
