package nl.meerwaarde.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.measure.FactMeasure;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Which resources lie behind the facts of some patients for a Measure. */
class SourceQuery {
    private static final String EPISODES = """
            select e.episode_id from mw_episode e
            where e.pathway = :pathway and (cast(:version as varchar) is null or e.pathway_version = :version)
              and e.index_from >= :from and e.index_to <= :to
              and e.patient_id in (select survivor_id from mw_patient where mw_patient.patient_id in (:patients))
            order by e.episode_id
            """;
    private static final String PATIENTS = """
            select distinct e.patient_id from mw_episode e
            where e.pathway = :pathway and (cast(:version as varchar) is null or e.pathway_version = :version)
              and e.index_from >= :from and e.index_to <= :to
            order by e.patient_id
            """;
    private static final String SCORES = """
            select distinct source from mw_score
            where episode_id in (:episodes) and moment in (:before, :after) and score = :score
            order by source
            """;
    private static final String EXPECTATIONS = """
            select distinct source from mw_expectation
            where episode_id in (:episodes) and moment = :after and score = :score and model = :model
            order by source
            """;

    /** A death stands in the Patient, who is collected anyway. */
    private static final String EVENTS = """
            select distinct source from mw_event
            where episode_id in (:episodes) and event in (:events) and source like '%/%'
            order by source
            """;

    private final NamedParameterJdbcTemplate jdbc;

    SourceQuery(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /**
     * The resources that facts name.
     *
     * @param episodes ids of CarePlans
     * @param answers {@code Type/id} of what scores, expectations and events came from
     */
    record Sources(List<String> episodes, List<String> answers) {}

    /** Ids of all patients with an episode whose index event lies in a period. */
    List<String> patients(FactMeasure measure, LocalDate from, LocalDate to) {
        return jdbc.queryForList(PATIENTS, period(measure, from, to), String.class);
    }

    private static MapSqlParameterSource period(FactMeasure measure, LocalDate from, LocalDate to) {
        return new MapSqlParameterSource()
                .addValue("pathway", measure.pathway().url())
                .addValue("version", measure.pathway().version())
                .addValue("from", from)
                .addValue("to", to);
    }

    Sources of(FactMeasure measure, List<String> patients, LocalDate from, LocalDate to) {
        if (patients.isEmpty()) {
            return new Sources(List.of(), List.of());
        }
        MapSqlParameterSource parameters = period(measure, from, to)
                .addValue("patients", patients)
                .addValue("before", measure.before())
                .addValue("after", measure.after())
                .addValue("score", measure.score().key())
                .addValue("model", measure.model());
        List<String> episodes = jdbc.queryForList(EPISODES, parameters, String.class);
        if (episodes.isEmpty()) {
            return new Sources(episodes, List.of());
        }
        parameters.addValue("episodes", episodes);
        List<String> answers = new ArrayList<>(jdbc.queryForList(SCORES, parameters, String.class));
        if (measure.model() != null) {
            answers.addAll(jdbc.queryForList(EXPECTATIONS, parameters, String.class));
        }
        if (!measure.countedEvents().isEmpty()) {
            parameters.addValue("events", measure.countedEvents());
            answers.addAll(jdbc.queryForList(EVENTS, parameters, String.class));
        }
        return new Sources(episodes, answers);
    }
}
