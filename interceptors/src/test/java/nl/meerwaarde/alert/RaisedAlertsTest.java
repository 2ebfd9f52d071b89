package nl.meerwaarde.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import nl.meerwaarde.database.FactDatabase;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two servers on one database take each step of an escalation once. */
class RaisedAlertsTest {
    private static final Instant NOW = Instant.parse("2026-02-20T10:00:00Z");

    private final DataSource database = database();
    private final RaisedAlerts raised = new RaisedAlerts(FactDatabase.migrated(database));
    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));

    @Test
    void onlyWhatIsDueIsTaken() {
        add("due", NOW.minusSeconds(1));
        add("later", NOW.plusSeconds(1));
        raised.add(alert("accepted"), "s".repeat(64), null);
        assertThat(raised.due(NOW, 10)).containsExactly("due");
        assertThat(raised.lockDue("later", NOW)).isEmpty();
    }

    @Test
    void aStepIsTakenByOneServer() throws Exception {
        add("due", NOW.minusSeconds(1));
        CountDownLatch locked = new CountDownLatch(1);
        ExecutorService servers = Executors.newFixedThreadPool(2);
        try {
            Future<Boolean> first = servers.submit(() -> transaction.execute(status -> {
                boolean took = take("due");
                locked.countDown();
                return took;
            }));
            locked.await();
            Future<Boolean> second = servers.submit(() -> transaction.execute(status -> take("due")));
            assertThat(List.of(first.get(), second.get())).containsExactly(true, false);
        } finally {
            servers.shutdownNow();
        }
        assertThat(raised.due(NOW, 10)).isEmpty();
    }

    private boolean take(String id) {
        boolean due = raised.lockDue(id, NOW).isPresent();
        if (due) {
            raised.stepsTaken(id, 1, null);
        }
        return due;
    }

    @Test
    void whatIsAcceptedOrHandedBackIsNoted() {
        add("due", NOW.minusSeconds(1));
        raised.accepted("due", false);
        assertThat(raised.due(NOW, 10)).isEmpty();
        raised.handedBack("due", NOW);
        assertThat(raised.due(NOW, 10)).containsExactly("due");
        raised.accepted("due", true);
        assertThat(raised.ofSeries("s".repeat(64)))
                .singleElement()
                .satisfies(alert -> assertThat(alert.ended()).isTrue());
    }

    private void add(String id, Instant nextStep) {
        raised.add(alert(id), "s".repeat(64), nextStep);
    }

    private static RaisedAlert alert(String id) {
        return new RaisedAlert(id, "suicidality", null, null, NOW.minusSeconds(60), false, 0);
    }

    private static DataSource database() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return h2;
    }
}
