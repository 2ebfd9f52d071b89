package nl.meerwaarde.cell;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Tallied;
import nl.meerwaarde.score.ScoreDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Who stands behind the figures, for lists of subjects. */
public class SubjectQuery {
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
    private final TallyQuery tallies;

    SubjectQuery(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
        this.tallies = new TallyQuery(jdbc);
    }

    /**
     * An episode of a patient, as a list of subjects needs it.
     *
     * @param improved 1 better, 0 the same or no pair, -1 worse
     * @param member where it counts in a tally; null in what is told of its scores
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
            boolean reachedMic,
            TallyQuery.@Nullable Member member) {
        /** What a tally tells of an episode. */
        static Subject of(TallyQuery.Member member) {
            return new Subject(member.patient(), false, false, false, false, false, false, 0, false, false, member);
        }

        /** Whether it is an episode that the tally counts, in a population of it. */
        boolean isIn(Tallied tallied, Predicate<TallyQuery.Member> population) {
            return member != null && member.tallied().equals(tallied) && population.test(member);
        }
    }

    /** Who stands behind the figures of the scope. */
    public Subjects subjects(FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
        Stream<Subject> tallied =
                tallies.members(measure, scope, definition).stream().map(Subject::of);
        return new Subjects(Stream.concat(
                        measure.isAboutScores() ? scores(measure, scope, definition).stream() : Stream.of(), tallied)
                .toList());
    }

    private List<Subject> scores(FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition) {
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
                        row.getBoolean(10),
                        null));
    }
}
