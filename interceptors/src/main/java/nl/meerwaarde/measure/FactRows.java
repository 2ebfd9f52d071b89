package nl.meerwaarde.measure;

import nl.meerwaarde.outcome.Series;
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
                   e.language, e.literacy, e.deprivation, e.ended_by,
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
                   e.language, e.literacy, e.deprivation, e.days_to_index, e.goals_rated, e.goals_attained
            from mw_episode e
            where e.pathway = :pathway
            """;

    /** One row for each treated episode, with the columns of {@code mw_episode}. */
    String treated() {
        return "(" + TREATED + ") c where true" + restriction();
    }

    /** The scores of which a model of a share expected something; a parameter {@code expectations} names the series, where they lie ready. */
    String expectations() {
        return liesReady() ? "mw_change c where c.series = :expectations" + restriction() : scores();
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

    /** One row for each moment, whether anybody answered or not. */
    String moments() {
        return liesReady() ? ready("moments") : joined("");
    }

    /** The scores, with an expectation or without; a row for each episode that has any. */
    String scores() {
        return liesReady() ? ready("scores") : joined("");
    }

    /** The scores of which the model expected something. */
    String modelled() {
        return liesReady() ? ready("modelled") : joined(" and c.expected is not null");
    }

    private boolean liesReady() {
        return measure.before().equals(Pathway.BASELINE) && !measure.after().equals(Pathway.BASELINE);
    }

    private String ready(String series) {
        return "mw_change c where c.series = :" + series + restriction();
    }

    private String joined(String condition) {
        return "(" + JOINED + ") c where true" + condition + restriction();
    }

    private String restriction() {
        String version = measure.pathway().version() == null ? "" : " and c.pathway_version = :pathwayVersion";
        String patient = scope.patient() == null
                ? ""
                : " and c.patient_id = (select survivor_id from mw_patient where mw_patient.patient_id = :patient)";
        return " and c.index_from >= :from and c.index_to <= :to" + version + ofReporter() + patient;
    }

    private String ofReporter() {
        if (scope.reporter() instanceof Reporter.OfOrganization) {
            return " and c.organization_id = :reporter";
        }
        if (scope.reporter() instanceof Reporter.OfTeam) {
            return " and c.organization_id in (:reporter)";
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

    /** What the conditions name. */
    MapSqlParameterSource parameters() {
        String pathway = measure.pathway().url();
        String score = measure.score().key();
        String model = measure.model() == null ? "" : measure.model();
        return new MapSqlParameterSource()
                .addValue("moments", Series.ofMoments(pathway, measure.after()).key())
                .addValue(
                        "scores",
                        Series.ofScores(pathway, measure.after(), score).key())
                .addValue("modelled", new Series(pathway, measure.after(), score, model).key())
                .addValue("after", measure.after())
                .addValue("before", measure.before())
                .addValue("score", score)
                .addValue("model", model)
                .addValue("pathway", pathway)
                .addValue("pathwayVersion", measure.pathway().version())
                .addValue("from", scope.from())
                .addValue("to", scope.to())
                .addValue("asOf", scope.asOf())
                .addValue("reporter", reporter())
                .addValue("patient", scope.patient());
    }
}
