package nl.meerwaarde.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import nl.meerwaarde.record.RecordEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables of outcome facts: {@code mw_episode}, {@code mw_moment}, {@code mw_score}, {@code mw_event}, {@code mw_expectation}, and {@code mw_change},
 * which lays them side by side for reports.
 */
public class OutcomeFacts {
    /** Digits after the point that a fact keeps; no published score has more than four. */
    private static final int SCALE = 6;

    /** Expectations are means of models, published with up to nine. */
    private static final int EXPECTED_SCALE = 12;

    private static final FactTable<Outcomes.EpisodeFact> EPISODES = new FactTable<>(
            "mw_episode",
            List.of(
                    "episode_id",
                    "pathway",
                    "pathway_version",
                    "organization_id",
                    "side",
                    "index_from",
                    "index_to",
                    "sex",
                    "age",
                    "age_band",
                    "language",
                    "literacy",
                    "deprivation",
                    "ended_by",
                    "ended_on",
                    "practitioner_id",
                    "days_to_index",
                    "goals_rated",
                    "goals_attained",
                    "team_id"),
            1,
            f -> new Object[] {
                f.episode(),
                f.pathway(),
                f.pathwayVersion(),
                f.organization(),
                f.side(),
                f.indexFrom(),
                f.indexTo(),
                f.sex(),
                f.age(),
                f.ageBand(),
                f.background().language(),
                f.background().literacy(),
                f.background().deprivation(),
                f.endedBy(),
                f.endedOn(),
                f.practitioner(),
                f.daysToIndex(),
                f.goals().rated(),
                f.goals().attained(),
                f.team()
            },
            (row, n) -> new Outcomes.EpisodeFact(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    date(row, 6),
                    date(row, 7),
                    row.getString(8),
                    row.getObject(9, Integer.class),
                    row.getString(10),
                    background(row, 11),
                    row.getString(14),
                    date(row, 15),
                    row.getString(16),
                    row.getObject(17, Integer.class),
                    new Outcomes.Goals(row.getInt(18), row.getInt(19)),
                    row.getString(20)));

    private static final FactTable<Outcomes.MomentFact> MOMENTS = new FactTable<>(
            "mw_moment",
            List.of("episode_id", "moment", "opens_on", "closes_on", "invited", "counted"),
            2,
            f -> new Object[] {f.episode(), f.moment(), f.opens(), f.closes(), f.invited(), f.counted()},
            (row, n) -> new Outcomes.MomentFact(
                    row.getString(1),
                    row.getString(2),
                    date(row, 3),
                    date(row, 4),
                    row.getBoolean(5),
                    row.getBoolean(6)));

    private static final FactTable<Outcomes.ScoreFact> SCORES = new FactTable<>(
            "mw_score",
            List.of(
                    "episode_id",
                    "moment",
                    "score",
                    "source",
                    "score_value",
                    "respondent",
                    "language",
                    "answer_mode",
                    "instrument",
                    "authored_on",
                    "counts"),
            4,
            f -> new Object[] {
                f.episode(),
                f.moment(),
                f.score(),
                f.source(),
                f.value(),
                f.respondent(),
                f.language(),
                f.mode(),
                f.instrument(),
                f.authored(),
                f.counts()
            },
            (row, n) -> new Outcomes.ScoreFact(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    number(row, 5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9),
                    date(row, 10),
                    row.getBoolean(11)));

    private static final FactTable<Outcomes.EventFact> EVENTS = new FactTable<>(
            "mw_event",
            List.of("episode_id", "event", "source", "happened_from", "happened_to"),
            3,
            f -> new Object[] {f.episode(), f.event(), f.source(), f.happenedFrom(), f.happenedTo()},
            (row, n) -> new Outcomes.EventFact(
                    row.getString(1), row.getString(2), row.getString(3), date(row, 4), date(row, 5)));

    private static final FactTable<Outcomes.ExpectationFact> EXPECTATIONS = new FactTable<>(
            "mw_expectation",
            List.of("episode_id", "moment", "score", "model", "source", "expected"),
            4,
            f -> new Object[] {f.episode(), f.moment(), f.score(), f.model(), f.source(), expected(f.value())},
            (row, n) -> new Outcomes.ExpectationFact(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    expected(row.getBigDecimal(6))));

    private static final FactTable<ChangeFact> CHANGES = new FactTable<>(
            "mw_change",
            List.of(
                    "episode_id",
                    "moment",
                    "score",
                    "model",
                    "series",
                    "pathway",
                    "pathway_version",
                    "organization_id",
                    "index_from",
                    "index_to",
                    "sex",
                    "age_band",
                    "language",
                    "literacy",
                    "deprivation",
                    "ended_by",
                    "closes_on",
                    "counted",
                    "invited",
                    "returned",
                    "proxy",
                    "before_millionths",
                    "after_millionths",
                    "expected",
                    "team_id"),
            4,
            f -> new Object[] {
                f.episode(),
                f.moment(),
                f.score(),
                f.model(),
                f.series().key(),
                f.pathway(),
                f.pathwayVersion(),
                f.organization(),
                f.indexFrom(),
                f.indexTo(),
                f.sex(),
                f.ageBand(),
                f.background().language(),
                f.background().literacy(),
                f.background().deprivation(),
                f.endedBy(),
                f.closes(),
                f.counted(),
                f.invited(),
                f.returned(),
                f.proxy(),
                millionths(f.before()),
                millionths(f.after()),
                f.expected(),
                f.team()
            },
            (row, n) -> new ChangeFact(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getObject(9, LocalDate.class),
                    row.getObject(10, LocalDate.class),
                    row.getString(11),
                    row.getString(12),
                    background(row, 13),
                    row.getString(16),
                    row.getObject(17, LocalDate.class),
                    row.getBoolean(18),
                    row.getBoolean(19),
                    row.getBoolean(20),
                    row.getBoolean(21),
                    ofMillionths(row.getBigDecimal(22)),
                    ofMillionths(row.getBigDecimal(23)),
                    row.getBigDecimal(24),
                    row.getString(25)));

    private final JdbcTemplate jdbc;
    private final SettledFacts settled;

    public OutcomeFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.settled = new SettledFacts(jdbc);
    }

    /** A number in the form in which the tables keep it. */
    static BigDecimal stored(BigDecimal value) {
        return value.setScale(SCALE, RoundingMode.HALF_UP);
    }

    private static BigDecimal expected(BigDecimal value) {
        return value.setScale(EXPECTED_SCALE, RoundingMode.HALF_UP);
    }

    private static @Nullable Long millionths(@Nullable BigDecimal value) {
        return value == null ? null : stored(value).unscaledValue().longValueExact();
    }

    private static @Nullable BigDecimal ofMillionths(@Nullable BigDecimal millionths) {
        return millionths == null ? null : millionths.movePointLeft(SCALE).setScale(SCALE);
    }

    /**
     * Makes the facts of patients equal to the given ones; touches only rows that differ. Everything obsolete goes before anything new comes, because an
     * episode may move from one patient to another.
     */
    public void replace(Map<String, Outcomes> byPatient) {
        List<Runnable> inserts = new ArrayList<>();
        byPatient.forEach((patient, derived) -> {
            Outcomes outcomes = stored(derived);
            inserts.add(replace(EPISODES, patient, outcomes.episodes()));
            inserts.add(replace(MOMENTS, patient, outcomes.moments()));
            inserts.add(replace(SCORES, patient, outcomes.scores()));
            inserts.add(replace(EVENTS, patient, outcomes.events()));
            inserts.add(replace(EXPECTATIONS, patient, outcomes.expectations()));
            inserts.add(replaceChanges(patient, ChangeFact.of(outcomes)));
        });
        inserts.forEach(Runnable::run);
    }

    private static Outcomes stored(Outcomes outcomes) {
        return new Outcomes(
                outcomes.episodes(),
                outcomes.moments(),
                outcomes.scores(),
                outcomes.events(),
                outcomes.expectations().stream().map(OutcomeFacts::stored).toList());
    }

    private <F> Runnable replace(FactTable<F> table, String patient, List<F> wanted) {
        Set<F> missing = table.removeObsolete(jdbc, patient, wanted);
        return () -> table.insert(jdbc, patient, missing);
    }

    private Runnable replaceChanges(String patient, List<ChangeFact> wanted) {
        Set<ChangeFact> missing = CHANGES.removeObsolete(
                jdbc,
                patient,
                wanted,
                obsolete ->
                        settled.remove(obsolete.stream().map(ChangeFact::key).toList()));
        return () -> CHANGES.insert(jdbc, patient, missing);
    }

    private static Outcomes.ExpectationFact stored(Outcomes.ExpectationFact f) {
        return new Outcomes.ExpectationFact(
                f.episode(), f.moment(), f.score(), f.model(), f.source(), expected(f.value()));
    }

    /** Whether there are facts of this patient. Without an episode there are none. */
    public boolean hasAny(String patient) {
        return !jdbc.queryForList(
                        "select 1 from mw_episode where patient_id = ? fetch first 1 rows only", Integer.class, patient)
                .isEmpty();
    }

    /** The patient's facts as stored, in the order of {@link Outcomes}. */
    public Outcomes of(String patient) {
        return new Outcomes(
                sorted(EPISODES.stored(jdbc, patient), Outcomes.EpisodeFact::episode),
                sorted(MOMENTS.stored(jdbc, patient), f -> f.episode() + f.moment()),
                sorted(SCORES.stored(jdbc, patient), f -> f.episode() + f.moment() + f.score() + f.source()),
                sorted(EVENTS.stored(jdbc, patient), f -> f.episode() + f.event() + f.source()),
                sorted(EXPECTATIONS.stored(jdbc, patient), f -> f.episode() + f.moment() + f.score() + f.model()));
    }

    /** Whether anything is expected by this model. */
    public boolean isExpectedBy(String model) {
        return !jdbc.queryForList(
                        "select 1 from mw_expectation where model = ? fetch first 1 rows only", Integer.class, model)
                .isEmpty();
    }

    /** Forgets every fact. */
    public void clear() {
        for (String table : List.of("mw_episode", "mw_moment", "mw_score", "mw_event", "mw_expectation", "mw_change")) {
            jdbc.update("delete from " + table);
        }
        settled.clear();
    }

    private static <F> List<F> sorted(List<F> facts, Function<F, String> key) {
        return facts.stream().sorted(Comparator.comparing(key)).toList();
    }

    private static RecordEntry.Background background(ResultSet row, int column) throws SQLException {
        return new RecordEntry.Background(
                row.getString(column), row.getString(column + 1), row.getObject(column + 2, Integer.class));
    }

    private static @Nullable LocalDate date(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static @Nullable BigDecimal number(ResultSet row, int column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : stored(value);
    }
}
