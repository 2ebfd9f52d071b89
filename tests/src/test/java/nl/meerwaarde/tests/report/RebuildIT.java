package nl.meerwaarde.tests.report;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestServer;
import org.awaitility.Awaitility;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class RebuildIT {
    private static final List<String> TABLES = List.of("mw_episode", "mw_moment", "mw_score", "mw_record_entry");

    private final Fhir fhir = TestServer.fhir();
    private final JdbcTemplate jdbc = TestServer.jdbc();
    private final Hospital hospital = Hospital.create(fhir);

    @Test
    void factsThatWereLostComeBack() {
        String patient = hospital.operated(p -> {}, "1", "3").patient().id();
        List<List<Map<String, Object>>> before = facts(patient);
        TABLES.forEach(table -> jdbc.update("delete from " + table + " where patient_id = ?", patient));

        rebuilt("Patient/" + patient + "/");

        assertThat(facts(patient)).isEqualTo(before);
    }

    @Test
    void factsThatAreWrongAreMended() {
        TestEpisode episode = hospital.operated(p -> {}, "1", "3");
        jdbc.update(
                "update mw_score set score_value = 7 where patient_id = ?",
                episode.patient().id());
        jdbc.update(
                "delete from mw_moment where patient_id = ?", episode.patient().id());

        rebuilt("Patient/" + episode.patient().id() + "/");

        assertThat(hospital.report().value("mean-gain")).isEqualByComparingTo("24");
    }

    @Test
    void aRebuildOfEverythingChangesNothingThatIsRight() {
        String patient = hospital.operated(p -> {}, "1", "3").patient().id();
        List<List<Map<String, Object>>> before = facts(patient);

        Parameters done = rebuilt("");

        assertThat(facts(patient)).isEqualTo(before);
        assertThat(done.getParameterValue("progress").primitiveValue()).startsWith("1");
    }

    @Test
    void aJobThatDoesNotExistIsNotFound() {
        assertThat(fhir.get("$rebuild-outcome-facts?jobId=nowhere")).hasStatus(404);
        assertThat(fhir.get("$rebuild-outcome-facts")).hasStatus(400);
    }

    private List<List<Map<String, Object>>> facts(String patient) {
        return TABLES.stream()
                .map(table ->
                        jdbc.queryForList("select * from " + table + " where patient_id = ? order by 1, 2, 3", patient))
                .toList();
    }

    private Parameters rebuilt(String level) {
        Parameters started = fhir.post(level + "$rebuild-outcome-facts", "{\"resourceType\": \"Parameters\"}")
                .stored(Parameters.class);
        String job = started.getParameterValue("jobId").primitiveValue();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> fhir.get("$rebuild-outcome-facts?jobId=" + job).stored(Parameters.class),
                        progress -> "completed"
                                .equals(progress.getParameterValue("status").primitiveValue()));
    }
}
