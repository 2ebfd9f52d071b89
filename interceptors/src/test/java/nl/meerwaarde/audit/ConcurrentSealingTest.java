package nl.meerwaarde.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meerwaarde.database.FactDatabase;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes seal while others record: there is one chain, and every entry is in it once. */
class ConcurrentSealingTest {
    private static final int WRITERS = 4;
    private static final int EACH = 100;

    private final JdbcConnectionPool source =
            JdbcConnectionPool.create("jdbc:h2:mem:sealing;DB_CLOSE_DELAY=-1", "sa", "");
    private final FactDatabase database = FactDatabase.migrated(source);
    private final AuditEntries entries = new AuditEntries(database);
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final AtomicBoolean over = new AtomicBoolean();

    @AfterEach
    void close() {
        pool.shutdownNow();
        database.jdbc().execute("shutdown");
        source.dispose();
    }

    @Test
    void thereIsOneChain() {
        List<CompletableFuture<Void>> nodes = Stream.generate(
                        () -> CompletableFuture.runAsync(this::sealUntilTheEnd, pool))
                .limit(2)
                .toList();
        List<CompletableFuture<Void>> writers = Stream.generate(() -> CompletableFuture.runAsync(this::write, pool))
                .limit(WRITERS)
                .toList();
        writers.forEach(CompletableFuture::join);
        over.set(true);
        nodes.forEach(CompletableFuture::join);
        seals().seal();

        ChainReport report = new ChainVerification(seals(), transaction).verify(Set.of());
        assertThat(report.fault()).isEmpty();
        assertThat(report.entries()).isEqualTo(WRITERS * EACH);
        assertThat(report.unsealed()).isZero();
    }

    private void write() {
        IntStream.range(0, EACH)
                .forEach(i -> transaction.executeWithoutResult(status -> entries.add(List.of(entry()))));
    }

    private static AuditEntry entry() {
        return new AuditEntry(
                EntryIds.at(Instant.now()),
                Instant.ofEpochMilli(1_700_000_000_000L),
                Agent.UNKNOWN,
                new Origin("", "", ""),
                new Target(Interaction.READ, "Patient", "1", "", ""),
                "1",
                "",
                "",
                200,
                AuditEntry.Denial.NONE);
    }

    private void sealUntilTheEnd() {
        Seals seals = seals();
        while (!over.get()) {
            try {
                seals.seal();
            } catch (DataAccessException e) {
                // The other node is at it.
            }
        }
    }

    private Seals seals() {
        byte[] key = "a key".getBytes(StandardCharsets.UTF_8);
        return new Seals(database, transaction, () -> key, Clock.systemUTC());
    }
}
