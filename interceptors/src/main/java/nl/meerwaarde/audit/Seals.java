package nl.meerwaarde.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.meerwaarde.audit.Seal.Member;
import nl.meerwaarde.database.FactDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionOperations;

/** The tables {@code mw_audit_seal}, {@code mw_audit_sealed} and {@code mw_audit_unsealed}. */
class Seals {
    /** So that a seal is made in well under a second. */
    static final int MOST_AT_ONCE = 1_000;

    private static final RowMapper<Seal> SEAL = (row, n) -> new Seal(
            row.getLong(1),
            row.getObject(2, OffsetDateTime.class).toInstant(),
            row.getInt(3),
            row.getString(4),
            row.getString(5),
            row.getString(6));
    private static final String SEALS = "select seal, sealed, entries, previous, hash, code from mw_audit_seal";

    private static final String OF_ENTRY = "e." + AuditEntries.COLUMNS.replace(", ", ", e.");

    private final JdbcTemplate jdbc;
    private final TransactionOperations transaction;
    private final Supplier<byte[]> key;
    private final Clock clock;

    /** @param key of the seals' codes; asked for when it is needed */
    Seals(FactDatabase database, TransactionOperations transaction, Supplier<byte[]> key, Clock clock) {
        this.jdbc = database.jdbc();
        this.transaction = transaction;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Seals entries that wait for it, the oldest first. An entry is found by its waiting, not by its number: one whose transaction ended late is sealed later.
     *
     * @return how many
     * @throws org.springframework.dao.DataAccessException when another node is sealing
     */
    int seal() {
        return Optional.ofNullable(transaction.execute(status -> {
                    jdbc.queryForObject("select sealer from mw_audit_sealer for update nowait", Integer.class);
                    return sealWaiting();
                }))
                .orElse(0);
    }

    private int sealWaiting() {
        List<AuditEntry> waiting = jdbc.query(
                "select " + OF_ENTRY + " from mw_audit_unsealed u join mw_audit_entry e on e.entry = u.entry"
                        + " order by u.entry fetch first " + MOST_AT_ONCE + " rows only",
                AuditEntries.ROW);
        if (!waiting.isEmpty()) {
            List<Member> members = waiting.stream()
                    .map(entry -> new Member(entry.id(), EntryDigest.of(entry)))
                    .toList();
            write(last().next(clock.instant().truncatedTo(ChronoUnit.MILLIS), members, key.get()), members);
        }
        return waiting.size();
    }

    private void write(Seal seal, List<Member> members) {
        jdbc.update(
                "insert into mw_audit_seal (seal, sealed, entries, previous, hash, code) values (?, ?, ?, ?, ?, ?)",
                seal.number(),
                seal.sealed().atOffset(ZoneOffset.UTC),
                seal.entries(),
                seal.previous(),
                seal.hash(),
                seal.code());
        List<Object[]> rows = new ArrayList<>();
        members.forEach(member -> rows.add(new Object[] {member.entry(), seal.number(), rows.size(), member.digest()}));
        jdbc.batchUpdate("insert into mw_audit_sealed (entry, seal, place, digest) values (?, ?, ?, ?)", rows);
        jdbc.batchUpdate(
                "delete from mw_audit_unsealed where entry = ?",
                members.stream().map(member -> new Object[] {member.entry()}).toList());
    }

    /** The head of the chain. */
    Seal last() {
        return jdbc.query(SEALS + " order by seal desc fetch first 1 rows only", SEAL).stream()
                .findFirst()
                .orElse(Seal.NONE);
    }

    /** The first seal after a number. */
    Optional<Seal> after(long number) {
        return jdbc.query(SEALS + " where seal > ? order by seal fetch first 1 rows only", SEAL, number).stream()
                .findFirst();
    }

    /**
     * What lies under a seal, in its order.
     *
     * @param entry as it is now; null when it is not there any more
     */
    record Sealed(Member member, @Nullable AuditEntry entry) {}

    List<Sealed> under(Seal seal) {
        return jdbc.query(
                "select s.entry as member, s.digest as digest, " + OF_ENTRY
                        + " from mw_audit_sealed s left join mw_audit_entry e on e.entry = s.entry"
                        + " where s.seal = ? order by s.place",
                (row, n) -> new Sealed(
                        new Member(row.getObject("member", UUID.class), row.getString("digest")),
                        row.getObject("recorded") == null ? null : AuditEntries.ROW.mapRow(row, n)),
                seal.number());
    }

    /** Whether this seal was made with the key and follows the one before. */
    boolean isGenuine(Seal seal, Seal before, List<Member> members) {
        return seal.follows(before, members, key.get());
    }

    long waiting() {
        return Optional.ofNullable(jdbc.queryForObject("select count(*) from mw_audit_unsealed", Long.class))
                .orElse(0L);
    }

    /** The first entry that is under no seal and does not wait for one: somebody put it there, or took its seal away. */
    Optional<UUID> outside() {
        return jdbc
                .queryForList(
                        "select e.entry from mw_audit_entry e left join mw_audit_sealed s on s.entry = e.entry"
                                + " left join mw_audit_unsealed u on u.entry = e.entry"
                                + " where s.entry is null and u.entry is null order by e.entry fetch first 1 rows only",
                        UUID.class)
                .stream()
                .findFirst();
    }

    /** The first entry that waits for a seal and is not there. */
    Optional<UUID> missingBeforeSeal() {
        return jdbc
                .queryForList(
                        "select u.entry from mw_audit_unsealed u left join mw_audit_entry e on e.entry = u.entry"
                                + " where e.entry is null order by u.entry fetch first 1 rows only",
                        UUID.class)
                .stream()
                .findFirst();
    }

    /** Entries that are said to be under a seal that does not exist, because it was taken away. */
    Optional<UUID> underNoSeal() {
        return jdbc
                .queryForList(
                        "select s.entry from mw_audit_sealed s left join mw_audit_seal h on h.seal = s.seal"
                                + " where h.seal is null order by s.entry fetch first 1 rows only",
                        UUID.class)
                .stream()
                .findFirst();
    }
}
