package nl.meerwaarde.caregap;

import java.time.LocalDate;
import java.util.List;
import nl.meerwaarde.measure.FactMeasure;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * The moments of a Measure whose window lies in a period, wholly or in part. Left out are those that death or another end of follow-up came before. An answer
 * closes the gap also when it has no score: who has answered is not asked again.
 */
class DueQuery {
    private static final String DUE = """
            select e.patient_id, e.episode_id, m.moment, m.opens_on, m.closes_on, m.invited,
                   case when exists (select 1 from mw_score s where s.episode_id = m.episode_id and s.moment = m.moment
                                                                and s.score = :score and s.counts) then 'CLOSED_GAP'
                        when m.opens_on > :today then 'PROSPECTIVE_GAP'
                        else 'OPEN_GAP' end
            from mw_episode e
            join mw_moment m on m.episode_id = e.episode_id
            where e.pathway = :pathway and m.moment in (:before, :after) and m.counted
              and m.opens_on <= :to and m.closes_on >= :from
            """;
    private static final String OF_VERSION = " and e.pathway_version = :version";
    private static final String OF_ORGANIZATION = " and e.organization_id = :organization";
    private static final String OF_PATIENTS =
            " and e.patient_id in (select survivor_id from mw_patient where mw_patient.patient_id in (:patients))";
    private static final String IN_ORDER = " order by e.patient_id, e.episode_id, m.opens_on, m.moment";

    private final NamedParameterJdbcTemplate jdbc;

    DueQuery(JdbcTemplate jdbc) {
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /**
     * By patient, episode and time.
     *
     * @param patients ids of the Patients it is about; ignored when the request names no subject
     */
    List<DueMeasurement> due(FactMeasure measure, CareGapsRequest request, List<String> patients, LocalDate today) {
        if (request.subject() != null && patients.isEmpty()) {
            return List.of();
        }
        String statement = DUE
                + (measure.pathway().version() == null ? "" : OF_VERSION)
                + (request.organization() == null ? "" : OF_ORGANIZATION)
                + (request.subject() == null ? "" : OF_PATIENTS)
                + IN_ORDER;
        MapSqlParameterSource parameters = new MapSqlParameterSource()
                .addValue("score", measure.score().key())
                .addValue("today", today)
                .addValue("pathway", measure.pathway().url())
                .addValue("version", measure.pathway().version())
                .addValue("before", measure.before())
                .addValue("after", measure.after())
                .addValue("from", request.from())
                .addValue("to", request.to())
                .addValue("organization", request.organization())
                .addValue("patients", patients);
        return jdbc.query(
                statement,
                parameters,
                (row, n) -> new DueMeasurement(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDate.class),
                        row.getObject(5, LocalDate.class),
                        row.getBoolean(6),
                        GapStatus.valueOf(row.getString(7))));
    }
}
