package nl.meerwaarde.cell;

import java.util.Locale;
import java.util.Set;
import nl.meerwaarde.consent.Population;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.outcome.Series;
import nl.meerwaarde.outcome.SettledFacts;
import nl.meerwaarde.pathway.Pathway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/**
 * Which rows of the fact tables a report is about: the {@code from} part of its statements, with their parameters. Whatever it reads from, the rows have
 * the columns of {@code mw_change}.
 *
 * @param measure what is reported
 * @param scope about whom
 */
record FactRows(FactMeasure measure, ReportScope scope) {
    /** Changes from another moment than baseline do not lie ready; every episode is a row, with what there is. */
    private static final String JOINED = """
            select e.episode_id, e.patient_id, e.pathway_version, e.organization_id, e.index_from, e.index_to, e.sex, e.age_band,
                   e.language, e.literacy, e.deprivation, e.team_id, e.ended_by,
                   m.closes_on, m.counted, m.invited, a.episode_id is not null as returned,
                   coalesce(a.respondent = 'proxy', false) or coalesce(b.respondent = 'proxy', false) as proxy,
                   cast(b.score_value * 1000000 as bigint) as before_millionths,
                   cast(a.score_value * 1000000 as bigint) as after_millionths,
                   x.expected
            from mw_episode e
            join mw_moment m on m.episode_id = e.episode_id and m.moment = :after
            left join mw_score a on a.episode_id = e.episode_id and a.moment = :after and a.score = :score and a.counts
            left join mw_score b on b.episode_id = e.episode_id and b.moment = :before and b.score = :score and b.counts
            left join mw_expectation x on x.episode_id = e.episode_id and x.moment = :after and x.score = :score and x.model = :model
            where e.pathway = :pathway
            """;

    /** Every episode that was treated, whether anybody was asked anything or not. */
    private static final String TREATED = """
            select e.episode_id, e.patient_id, e.pathway_version, e.organization_id, e.index_from, e.index_to, e.sex, e.age_band,
                   e.language, e.literacy, e.deprivation, e.team_id, e.days_to_index, e.goals_rated, e.goals_attained
            from mw_episode e
            where e.pathway = :pathway
            """;

    /** One row for each treated episode, with the columns of {@code mw_episode}. */
    String treated() {
        return "(" + TREATED + ") c where true" + restriction();
    }

    /** The scores of which a model of a share expected something; a parameter {@code expectations} names the series, where they lie ready. */
    String expectations() {
        return liesReady()
                ? "mw_change c where c.series = :expectations and c.settled in (true, false)" + restriction()
                : scores();
    }

    /** What a model of a share expected of an episode; parameters {@code outcome} and {@code expectedBy} say which model and of what. */
    String expected(boolean ofScores) {
        return ofScores && liesReady()
                ? "c.expected"
                : "(select x.expected from mw_expectation x where x.episode_id = c.episode_id and x.model = :expectedBy and x.score = :outcome)";
    }

    /** One row for each episode. */
    String episodes() {
        return joined("");
    }

    /** What the rows are. */
    enum Kind {
        /** One for each moment, whether anybody answered or not. */
        MOMENTS(""),
        /** The scores, with an expectation or without; one for each episode that has any. */
        SCORES(""),
        /** The scores of which the model expected something. */
        MODELLED(" and c.expected is not null");

        private final String condition;

        Kind(String condition) {
            this.condition = condition;
        }

        /** The name of the parameter that holds their series. */
        String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The scores, with an expectation or without; a row for each episode that has any. */
    String scores() {
        return of(Kind.SCORES, Set.of());
    }

    /** The scores of which the model expected something. */
    String modelled() {
        return of(Kind.MODELLED, Set.of());
    }

    /**
     * The rows of a kind.
     *
     * @param settled kinds of which those that are settled are left out
     */
    String of(Kind kind, Set<Kind> settled) {
        return liesReady()
                ? ready(kind, settled.contains(kind) ? "not c.settled" : "c.settled in (true, false)")
                : joined(kind.condition);
    }

    /** The sums of those that are, all together: of whole months, a row for each organisation. */
    String settled(Kind kind) {
        return settled(kind, " and c.stratifier = ''" + ofReporter());
    }

    /** Likewise, divided by one thing at a time: a row for each stratum. */
    String settledStrata(Kind kind) {
        return settled(
                kind,
                " and c.stratifier in (:stratifiers)"
                        + (scope.isOfEverybody()
                                ? " and c.organization_id = '" + SettledFacts.EVERYBODY + "'"
                                : ofReporter()));
    }

    /** The sums as they lie ready; where the scope leaves some patients out, beside what their settled facts add to them, with the opposite sign. */
    private String settled(Kind kind, String condition) {
        String ready = "mw_settled c where c.series = :" + kind.parameter()
                + " and c.index_month >= :from and c.index_month <= :to" + ofVersion() + condition;
        if (scope.population().isEverybody()) {
            return ready;
        }
        String leftOut = "c.series = :" + kind.parameter()
                + " and c.settled and c.index_from >= :from and c.index_to <= :to"
                + ofVersion() + Population.objected("c.patient_id");
        return "(select " + SettledFacts.COLUMNS + " from " + ready + " union all select " + SettledFacts.COLUMNS
                + " from (" + SettledFacts.contribution(leftOut) + ") c where true" + condition + ") c where true";
    }

    /** Whether sums by month can tell of them. Those who did not consent may be most of all, so that it is less work to add up the others. */
    boolean areWholeMonths() {
        return liesReady()
                && (scope.population().isEverybody() || scope.population().isWithoutObjectors())
                && scope.patient() == null
                && !(scope.reporter() instanceof Reporter.OfPractitioner)
                && !(scope.reporter() instanceof Reporter.OfTeam)
                && scope.from().getDayOfMonth() == 1
                && scope.to().plusDays(1).getDayOfMonth() == 1;
    }

    private boolean liesReady() {
        return measure.before().equals(Pathway.BASELINE) && !measure.after().equals(Pathway.BASELINE);
    }

    private String ready(Kind kind, String condition) {
        return "mw_change c where c.series = :" + kind.parameter() + " and " + condition + restriction();
    }

    private String joined(String condition) {
        return "(" + JOINED + ") c where true" + condition + restriction();
    }

    private String restriction() {
        String patient = scope.patient() == null
                ? ""
                : " and c.patient_id = (select survivor_id from mw_patient where mw_patient.patient_id = :patient)";
        return " and c.index_from >= :from and c.index_to <= :to" + ofVersion() + ofReporter() + patient
                + scope.population().condition("c.patient_id");
    }

    private String ofVersion() {
        return measure.pathway().version() == null ? "" : " and c.pathway_version = :pathwayVersion";
    }

    private String ofReporter() {
        if (scope.reporter() instanceof Reporter.OfOrganization) {
            return " and c.organization_id = :reporter";
        }
        if (scope.reporter() instanceof Reporter.OfTeam) {
            return " and c.organization_id in (:reporter) and c.team_id = :team";
        }
        return scope.reporter() instanceof Reporter.OfPractitioner
                ? " and c.episode_id in (select episode_id from mw_episode where practitioner_id = :reporter)"
                : "";
    }

    private @Nullable Object reporter() {
        if (scope.reporter() instanceof Reporter.OfTeam team) {
            return team.organizations();
        }
        return scope.reporter() instanceof Reporter.OfPractitioner practitioner
                ? practitioner.id()
                : scope.reporter().owner();
    }

    private String model() {
        return measure.model() == null ? "" : measure.model();
    }

    /** In which of the rows that lie ready those of a kind are. */
    Series series(Kind kind) {
        String pathway = measure.pathway().url();
        return switch (kind) {
            case MOMENTS -> Series.ofMoments(pathway, measure.after());
            case SCORES ->
                Series.ofScores(pathway, measure.after(), measure.score().key());
            case MODELLED ->
                new Series(pathway, measure.after(), measure.score().key(), model());
        };
    }

    /** What the conditions name. */
    MapSqlParameterSource parameters() {
        String pathway = measure.pathway().url();
        MapSqlParameterSource parameters = new MapSqlParameterSource();
        for (Kind kind : Kind.values()) {
            parameters.addValue(kind.parameter(), series(kind).key());
        }
        return scope.population()
                .addTo(parameters)
                .addValue("sign", -1)
                .addValue("batch", 0L)
                .addValue("after", measure.after())
                .addValue("before", measure.before())
                .addValue("score", measure.score().key())
                .addValue("model", model())
                .addValue("pathway", pathway)
                .addValue("pathwayVersion", measure.pathway().version())
                .addValue("from", scope.from())
                .addValue("to", scope.to())
                .addValue("asOf", scope.asOf())
                .addValue("reporter", reporter())
                .addValue("team", scope.reporter() instanceof Reporter.OfTeam team ? team.id() : null)
                .addValue("patient", scope.patient());
    }
}
