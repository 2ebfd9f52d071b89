package nl.meerwaarde.tests.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.outcome.OutcomeFacts;
import nl.meerwaarde.outcome.Outcomes;
import nl.meerwaarde.outcome.SettledFacts;
import nl.meerwaarde.outcome.SettledFacts.Due;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever settles and whoever writes at the same time neither count a fact twice nor lose one, and nobody waits for long. */
class SettlingBesideWritersIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Fhir fhir = TestServer.fhir();
    private final FactDatabase database = TestServer.facts();
    private final SettledFacts facts = new SettledFacts(database.jdbc());
    private final OutcomeFacts outcomes = new OutcomeFacts(database.jdbc());
    private final TransactionTemplate write = new TransactionTemplate(new DataSourceTransactionManager(
            Objects.requireNonNull(database.jdbc().getDataSource())));
    private TestEpisode one;
    private TestEpisode other;

    @BeforeEach
    void treatTwo() {
        SettledRows.settle();
        one = treated();
        other = treated();
    }

    private TestEpisode treated() {
        TestPatient patient = Patients.create(fhir, person -> {});
        TestEpisode episode = new TestEpisode(
                patient,
                fhir.post(TestEpisode.unstored("knee-replacement-primary", Side.LEFT)
                                .setSubject(new org.hl7.fhir.r4.model.Reference(patient.reference())))
                        .id(),
                "knee-replacement-primary",
                Side.LEFT);
        episode.operatedOn("2009-03-01");
        return episode;
    }

    @Test
    void whatSomebodyIsWritingIsSettledLater() {
        write.executeWithoutResult(writing -> {
            remove(one);
            assertThatThrownBy(() -> elsewhere(this::settle).join()).hasCauseInstanceOf(DataAccessException.class);
            writing.setRollbackOnly();
        });
        settle();
        assertConsistent();
        assertThat(SettledRows.due()).isEmpty();
    }

    @Test
    void aWriterWaitsUntilItsFactIsSettledAndTakesItOut() {
        CompletableFuture<Void> writing = database.oneState().execute(settling -> {
            settleEach(SettledRows.due());
            CompletableFuture<Void> change = elsewhere(() -> withdraw(one));
            await().atMost(LONG).until(() -> change.isDone() || isSomebodyWaiting());
            assertThat(change).isNotDone();
            return change;
        });
        Objects.requireNonNull(writing).join();
        assertConsistent();
        assertThat(counted(one)).isZero();
        assertThat(counted(other)).isPositive();
    }

    @Test
    void aFactThatWasRemovedMeanwhileIsNotSettled() {
        List<Due> due = SettledRows.due();
        assertThatThrownBy(() -> database.oneState().executeWithoutResult(settling -> {
                    database.jdbc().queryForList("select settled from mw_change where episode_id = ?", one.id());
                    elsewhere(() -> withdraw(one)).join();
                    settleEach(due);
                }))
                .isInstanceOf(DataAccessException.class);
        assertConsistent();
        settle();
        assertConsistent();
        assertThat(counted(other)).isPositive();
    }

    @Test
    void aFactThatIsTakenOutMeanwhileStaysOut() {
        settle();
        TestEpisode third = treated();
        List<Due> due = SettledRows.due();
        database.oneState().executeWithoutResult(settling -> {
            database.jdbc().queryForList("select settled from mw_change where episode_id = ?", one.id());
            elsewhere(() -> withdraw(one)).join();
            settleEach(due);
        });
        assertConsistent();
        settle();
        assertConsistent();
        assertThat(counted(third)).isPositive();
    }

    @Test
    void twoThatSettleAtOnceSettleOnce() {
        List<Due> due = SettledRows.due();
        CompletableFuture<Void> second = database.oneState().execute(settling -> {
            settleEach(due);
            CompletableFuture<Void> beside =
                    elsewhere(() -> database.oneState().executeWithoutResult(status -> settleEach(due)));
            await().atMost(LONG).until(() -> beside.isDone() || isSomebodyWaiting());
            return beside;
        });
        Objects.requireNonNull(second).handle((nothing, refused) -> null).join();
        assertConsistent();
        assertThat(SettledRows.due()).isEmpty();
    }

    @Test
    void aReportDoesNotMissWhatIsSettledWhileItReads() {
        List<Integer> seen = database.oneState().execute(reading -> {
            int before = settledRows();
            elsewhere(this::settle).join();
            return List.of(before, settledRows(), unsettled());
        });
        assertThat(Objects.requireNonNull(seen).get(1)).isEqualTo(seen.get(0));
        assertThat(seen.get(2)).isPositive();
        assertThat(unsettled()).isZero();
    }

    private void settle() {
        SettledRows.due().forEach(due -> database.oneState().executeWithoutResult(status -> settleEach(List.of(due))));
    }

    private void settleEach(List<Due> due) {
        due.forEach(each -> SettledRows.settle(facts, each));
    }

    private void withdraw(TestEpisode episode) {
        episode.change(plan -> plan.setStatus(CarePlanStatus.ENTEREDINERROR));
    }

    private void remove(TestEpisode episode) {
        outcomes.replace(java.util.Map.of(
                episode.patient().id(), new Outcomes(List.of(), List.of(), List.of(), List.of(), List.of())));
    }

    private static CompletableFuture<Void> elsewhere(Runnable work) {
        return CompletableFuture.runAsync(work);
    }

    private void assertConsistent() {
        assertThat(ChangeRows.differences(database.jdbc())).isEmpty();
        assertThat(SettledRows.differences(database.jdbc())).isEmpty();
    }

    private int counted(TestEpisode episode) {
        return count("select count(*) from mw_change where settled and episode_id = '" + episode.id() + "'");
    }

    private int settledRows() {
        return count("select coalesce(sum(facts), 0) from mw_settled");
    }

    private int unsettled() {
        return count("select count(*) from mw_change where not settled and index_from = '2009-03-01'");
    }

    private int count(String sql) {
        return Objects.requireNonNull(database.jdbc().queryForObject(sql, Integer.class));
    }

    private boolean isSomebodyWaiting() {
        return 0
                < Objects.requireNonNull(TestServer.jdbc()
                        .queryForObject(
                                database.postgres()
                                        ? "select count(*) from pg_locks where not granted"
                                        : "select count(*) from information_schema.sessions where blocker_id is not null",
                                Integer.class));
    }
}
