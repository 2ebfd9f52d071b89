package nl.meerwaarde.alert;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.database.FactDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The table {@code mw_alert}: which alerts were raised, by series (the same answer of the same person to the same question). */
class RaisedAlerts {
    private static final String COLUMNS =
            "select alert_id, alert, response_id, authored, raised_at, ended, steps from mw_alert";
    private static final RowMapper<RaisedAlert> ROW = (row, n) -> new RaisedAlert(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getObject(5, OffsetDateTime.class).toInstant(),
            row.getBoolean(6),
            row.getInt(7));

    private final JdbcTemplate jdbc;
    private final String insertSeriesIfAbsent;

    RaisedAlerts(FactDatabase database) {
        this.jdbc = database.jdbc();
        this.insertSeriesIfAbsent = database.postgres()
                ? "insert into mw_alert_series (series) values (?) on conflict do nothing"
                : "merge into mw_alert_series s using (values (cast(? as char(64)))) as v (series)"
                        + " on s.series = v.series when not matched then insert (series) values (v.series)";
    }

    /** Lets one transaction at a time look at a series and add to it. */
    void lock(String series) {
        jdbc.update(insertSeriesIfAbsent, series);
        jdbc.queryForObject("select series from mw_alert_series where series = ? for update", String.class, series);
    }

    /** The alerts of a series, newest first. */
    List<RaisedAlert> ofSeries(String series) {
        return jdbc.query(COLUMNS + " where series = ? order by raised_at desc", ROW, series);
    }

    /** The alerts that a response raised. */
    List<RaisedAlert> ofResponse(String response) {
        return jdbc.query(COLUMNS + " where response_id = ? order by alert_id", ROW, response);
    }

    void add(RaisedAlert raised, String series, @Nullable Instant nextStep) {
        jdbc.update(
                "insert into mw_alert (alert_id, series, alert, response_id, authored, raised_at, ended, steps, next_step_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                raised.id(),
                series,
                raised.alert(),
                raised.response(),
                raised.authored(),
                column(raised.raisedAt()),
                raised.ended(),
                raised.steps(),
                column(nextStep));
    }

    /** Notes that the response is stored now. */
    void attach(String id, String series, String response) {
        jdbc.update("update mw_alert set response_id = ?, series = ? where alert_id = ?", response, series, id);
    }

    /** Somebody works on its Task, or it is over: nothing escalates. */
    void accepted(String id, boolean ended) {
        jdbc.update("update mw_alert set ended = ?, next_step_at = null where alert_id = ?", ended, id);
    }

    /** Nobody works on its Task any more. */
    void handedBack(String id, Instant now) {
        jdbc.update("update mw_alert set ended = false, next_step_at = ? where alert_id = ?", column(now), id);
    }

    /** The alerts whose next step is due, those that wait longest first. */
    List<String> due(Instant now, int most) {
        return jdbc.queryForList(
                "select alert_id from mw_alert where next_step_at <= ? order by next_step_at fetch first ? rows only",
                String.class,
                column(now),
                most);
    }

    /** The alert, locked for its next step; empty when another server was faster. */
    Optional<RaisedAlert> lockDue(String id, Instant now) {
        return jdbc
                .query(COLUMNS + " where alert_id = ? and next_step_at <= ? for update", ROW, id, column(now))
                .stream()
                .findFirst();
    }

    void stepsTaken(String id, int steps, @Nullable Instant nextStep) {
        jdbc.update("update mw_alert set steps = ?, next_step_at = ? where alert_id = ?", steps, column(nextStep), id);
    }

    private static @Nullable OffsetDateTime column(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
