package nl.meerwaarde.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.requester.Requester;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code mw_subscription}: who is told of what, and how far that is. */
class SubscriptionRegister {
    private final JdbcTemplate jdbc;

    SubscriptionRegister(FactDatabase database) {
        this.jdbc = database.jdbc();
    }

    /**
     * What the server keeps of a Subscription.
     *
     * @param collecting whether changes are noted for it
     * @param handshake whether its receiver has yet to answer for the first time
     * @param body what of the resource says what to do
     */
    record Entry(String id, boolean collecting, boolean handshake, String body) {}

    /** A subscription that collects changes, in the edition that is stored. */
    record Edition(String id, String edition) {}

    /**
     * A subscription that this server alone serves at the moment.
     *
     * @param lease who serves it
     * @param requester who asked for it; null when the server does not know who asks
     * @param serverBase address of this server, as the subscriber knows it; may be empty
     * @param failures how often in a row its receiver did not accept
     * @param failingSince since when; null: it does not
     * @param heartbeatAt when it was to hear something; null: when there is something
     */
    record Claimed(
            String id,
            String lease,
            boolean handshake,
            String body,
            ChannelSecrets secrets,
            @Nullable Requester requester,
            String serverBase,
            long events,
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant heartbeatAt) {}

    /** How it goes, for whoever asks. */
    record Progress(
            long events,
            @Nullable String lastError,
            String serverBase,
            @Nullable Requester requester,
            String body) {}

    /** Of all that are stored. */
    List<String> ids() {
        return jdbc.queryForList("select subscription_id from mw_subscription order by subscription_id", String.class);
    }

    /** Those that collect changes. One read of a small table, so that what another server has stored counts at once. */
    List<Edition> collecting() {
        return jdbc.query(
                "select subscription_id, edition from mw_subscription where collecting = true",
                (row, n) -> new Edition(row.getString(1), row.getString(2)));
    }

    String body(Edition edition) {
        return jdbc.queryForList(
                        "select body from mw_subscription where subscription_id = ?", String.class, edition.id())
                .get(0);
    }

    /** What a client stored. */
    void put(Entry entry, ChannelSecrets secrets, @Nullable Requester requester, String serverBase, Instant now) {
        if (!exists(entry.id())) {
            jdbc.update(
                    "insert into mw_subscription (subscription_id, edition, collecting, handshake, body, headers, server_base, next_attempt_at)"
                            + " values (?, ?, false, false, '', '', '', ?)",
                    entry.id(),
                    UUID.randomUUID().toString(),
                    column(now));
        }
        progressed(entry, now);
        jdbc.update(
                "update mw_subscription set headers = ?, secret = ?, requester = ?, server_base = ? where subscription_id = ?",
                String.join("\n", secrets.headers()),
                secrets.key(),
                requester == null ? null : StoredRequester.write(requester),
                serverBase,
                entry.id());
    }

    private boolean exists(String id) {
        return !jdbc.queryForList(
                        "select subscription_id from mw_subscription where subscription_id = ?", String.class, id)
                .isEmpty();
    }

    /** What the server itself changed about it. It starts afresh: nothing was tried yet. */
    void progressed(Entry entry, Instant now) {
        jdbc.update(
                "update mw_subscription set edition = ?, collecting = ?, handshake = ?, body = ?, failures = 0, failing_since = null, next_attempt_at = ?"
                        + " where subscription_id = ?",
                UUID.randomUUID().toString(),
                entry.collecting(),
                entry.handshake(),
                entry.body(),
                column(now),
                entry.id());
    }

    void remove(String id) {
        jdbc.update("delete from mw_subscription where subscription_id = ?", id);
    }

    ChannelSecrets secrets(String id) {
        return jdbc
                .query(
                        "select headers, secret from mw_subscription where subscription_id = ?",
                        (row, n) -> secrets(row.getString(1), row.getString(2)),
                        id)
                .stream()
                .findFirst()
                .orElse(ChannelSecrets.NONE);
    }

    private static ChannelSecrets secrets(String headers, @Nullable String key) {
        return new ChannelSecrets(headers.isEmpty() ? List.of() : List.of(headers.split("\n")), key);
    }

    /** Those with something to send that nobody serves. */
    List<String> due(Instant now) {
        return jdbc.queryForList(
                "select s.subscription_id from mw_subscription s where (s.collecting = true or s.handshake = true)"
                        + " and s.next_attempt_at <= ? and (s.leased_until is null or s.leased_until < ?)"
                        + " and (s.handshake = true or s.heartbeat_at <= ? or exists (select 1 from mw_notification n"
                        + " where n.subscription_id = s.subscription_id and n.state in ('pending', 'trying')))"
                        + " order by s.next_attempt_at",
                String.class,
                column(now),
                column(now),
                column(now));
    }

    /** Takes a subscription for this server to serve; empty when another server has it. Of several that try at once one updates the row. */
    Optional<Claimed> claim(String id, Instant now, Instant until) {
        String lease = UUID.randomUUID().toString();
        int taken = jdbc.update(
                "update mw_subscription set lease = ?, leased_until = ? where subscription_id = ? and (collecting = true or handshake = true)"
                        + " and next_attempt_at <= ? and (leased_until is null or leased_until < ?)",
                lease,
                column(until),
                id,
                column(now),
                column(now));
        return taken == 0 ? Optional.empty() : Optional.of(claimed(id, lease));
    }

    private Claimed claimed(String id, String lease) {
        return jdbc.query(
                        "select subscription_id, lease, handshake, body, headers, secret, requester, server_base, events, failures, failing_since,"
                                + " heartbeat_at from mw_subscription where subscription_id = ? and lease = ?",
                        SubscriptionRegister::claimed,
                        id,
                        lease)
                .get(0);
    }

    private static Claimed claimed(ResultSet row, int n) throws SQLException {
        return new Claimed(
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                row.getString(4),
                secrets(row.getString(5), row.getString(6)),
                requester(row.getString(7)),
                row.getString(8),
                row.getLong(9),
                row.getInt(10),
                instant(row, 11),
                instant(row, 12));
    }

    /** Keeps it; false when it is another server's by now, or is not to be served any more. */
    boolean renew(Claimed claimed, Instant until) {
        return jdbc.update(
                        "update mw_subscription set leased_until = ? where subscription_id = ? and lease = ? and (collecting = true or handshake = true)",
                        column(until),
                        claimed.id(),
                        claimed.lease())
                == 1;
    }

    void release(Claimed claimed) {
        jdbc.update(
                "update mw_subscription set lease = null, leased_until = null where subscription_id = ? and lease = ?",
                claimed.id(),
                claimed.lease());
    }

    /** Counts events on; gives the number of the last one. */
    long count(Claimed claimed, int events) {
        jdbc.update("update mw_subscription set events = events + ? where subscription_id = ?", events, claimed.id());
        return events(claimed);
    }

    long events(Claimed claimed) {
        return jdbc
                .queryForList("select events from mw_subscription where subscription_id = ?", Long.class, claimed.id())
                .stream()
                .findFirst()
                .orElse(0L);
    }

    void accepted(Claimed claimed, @Nullable Instant heartbeatAt) {
        jdbc.update(
                "update mw_subscription set failures = 0, failing_since = null, last_error = null, heartbeat_at = ? where subscription_id = ? and lease = ?",
                column(heartbeatAt),
                claimed.id(),
                claimed.lease());
    }

    void failed(Claimed claimed, String error, Instant now, Instant nextAttempt) {
        jdbc.update(
                "update mw_subscription set failures = failures + 1, failing_since = coalesce(failing_since, ?), last_error = ?, next_attempt_at = ?"
                        + " where subscription_id = ? and lease = ?",
                column(now),
                error,
                column(nextAttempt),
                claimed.id(),
                claimed.lease());
    }

    Optional<Progress> progress(String id) {
        return jdbc
                .query(
                        "select events, last_error, server_base, requester, body from mw_subscription where subscription_id = ?",
                        (row, n) -> new Progress(
                                row.getLong(1),
                                row.getString(2),
                                row.getString(3),
                                requester(row.getString(4)),
                                row.getString(5)),
                        id)
                .stream()
                .findFirst();
    }

    /** Who stored it last, as the token said then. */
    Optional<Requester> subscriber(String id) {
        return progress(id).flatMap(progress -> Optional.ofNullable(progress.requester()));
    }

    /** How many of this requester are served, without one of them. */
    long servedTo(Requester requester, String except) {
        return jdbc
                .queryForList(
                        "select requester from mw_subscription where requester is not null and subscription_id <> ?"
                                + " and (collecting = true or handshake = true)",
                        String.class,
                        except)
                .stream()
                .map(StoredRequester::read)
                .filter(requester::isSameAs)
                .count();
    }

    private static @Nullable Requester requester(@Nullable String json) {
        return json == null ? null : StoredRequester.read(json);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static @Nullable OffsetDateTime column(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
