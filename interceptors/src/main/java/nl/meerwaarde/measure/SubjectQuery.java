package nl.meerwaarde.measure;

import java.util.List;
import nl.meerwaarde.score.ScoreDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Who stands behind the figures, for lists of subjects. */
class SubjectQuery {
    private static final String SUBJECTS = """
            with episodes as (
              select patient_id, counted and closes_on < :asOf as eligible, invited, returned, after_millionths is not null as scorable,
                     not proxy and before_millionths is not null and after_millionths is not null as paired,
                     expected is not null as modelled, (after_millionths - before_millionths) * :direction as improvement
              from %s
            )
            select distinct patient_id, eligible, eligible and invited, eligible and returned, eligible and scorable,
                   eligible and paired, eligible and paired and modelled,
                   case when eligible and paired then sign(improvement) else 0 end,
                   eligible and paired and abs(improvement) > :beyondError, eligible and paired and improvement >= :important
            from episodes
            order by patient_id
            """;

    private final NamedParameterJdbcTemplate jdbc;

    SubjectQuery(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /**
     * An episode of a patient, as a list of subjects needs it.
     *
     * @param improved 1 better, 0 the same or no pair, -1 worse
     */
    record Subject(
            String patient,
            boolean eligible,
            boolean invited,
            boolean returned,
            boolean scorable,
            boolean paired,
            boolean modelled,
            int improved,
            boolean beyondError,
            boolean reachedMic) {}

    /** Every episode of the scope with where it counts. */
    List<Subject> subjects(FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
        FactRows rows = new FactRows(measure, scope);
        MapSqlParameterSource parameters = rows.parameters();
        Thresholds.of(definition).addTo(parameters);
        return jdbc.query(
                SUBJECTS.formatted(rows.episodes()),
                parameters,
                (row, n) -> new Subject(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        row.getBoolean(6),
                        row.getBoolean(7),
                        row.getInt(8),
                        row.getBoolean(9),
                        row.getBoolean(10)));
    }
}
