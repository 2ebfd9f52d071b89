package nl.meerwaarde.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.notification.SubscriptionRegister.Claimed;
import nl.meerwaarde.notification.SubscriptionRegister.Entry;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** One server at a time serves a subscriber. */
class SubscriptionRegisterTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant UNTIL = NOW.plusSeconds(30);

    private final FactDatabase database = database();
    private final SubscriptionRegister register = new SubscriptionRegister(database);
    private final Outbox outbox = new Outbox(database);

    private static FactDatabase database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return FactDatabase.migrated(source);
    }

    @Test
    void ofServersThatTryAtOnceOneGetsIt() throws Exception {
        for (int round = 0; round < 20; round++) {
            String id = subscription("s" + round);
            int servers = 8;
            CyclicBarrier start = new CyclicBarrier(servers);
            ExecutorService pool = Executors.newFixedThreadPool(servers);
            List<Future<Boolean>> tries = IntStream.range(0, servers)
                    .mapToObj(i -> pool.submit(() -> {
                        start.await();
                        return register.claim(id, NOW, UNTIL).isPresent();
                    }))
                    .toList();
            int got = 0;
            for (Future<Boolean> each : tries) {
                got += each.get() ? 1 : 0;
            }
            pool.shutdownNow();
            assertThat(got).isEqualTo(1);
        }
    }

    @Test
    void aServerThatDiedIsReplacedWhenItsLeaseRanOut() {
        String id = subscription("s");
        Claimed dead = register.claim(id, NOW, UNTIL).orElseThrow();
        assertThat(register.claim(id, UNTIL, UNTIL.plusSeconds(30))).isEmpty();
        Claimed next =
                register.claim(id, UNTIL.plusSeconds(1), UNTIL.plusSeconds(30)).orElseThrow();
        assertThat(register.renew(dead, UNTIL.plusSeconds(60))).isFalse();
        register.release(dead);
        assertThat(register.renew(next, UNTIL.plusSeconds(60))).isTrue();
    }

    @Test
    void itIsDueWhenThereIsSomethingToSend() {
        String id = subscription("s");
        assertThat(register.due(NOW)).isEmpty();
        outbox.add(id, "Observation", "o1", 1, true, NOW);
        assertThat(register.due(NOW)).containsExactly(id);
        Claimed claimed = register.claim(id, NOW, UNTIL).orElseThrow();
        assertThat(register.due(NOW)).isEmpty();
        register.failed(claimed, "HTTP 500", NOW, NOW.plusSeconds(10));
        register.release(claimed);
        assertThat(register.due(NOW.plusSeconds(9))).isEmpty();
        assertThat(register.due(NOW.plusSeconds(10))).containsExactly(id);
    }

    /** What was tried goes first and as it was, whatever came in between. */
    @Test
    void whatWasTriedKeepsItsNumbersAndItsNotification() {
        String id = subscription("s");
        outbox.add(id, "Observation", "o1", 1, true, NOW);
        outbox.add(id, "Observation", "o2", 1, true, NOW);
        Claimed claimed = register.claim(id, NOW, UNTIL).orElseThrow();
        List<Event> first = outbox.numbered(outbox.next(id, 2), register.count(claimed, 2));
        assertThat(first).extracting(Event::number).containsExactly(1L, 2L);
        outbox.add(id, "Observation", "o3", 1, true, NOW);
        assertThat(outbox.next(id, 100)).isEqualTo(first);
        outbox.settle(first, Outbox.SENT, NOW);
        List<Event> second = outbox.numbered(outbox.next(id, 100), register.count(claimed, 1));
        assertThat(second).extracting(Event::number).containsExactly(3L);
        assertThat(outbox.giveUp(id, NOW)).isEqualTo(1);
        assertThat(outbox.next(id, 100)).isEmpty();
        assertThat(outbox.replay(id)).isEqualTo(1);
        assertThat(outbox.next(id, 100)).isEqualTo(second);
        assertThat(outbox.between(id, 2, null, 10))
                .extracting(Event::resourceId)
                .containsExactly("o2", "o3");
        outbox.forget(NOW.plusSeconds(1));
        assertThat(outbox.between(id, 1, null, 10))
                .extracting(Event::resourceId)
                .containsExactly("o3");
    }

    private String subscription(String id) {
        register.put(new Entry(id, true, false, "{}"), ChannelSecrets.NONE, null, "", NOW);
        return id;
    }
}
