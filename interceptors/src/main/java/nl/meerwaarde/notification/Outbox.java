package nl.meerwaarde.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.meerwaarde.database.FactDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The table {@code mw_notification}: what there is to tell, what was told, and what nobody wanted to hear. */
class Outbox {
    static final String SENT = "sent";

    /** Its subscriber may not see the resource (any more), or it is gone. */
    static final String WITHHELD = "withheld";

    /** Its receiver did not accept anything for so long that the server gave up. */
    static final String DEAD = "dead";

    /** No notification holds more. */
    static final int MOST_TOGETHER = 100;

    private static final String COLUMNS =
            "select notification_key, resource_type, resource_id, resource_version, created, happened_at, event_number, delivery from mw_notification";
    private static final RowMapper<Event> ROW = (row, n) -> new Event(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getLong(4),
            row.getBoolean(5),
            row.getObject(6, OffsetDateTime.class).toInstant(),
            row.getObject(7, Long.class),
            row.getString(8));

    private final JdbcTemplate jdbc;

    Outbox(FactDatabase database) {
        this.jdbc = database.jdbc();
    }

    /** Notes, in the running transaction, something to tell. */
    void add(String subscription, String type, String id, long version, boolean created, Instant happenedAt) {
        jdbc.update(
                "insert into mw_notification (subscription_id, resource_type, resource_id, resource_version, created, happened_at, state)"
                        + " values (?, ?, ?, ?, ?, ?, 'pending')",
                subscription,
                type,
                id,
                version,
                created,
                column(happenedAt));
    }

    /** What is to be sent next, together: what was tried before goes as it was. */
    List<Event> next(String subscription, int most) {
        List<Event> tried = jdbc.query(
                COLUMNS
                        + " where subscription_id = ? and state = 'trying' order by event_number fetch first ? rows only",
                ROW,
                subscription,
                MOST_TOGETHER);
        return tried.isEmpty()
                ? jdbc.query(
                        COLUMNS + " where subscription_id = ? and state = 'pending'"
                                + " order by notification_key fetch first ? rows only",
                        ROW,
                        subscription,
                        most)
                : tried.stream()
                        .filter(event -> String.valueOf(event.delivery())
                                .equals(tried.get(0).delivery()))
                        .toList();
    }

    /** Gives events that have none yet their numbers, and all of them the notification that they are sent in. */
    List<Event> numbered(List<Event> events, long lastNumber) {
        String delivery = UUID.randomUUID().toString();
        long number = lastNumber - events.size();
        List<Event> numbered = new ArrayList<>();
        for (Event event : events) {
            numbered.add(event.numbered(++number, delivery));
            jdbc.update(
                    "update mw_notification set state = 'trying', event_number = ?, delivery = ? where notification_key = ?",
                    number,
                    delivery,
                    event.key());
        }
        return numbered;
    }

    void settle(List<Event> events, String state, Instant now) {
        for (Event event : events) {
            jdbc.update(
                    "update mw_notification set state = ?, settled_at = ? where notification_key = ? and state in ('pending', 'trying')",
                    state,
                    column(now),
                    event.key());
        }
    }

    /** Nobody tries any more; gives how many. */
    int giveUp(String subscription, Instant now) {
        return jdbc.update(
                "update mw_notification set state = 'dead', settled_at = ? where subscription_id = ? and state in ('pending', 'trying')",
                column(now),
                subscription);
    }

    /** What waits is told to nobody. */
    void withhold(String subscription, Instant now) {
        jdbc.update(
                "update mw_notification set state = 'withheld', settled_at = ? where subscription_id = ? and state in ('pending', 'trying')",
                column(now),
                subscription);
    }

    /** How much was not told in the time that is remembered. */
    long withheld(String subscription) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from mw_notification where subscription_id = ? and state = 'withheld'",
                Long.class,
                subscription));
    }

    /** Dead letters are tried again; gives how many. */
    int replay(String subscription) {
        return jdbc.update(
                "update mw_notification set state = case when event_number is null then 'pending' else 'trying' end, settled_at = null"
                        + " where subscription_id = ? and state = 'dead'",
                subscription);
    }

    /** What was numbered, whatever became of it, in order. */
    List<Event> between(String subscription, long first, @Nullable Long last, int most) {
        return jdbc.query(
                COLUMNS
                        + " where subscription_id = ? and event_number >= ? and event_number <= ? and state <> 'withheld'"
                        + " order by event_number fetch first ? rows only",
                ROW,
                subscription,
                first,
                last == null ? Long.MAX_VALUE : last,
                most);
    }

    /** Forgets what was settled long ago, except dead letters. */
    void forget(Instant before) {
        jdbc.update(
                "delete from mw_notification where state in ('sent', 'withheld') and settled_at < ?", column(before));
    }

    void remove(String subscription) {
        jdbc.update("delete from mw_notification where subscription_id = ?", subscription);
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
