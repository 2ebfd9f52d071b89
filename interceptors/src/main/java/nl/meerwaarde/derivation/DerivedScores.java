package nl.meerwaarde.derivation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.model.ExpungeOptions;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.fhir.Fingerprint;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes and removes the score Observations of responses, as the system and not as the caller: a patient may answer without being allowed to write
 * Observations. The table {@code mw_derived_score} says what is stored, so that an unchanged score is not written again.
 */
public class DerivedScores {
    /** Stands in place of the fingerprint of an Observation that was deleted and can still be expunged. */
    private static final String DELETED = "";

    private final DaoRegistry daos;
    private final FhirContext fhirContext;
    private final EntityManager entityManager;
    private final JdbcTemplate jdbc;

    public DerivedScores(DaoRegistry daos, FhirContext fhirContext, EntityManager entityManager, JdbcTemplate jdbc) {
        this.daos = daos;
        this.fhirContext = fhirContext;
        this.entityManager = entityManager;
        this.jdbc = jdbc;
    }

    /** Makes the stored Observations of a response equal to the given ones. */
    void replace(String responseId, List<Observation> wanted, boolean responseIsNew, TransactionDetails details) {
        Map<String, String> stored = responseIsNew ? Map.of() : stored(responseId);
        for (Observation observation : wanted) {
            String id = observation.getIdElement().getIdPart();
            String fingerprint = Fingerprint.of(fhirContext.newJsonParser().encodeResourceToString(observation));
            if (!fingerprint.equals(stored.get(id))) {
                write(observation, responseIsNew, details);
                noteStored(responseId, id, fingerprint, stored.containsKey(id));
            }
        }
        stored.keySet().stream()
                .filter(id -> wanted.stream()
                        .noneMatch(o -> o.getIdElement().getIdPart().equals(id)))
                .filter(id -> !DELETED.equals(stored.get(id)))
                .forEach(id -> delete(id, details));
    }

    /** Whether the response has score Observations. */
    boolean hasAny(String responseId) {
        return stored(responseId).values().stream().anyMatch(fingerprint -> !DELETED.equals(fingerprint));
    }

    /** Deletes all Observations of a response, visibly to the rest of the transaction. */
    void deleteAll(String responseId, TransactionDetails details) {
        Map<String, String> stored = stored(responseId);
        stored.forEach((id, fingerprint) -> {
            if (!DELETED.equals(fingerprint)) {
                delete(id, details);
            }
        });
        if (!stored.isEmpty()) {
            entityManager.flush();
        }
    }

    /** Removes the deleted Observations of a response for good, with their history. */
    void expungeAll(String responseId) {
        stored(responseId).forEach((id, fingerprint) -> {
            if (DELETED.equals(fingerprint)) {
                ExpungeOptions everything =
                        new ExpungeOptions().setExpungeDeletedResources(true).setExpungeOldVersions(true);
                observations()
                        .forceExpungeInExistingTransaction(
                                new IdType("Observation", id), everything, new SystemRequestDetails());
                jdbc.update("delete from mw_derived_score where observation_id = ?", id);
            }
        });
    }

    private Map<String, String> stored(String responseId) {
        Map<String, String> stored = new HashMap<>();
        jdbc.query(
                "select observation_id, fingerprint from mw_derived_score where response_id = ?",
                row -> {
                    stored.put(row.getString(1), row.getString(2));
                },
                responseId);
        return stored;
    }

    /** Telling HAPI that the id is new saves a look-up and a flush for each Observation. */
    private void write(Observation observation, boolean isNew, TransactionDetails details) {
        if (isNew) {
            details.addResolvedResourceId(
                    new IdType("Observation", observation.getIdElement().getIdPart()), null);
        }
        observations().update(observation, null, true, false, new SystemRequestDetails(), details);
    }

    private void noteStored(String responseId, String observationId, String fingerprint, boolean known) {
        if (known) {
            jdbc.update(
                    "update mw_derived_score set fingerprint = ? where observation_id = ?", fingerprint, observationId);
        } else {
            jdbc.update(
                    "insert into mw_derived_score (observation_id, response_id, fingerprint) values (?, ?, ?)",
                    observationId,
                    responseId,
                    fingerprint);
        }
    }

    private void delete(String observationId, TransactionDetails details) {
        observations()
                .delete(
                        new IdType("Observation", observationId),
                        new ca.uhn.fhir.jpa.api.model.DeleteConflictList(),
                        new SystemRequestDetails(),
                        details);
        jdbc.update("update mw_derived_score set fingerprint = ? where observation_id = ?", DELETED, observationId);
    }

    private IFhirResourceDao<Observation> observations() {
        return daos.getResourceDao(Observation.class);
    }
}
