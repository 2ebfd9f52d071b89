package nl.meerwaarde.erasure;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.model.ExpungeOptions;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.meerwaarde.cell.ReleasedPatients;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Erases patients in three steps, of which each can be done again: everything is deleted in one transaction, so that what is derived from it goes along; what is kept
 * for releases is closed; then every resource goes for good, with its history. What remains to be done is written down first, so that an erasure that was broken off
 * is finished by the next one.
 */
class Erasure {
    private static final int VERSIONS = 100_000;

    private static final String DELETED = """
            select distinct e.resource_type, e.resource_id from mw_audit_entry e
            where e.patient in (:patients) and e.interaction = 'delete' and e.status < 300
              and not exists (
                select 1 from mw_audit_entry o
                where o.resource_type = e.resource_type and o.resource_id = e.resource_id and o.interaction = 'delete'
                  and o.patient <> '' and o.patient not in (:patients))
            """;

    private final DaoRegistry daos;
    private final PatientResources resources;
    private final References references;
    private final ReleasedPatients released;
    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    Erasure(
            DaoRegistry daos,
            PatientResources resources,
            References references,
            ReleasedPatients released,
            JdbcTemplate jdbc) {
        this.daos = daos;
        this.resources = resources;
        this.references = references;
        this.released = released;
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /**
     * What was erased.
     *
     * @param resources how many
     * @param closed the releases of which nothing more is told: Measure and year
     */
    record Erased(int resources, SortedSet<String> closed) {}

    /**
     * Erases a patient and those merged into or with this one: they are one person. Empty when nothing is stored about this patient.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 409 when something refers to a resource of the patient that is not the patient's
     */
    Optional<Erased> erase(String patient) {
        Set<String> patients = together(patient);
        Map<String, Set<String>> all = resources.of(patients);
        refuseWhatIsReferredTo(all);
        Map<String, Set<String>> stored = withoutScores(all);
        note(patient, stored);
        note(patient, deletedBefore(patients));
        delete(patient, stored);
        Map<String, Set<String>> remaining = noted(patient);
        SortedSet<String> closed = released.close(patients);
        if (remaining.isEmpty() && closed.isEmpty()) {
            return Optional.empty();
        }
        closed.addAll(released.closeUnknown());
        remaining.forEach((type, ids) -> ids.forEach(id -> expunge(type, id)));
        forget(patients);
        jdbc.update("delete from mw_erasure where patient_id = ?", patient);
        return Optional.of(
                new Erased(remaining.values().stream().mapToInt(Set::size).sum(), closed));
    }

    private Set<String> together(String patient) {
        Set<String> patients = new TreeSet<>(jdbc.queryForList(
                "select patient_id from mw_patient where survivor_id = (select survivor_id from mw_patient where patient_id = ?)",
                String.class,
                patient));
        patients.add(patient);
        return patients;
    }

    /** What clients deleted and was about nobody else still has its history; the audit trail knows of it. What was stored again since is found by itself. */
    private Map<String, Set<String>> deletedBefore(Set<String> patients) {
        Map<String, Set<String>> deleted = new TreeMap<>();
        named.query(DELETED, new MapSqlParameterSource("patients", patients), row -> {
            deleted.computeIfAbsent(row.getString(1), type -> new TreeSet<>()).add(row.getString(2));
        });
        deleted.forEach((type, ids) -> ids.removeIf(id -> !isDeleted(type, id)));
        return deleted;
    }

    /** Neither stored again since, nor gone for good. */
    private boolean isDeleted(String type, String id) {
        try {
            daos.getResourceDao(type).read(new IdType(type, id), new SystemRequestDetails());
            return false;
        } catch (ResourceGoneException history) {
            return true;
        } catch (ResourceNotFoundException gone) {
            return false;
        }
    }

    private void note(String patient, Map<String, Set<String>> found) {
        Map<String, Set<String>> known = noted(patient);
        found.forEach((type, ids) -> ids.stream()
                .filter(id -> !known.getOrDefault(type, Set.of()).contains(id))
                .forEach(id -> jdbc.update(
                        "insert into mw_erasure (resource_type, resource_id, patient_id) values (?, ?, ?)",
                        type,
                        id,
                        patient)));
    }

    private Map<String, Set<String>> noted(String patient) {
        Map<String, Set<String>> noted = new TreeMap<>();
        jdbc.query(
                "select resource_type, resource_id from mw_erasure where patient_id = ?",
                row -> {
                    noted.computeIfAbsent(row.getString(1), type -> new TreeSet<>())
                            .add(row.getString(2));
                },
                patient);
        return noted;
    }

    /** Responses first: their scores go with them, and would be in the way of the patient. */
    private void delete(String patient, Map<String, Set<String>> stored) {
        Bundle transaction = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        stored.entrySet().stream()
                .sorted(Comparator.comparing(ofType -> !ofType.getKey().equals("QuestionnaireResponse")))
                .forEach(ofType -> ofType.getValue()
                        .forEach(id -> transaction
                                .addEntry()
                                .getRequest()
                                .setMethod(HTTPVerb.DELETE)
                                .setUrl(ofType.getKey() + "/" + id)));
        try {
            if (transaction.hasEntry()) {
                daos.getSystemDao().transaction(new SystemRequestDetails(), transaction);
            }
        } catch (RuntimeException refused) {
            jdbc.update("delete from mw_erasure where patient_id = ?", patient);
            throw refused;
        }
    }

    /** Scores go with their responses, deleted and expunged; nobody else may delete them. */
    private Map<String, Set<String>> withoutScores(Map<String, Set<String>> stored) {
        Set<String> observations = stored.getOrDefault("Observation", Set.of());
        scores(observations).forEach(observations::remove);
        return stored;
    }

    /** In a transaction HAPI 8.8 looks at one reference to each resource only, so that one from among what is deleted hides those of others. */
    private void refuseWhatIsReferredTo(Map<String, Set<String>> stored) {
        SortedSet<String> others = new TreeSet<>();
        stored.forEach((type, ids) -> references.to(type, ids).stream()
                .filter(source ->
                        !stored.getOrDefault(source.getResourceType(), Set.of()).contains(source.getIdPart()))
                .map(IdType::getValue)
                .forEach(others::add));
        if (!others.isEmpty()) {
            throw Problems.conflict(new Problem(
                    ProblemCode.STILL_REFERRED_TO,
                    "",
                    Sentence.beside(Erasure.class, "referred-to", String.join(", ", others))));
        }
    }

    private List<String> scores(Collection<String> observations) {
        return observations.isEmpty()
                ? List.of()
                : named.queryForList(
                        "select observation_id from mw_derived_score where observation_id in (:observations)",
                        new MapSqlParameterSource("observations", observations),
                        String.class);
    }

    private void expunge(String type, String id) {
        ExpungeOptions everything = new ExpungeOptions()
                .setExpungeDeletedResources(true)
                .setExpungeOldVersions(true)
                .setLimit(VERSIONS);
        try {
            daos.getResourceDao(type).expunge(new IdType(type, id), everything, new SystemRequestDetails());
        } catch (ResourceNotFoundException gone) {
            // An erasure before this one was broken off here.
        }
        switch (type) {
            case "QuestionnaireResponse" -> {
                jdbc.update("delete from mw_derived_score where response_id = ?", id);
                forgetAlerts("response_id", id);
            }
            case "Task" -> forgetAlerts("alert_id", id);
            case "Consent" -> jdbc.update("delete from mw_data_use where consent_id = ?", id);
            default -> {}
        }
        jdbc.update("delete from mw_notification where resource_type = ? and resource_id = ?", type, id);
        jdbc.update("delete from mw_erasure where resource_type = ? and resource_id = ?", type, id);
    }

    private void forgetAlerts(String column, String id) {
        List<String> series =
                jdbc.queryForList("select series from mw_alert where " + column + " = ?", String.class, id);
        jdbc.update("delete from mw_alert where " + column + " = ?", id);
        series.forEach(gone -> jdbc.update(
                "delete from mw_alert_series where series = ? and not exists (select 1 from mw_alert where mw_alert.series = mw_alert_series.series)",
                gone));
    }

    private void forget(Set<String> patients) {
        for (String table : List.of("mw_named_team", "mw_data_use", "mw_patient")) {
            named.update(
                    "delete from " + table + " where patient_id in (:patients)",
                    new MapSqlParameterSource("patients", patients));
        }
    }
}
