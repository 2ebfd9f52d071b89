package nl.meerwaarde.outcome;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The table {@code mw_settled}: sums over facts whose window is closed, by month of the index event and by one thing at a time that reports divide by. A fact is
 * either settled, and in the sums, or it is read by itself.
 *
 * <p>Whoever writes facts only adds rows here, so that writers never wait for each other. Settling puts rows together; it waits for no writer, so that the two
 * never wait for each other crosswise: where somebody holds a fact that it needs, it gives up and is tried again.
 */
public class SettledFacts {
    /** In the place of an organisation: everybody together. */
    public static final String EVERYBODY = "*";

    /** The stratum of what is not known. */
    private static final String UNKNOWN = "unknown";

    /** The stratum of episodes for whose outcomes no team answers. */
    public static final String NO_TEAM = "no-team";

    private static final String TEAM = "team_id";

    /** The columns of facts that reports divide by, besides the organisation. */
    private static final List<String> STRATIFIERS =
            List.of("sex", "age_band", "language", "literacy", "deprivation", TEAM);

    private static final String KEYS = "series, index_month, pathway_version, organization_id, stratifier, stratum";

    private static final String SUMS =
            "facts, eligible, invited, died, otherwise_ended, returned, scorable, proxy, n, improved, worsened, beyond_error, reached_mic, "
                    + "before_sum, before_squares, after_sum, after_squares, gain_squares, expected, expected_squares, residual_squares";

    private static final String ADDED = SUMS.replaceAll("(\\w+)", "sum($1)");

    /** Of {@code mw_settled}. */
    public static final String COLUMNS = KEYS + ", batch, " + SUMS;

    /** Facts added up, divided by everything at once. */
    private static final String FINEST = """
            select series, index_month, pathway_version, organization_id, sex, age_band, language, literacy, deprivation, team_id,
                   count(*) as facts,
                   count(*) filter (where counted) as eligible,
                   count(*) filter (where counted and invited) as invited,
                   count(*) filter (where not counted and ended_by = 'death') as died,
                   count(*) filter (where not counted and ended_by <> 'death') as otherwise_ended,
                   count(*) filter (where counted and returned) as returned,
                   count(after_millionths) filter (where counted) as scorable,
                   count(*) filter (where counted and proxy) as proxy,
                   count(*) filter (where paired) as n,
                   count(*) filter (where paired and gain > 0) as improved,
                   count(*) filter (where paired and gain < 0) as worsened,
                   count(*) filter (where paired and abs(gain) > beyond_error) as beyond_error,
                   count(*) filter (where paired and gain >= important) as reached_mic,
                   coalesce(sum(before_millionths) filter (where paired), 0) as before_sum,
                   coalesce(sum(cast(before_millionths as numeric(38)) * before_millionths) filter (where paired), 0) as before_squares,
                   coalesce(sum(after_millionths) filter (where paired), 0) as after_sum,
                   coalesce(sum(cast(after_millionths as numeric(38)) * after_millionths) filter (where paired), 0) as after_squares,
                   coalesce(sum(cast(gain as numeric(38)) * gain) filter (where paired), 0) as gain_squares,
                   coalesce(sum(expected) filter (where paired), 0) as expected,
                   coalesce(sum(expected * expected) filter (where paired), 0) as expected_squares,
                   coalesce(sum((after_millionths * 0.000001 - expected) * (after_millionths * 0.000001 - expected)) filter (where paired), 0) as residual_squares
            from (
              select c.*, s.beyond_error, s.important,
                     c.index_from - cast(extract(day from c.index_from) - 1 as integer) as index_month,
                     c.counted and not c.proxy and c.before_millionths is not null and c.after_millionths is not null as paired,
                     (c.after_millionths - c.before_millionths) * s.direction as gain
              from mw_change c join mw_settled_series s on s.series = c.series
              where %s
            ) facts
            group by series, index_month, pathway_version, organization_id, sex, age_band, language, literacy, deprivation, team_id
            """;

    /** What facts add to the sums; {@code :sign} is -1 where they are taken out. */
    private static final String CONTRIBUTION = "select " + KEYS
            + ", cast(:batch as bigint) as batch, " + SUMS.replaceAll("(\\w+)", ":sign * sum($1) as $1")
            + " from (select series, index_month, "
            + "pathway_version, case when everybody then '" + EVERYBODY
            + "' else organization_id end as organization_id, stratifier, "
            + "case stratifier when '' then '' " + strata() + " end as stratum, " + SUMS
            + " from (%s) finest cross join (values "
            + divisions() + ") as division (stratifier, everybody)) divided group by " + KEYS;

    private static final String ADDING = "insert into mw_settled (" + COLUMNS + ") ";

    private static final String OF_MONTH =
            "c.series = :series and not c.settled and c.index_from >= :month and c.index_to < :nextMonth and c.closes_on < :today";

    private static final String OF_SERIES = "c.series = :series and c.settled";

    private static final String ONE =
            "c.episode_id = :episode and c.moment = :moment and c.score = :score and c.model = :model";

    private static final String DUE = """
            select series, score, index_month from (
              select series, score, index_to, index_from - cast(extract(day from index_from) - 1 as integer) as index_month
              from mw_change
              where not settled and closes_on < ?
            ) facts
            where index_to < index_month + interval '1' month
            group by series, score, index_month
            having count(*) >= ?
            order by index_month, series
            """;

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    public SettledFacts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    private static String strata() {
        return STRATIFIERS.stream()
                .map(column -> "when '" + column + "' then coalesce(cast(" + column + " as varchar(64)), '"
                        + (column.equals(TEAM) ? NO_TEAM : UNKNOWN) + "')")
                .collect(Collectors.joining(" "));
    }

    private static String divisions() {
        return Stream.concat(
                        Stream.of("('', false)"),
                        STRATIFIERS.stream().map(column -> "('" + column + "', false), ('" + column + "', true)"))
                .collect(Collectors.joining(", "));
    }

    /**
     * What settled facts add to the sums, as rows of {@code mw_settled}; parameters {@code sign} (-1 where they are taken out) and {@code batch} go with it.
     *
     * @param which of them, as a condition on {@code mw_change c}
     */
    public static String contribution(String which) {
        return CONTRIBUTION.formatted(FINEST.formatted(which));
    }

    /**
     * Facts that could be settled.
     *
     * @param series key of the {@link Series}
     * @param score key of the score, or empty
     * @param month first day of the month of their index events
     */
    public record Due(long series, String score, LocalDate month) {}

    /**
     * By what changes of a score are counted.
     *
     * @param direction 1 when a higher score is better, else -1
     * @param beyondError millionths; the largest change that may be measurement error
     * @param important millionths; the smallest improvement that matters
     */
    public record Counting(int direction, long beyondError, long important) {}

    /** A fact by the columns that identify it. */
    record Key(String episode, String moment, String score, String model) {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::episode)
                .thenComparing(Key::moment)
                .thenComparing(Key::score)
                .thenComparing(Key::model);

        private Object[] values() {
            return new Object[] {episode, moment, score, model};
        }

        private MapSqlParameterSource parameters() {
            return new MapSqlParameterSource()
                    .addValue("episode", episode)
                    .addValue("moment", moment)
                    .addValue("score", score)
                    .addValue("model", model);
        }
    }

    /**
     * Months of series with facts to settle.
     *
     * @param today windows that closed before it are closed
     * @param least fewest facts that are worth it
     */
    public List<Due> due(LocalDate today, int least) {
        return jdbc.query(
                DUE,
                (row, n) -> new Due(row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class)),
                today,
                least);
    }

    /**
     * Settles the facts of a month. Needs a transaction that sees one state of the database.
     *
     * @throws org.springframework.dao.DataAccessException when somebody changes one of the facts meanwhile; nothing is settled then, and it can be tried again
     */
    public void settle(Due due, LocalDate today, Counting counting) {
        countBy(due.series(), counting, today);
        MapSqlParameterSource parameters = new MapSqlParameterSource()
                .addValue("series", due.series())
                .addValue("month", due.month())
                .addValue("nextMonth", due.month().plusMonths(1))
                .addValue("today", today)
                .addValue("sign", 1)
                .addValue("batch", 1L);
        hold(OF_MONTH, parameters);
        named.update(ADDING + contribution(OF_MONTH), parameters);
        named.update("update mw_change c set settled = true where " + OF_MONTH, parameters);
        putTogether(parameters);
    }

    /**
     * Locks facts, without waiting for anybody. What this transaction sees of them is not what is there when somebody removed one since: PostgreSQL says so, H2
     * passes over it.
     */
    private void hold(String which, MapSqlParameterSource parameters) {
        Long seen = named.queryForObject("select count(*) from mw_change c where " + which, parameters, Long.class);
        long[] held = {0};
        named.query("select c.settled from mw_change c where " + which + " for update nowait", parameters, row -> {
            held[0]++;
        });
        if (seen == null || seen != held[0]) {
            throw new CannotAcquireLockException("Facts were removed meanwhile");
        }
    }

    /** One row for each key: what was settled before, what was taken out since, and what comes now. */
    private void putTogether(MapSqlParameterSource parameters) {
        Long last = named.queryForObject(
                "select coalesce(max(batch), 1) from mw_settled where series = :series and index_month = :month",
                parameters,
                Long.class);
        parameters.addValue("batch", (last == null ? 1L : last) + 1);
        named.update(
                "insert into mw_settled (" + COLUMNS + ") select " + KEYS + ", cast(:batch as bigint), " + ADDED
                        + " from mw_settled where series = :series and index_month = :month group by " + KEYS,
                parameters);
        named.update(
                "delete from mw_settled where series = :series and index_month = :month and batch < :batch",
                parameters);
    }

    /** Takes the series for this transaction. Sums that were made by other thresholds are thrown away, and their facts settled anew. */
    private void countBy(long series, Counting counting, LocalDate today) {
        List<Counting> stored = jdbc.query(
                "select direction, beyond_error, important from mw_settled_series where series = ? for update",
                (row, n) -> new Counting(row.getInt(1), row.getLong(2), row.getLong(3)),
                series);
        if (!stored.contains(counting)) {
            MapSqlParameterSource parameters = new MapSqlParameterSource("series", series);
            hold(OF_SERIES, parameters);
            named.update("update mw_change c set settled = false where " + OF_SERIES, parameters);
            jdbc.update("delete from mw_settled where series = ?", series);
            jdbc.update("delete from mw_settled_series where series = ?", series);
            jdbc.update(
                    "insert into mw_settled_series (series, direction, beyond_error, important, closed_before) values (?, ?, ?, ?, ?)",
                    series,
                    counting.direction(),
                    counting.beyondError(),
                    counting.important(),
                    today);
        } else {
            jdbc.update(
                    "update mw_settled_series set closed_before = greatest(closed_before, ?) where series = ?",
                    today,
                    series);
        }
    }

    /** Removes facts, and takes those that are settled out of the sums. */
    void remove(Collection<Key> obsolete) {
        List<Key> keys = obsolete.stream().sorted(Key.ORDER).toList();
        int[] removed = jdbc.batchUpdate(
                "delete from mw_change where episode_id = ? and moment = ? and score = ? and model = ? and not settled",
                keys.stream().map(Key::values).toList());
        for (int i = 0; i < removed.length; i++) {
            if (removed[i] == 0) {
                removeSettled(keys.get(i));
            }
        }
    }

    /** Held first, so that nobody makes the sums anew by other thresholds meanwhile. */
    private void removeSettled(Key key) {
        MapSqlParameterSource parameters = key.parameters().addValue("sign", -1).addValue("batch", 0L);
        List<Boolean> held = named.queryForList(
                "select c.settled from mw_change c where " + ONE + " for update", parameters, Boolean.class);
        if (held.contains(true)) {
            named.update(ADDING + contribution(ONE), parameters);
        }
        named.update("delete from mw_change c where " + ONE, parameters);
    }

    /** Forgets every sum. */
    void clear() {
        jdbc.update("delete from mw_settled");
        jdbc.update("delete from mw_settled_series");
    }
}
