package nl.meerwaarde.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import nl.meerwaarde.audit.ChainReport.Kind;
import nl.meerwaarde.database.FactDatabase;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is done to a sealed trail by somebody without the key, the chain tells, and what it tells is where. */
class SealChainPropertiesTest {
    private static final List<String> TEXTS = List.of(
            "issuer",
            "subject",
            "client",
            "roles",
            "scopes",
            "person",
            "represented",
            "organization",
            "request",
            "address",
            "server",
            "resource_type",
            "resource_id",
            "resource_version",
            "operation",
            "patient",
            "query",
            "reason",
            "cause");

    /** A trail in a database of its own. */
    private static final class Trail {
        private final JdbcDataSource source = new JdbcDataSource();
        private final JdbcTemplate jdbc;
        private final AuditEntries entries;
        private final Seals seals;
        private final ChainVerification chain;

        Trail() {
            source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            FactDatabase database = FactDatabase.migrated(source);
            jdbc = database.jdbc();
            entries = new AuditEntries(database);
            TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
            byte[] key = "a key".getBytes(StandardCharsets.UTF_8);
            seals = new Seals(database, transaction, () -> key, Clock.systemUTC());
            chain = new ChainVerification(seals, transaction);
        }

        static Trail sealed(List<List<AuditEntry>> batches) {
            Trail trail = new Trail();
            for (List<AuditEntry> batch : batches) {
                trail.entries.add(batch);
                assertThat(trail.seals.seal()).isEqualTo(batch.size());
            }
            return trail;
        }

        ChainReport report() {
            return chain.verify(Set.of());
        }

        Kind fault() {
            return report().fault().orElseThrow().kind();
        }

        void end() {
            jdbc.execute("shutdown");
        }
    }

    @Provide
    Arbitrary<AuditEntry> entries() {
        Arbitrary<String> text = Arbitraries.strings().ascii().ofMaxLength(5);
        Arbitrary<Agent> agents =
                Combinators.combine(text, text, text).as((a, b, c) -> new Agent(a, b, c, a, b, c, a, b));
        return Combinators.combine(agents, text, text, Arbitraries.of(Interaction.READ, Interaction.CREATE), text)
                .as((agent, a, b, interaction, c) -> new AuditEntry(
                        EntryIds.at(Instant.now()),
                        Instant.ofEpochMilli(1_700_000_000_000L),
                        agent,
                        new Origin(a, b, c),
                        new Target(interaction, a, b, c, a),
                        b,
                        c,
                        a,
                        200,
                        new AuditEntry.Denial(c, 1 + a.length())));
    }

    @Provide
    Arbitrary<List<List<AuditEntry>>> batches() {
        return entries().list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(4);
    }

    @Property(tries = 20)
    void anUntouchedTrailHolds(@ForAll("batches") List<List<AuditEntry>> batches) {
        Trail trail = Trail.sealed(batches);
        ChainReport report = trail.report();
        assertThat(report.fault()).isEmpty();
        assertThat(report.seals()).isEqualTo(batches.size());
        assertThat(report.entries())
                .isEqualTo(batches.stream().mapToInt(List::size).sum());
        assertThat(report.unsealed()).isZero();
        trail.end();
    }

    @Property(tries = 40)
    void aChangedWordIsFound(
            @ForAll("batches") List<List<AuditEntry>> batches,
            @ForAll @IntRange(max = 1_000) int which,
            @ForAll @IntRange(max = 18) int column) {
        Trail trail = Trail.sealed(batches);
        UUID entry = any(batches, which);
        String name = TEXTS.get(column);
        trail.jdbc.update("update mw_audit_entry set " + name + " = concat(" + name + ", 'x') where entry = ?", entry);
        assertThat(trail.fault()).isEqualTo(Kind.ENTRY_CHANGED);
        assertThat(trail.report().fault().orElseThrow().entry()).isEqualTo(entry);
        trail.end();
    }

    @Property(tries = 10)
    void anotherCountOfRequestsIsFound(@ForAll("batches") List<List<AuditEntry>> batches) {
        Trail trail = Trail.sealed(batches);
        trail.jdbc.update(
                "update mw_audit_entry set times = times + 1 where entry = ?",
                batches.get(0).get(0).id());
        assertThat(trail.fault()).isEqualTo(Kind.ENTRY_CHANGED);
        trail.end();
    }

    @Property(tries = 20)
    void aRemovedEntryIsFoundAndSoIsOneThatWasPutThere(
            @ForAll("batches") List<List<AuditEntry>> batches,
            @ForAll @IntRange(max = 1_000) int which,
            @ForAll("entries") AuditEntry invented) {
        Trail trail = Trail.sealed(batches);
        trail.entries.add(List.of(invented));
        trail.jdbc.update("delete from mw_audit_unsealed");
        assertThat(trail.fault()).isEqualTo(Kind.ENTRY_OUTSIDE);
        assertThat(trail.report().fault().orElseThrow().entry()).isEqualTo(invented.id());
        trail.jdbc.update("delete from mw_audit_entry where entry in (?, ?)", invented.id(), any(batches, which));
        assertThat(trail.fault()).isEqualTo(Kind.ENTRY_MISSING);
        trail.end();
    }

    @Property(tries = 20)
    void aRemovedSealIsFoundWhereverItWas(
            @ForAll("batches") List<List<AuditEntry>> batches, @ForAll @IntRange(max = 1_000) int which) {
        Trail trail = Trail.sealed(batches);
        int seal = which % batches.size() + 1;
        trail.jdbc.update("delete from mw_audit_seal where seal = ?", seal);
        assertThat(trail.fault()).isEqualTo(Kind.SEAL_MISSING);
        trail.jdbc.update("delete from mw_audit_sealed where seal = ?", seal);
        assertThat(trail.fault()).isIn(Kind.SEAL_MISSING, Kind.ENTRY_OUTSIDE);
        trail.end();
    }

    /** Who makes an entry's digest, its seal and all seals after it anew, with everything but the key, is found out by the first of these. */
    @Property(tries = 10)
    void aChainMadeAnewWithoutTheKeyIsFound(@ForAll("batches") List<List<AuditEntry>> batches) {
        Trail trail = Trail.sealed(batches);
        trail.jdbc.update("insert into mw_audit_unsealed select entry from mw_audit_entry");
        trail.jdbc.update("delete from mw_audit_sealed");
        trail.jdbc.update("delete from mw_audit_seal");
        byte[] other = "another key".getBytes(StandardCharsets.UTF_8);
        new Seals(
                        FactDatabase.migrated(trail.source),
                        new TransactionTemplate(new DataSourceTransactionManager(trail.source)),
                        () -> other,
                        Clock.systemUTC())
                .seal();
        assertThat(trail.fault()).isEqualTo(Kind.SEAL_CHANGED);
        trail.end();
    }

    private static UUID any(List<List<AuditEntry>> batches, int which) {
        List<AuditEntry> all = batches.stream().flatMap(List::stream).toList();
        return all.get(which % all.size()).id();
    }
}
