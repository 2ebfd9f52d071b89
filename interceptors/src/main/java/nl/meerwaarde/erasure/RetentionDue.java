package nl.meerwaarde.erasure;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Whose record has not changed for so long that it need not be kept: neither the patient's own resources nor those of patients merged with it. */
class RetentionDue {
    /** Enough to look at in one go. */
    static final int MOST = 200;

    private final DaoRegistry daos;
    private final PatientResources resources;
    private final NamedParameterJdbcTemplate jdbc;

    RetentionDue(DaoRegistry daos, PatientResources resources, JdbcTemplate jdbc) {
        this.daos = daos;
        this.resources = resources;
        this.jdbc = new NamedParameterJdbcTemplate(jdbc);
    }

    /**
     * Ids of patients, those who changed longest ago first; of the first {@value #MOST} whose Patient is that old.
     *
     * @param day since which nothing changed
     */
    List<String> since(LocalDate day) {
        Date instant = Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        SearchParameterMap old = new SearchParameterMap().setLoadSynchronousUpTo(MOST);
        old.setLastUpdated(new DateRangeParam().setUpperBoundExclusive(instant));
        old.setSort(new SortSpec("_lastUpdated"));
        List<String> candidates =
                daos.getResourceDao(Patient.class).search(old, new SystemRequestDetails()).getAllResources().stream()
                        .map(Resource.class::cast)
                        .map(patient -> patient.getIdElement().getIdPart())
                        .toList();
        if (candidates.isEmpty()) {
            return List.of();
        }
        Map<String, Set<String>> together = together(candidates);
        Set<String> all =
                together.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        Set<String> changed = resources.changedSince(all, new DateRangeParam().setLowerBoundInclusive(instant));
        return candidates.stream()
                .filter(candidate ->
                        together.getOrDefault(candidate, Set.of()).stream().noneMatch(changed::contains))
                .toList();
    }

    private Map<String, Set<String>> together(List<String> patients) {
        Map<String, Set<String>> together = new HashMap<>();
        patients.forEach(patient ->
                together.computeIfAbsent(patient, id -> new TreeSet<>()).add(patient));
        jdbc.query(
                "select c.patient_id, m.patient_id from mw_patient c join mw_patient m on m.survivor_id = c.survivor_id where c.patient_id in (:patients)",
                new MapSqlParameterSource("patients", patients),
                row -> {
                    together.computeIfAbsent(row.getString(1), id -> new TreeSet<>())
                            .add(row.getString(2));
                });
        return together;
    }
}
