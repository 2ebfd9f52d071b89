package nl.meerwaarde.derivation;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.meerwaarde.derivation.ChangedResources.Change;
import nl.meerwaarde.record.OwningTeams;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordReading;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Derives everything of one patient from scratch: reads every stored resource of the patient, drops entries whose resource is gone, and writes scores
 * and facts that differ. One transaction per patient, under the same lock as any other change.
 */
public class PatientRebuild {
    private final DaoRegistry daos;
    private final PatientRecords records;
    private final OwningTeams teams;
    private final PatientDerivation derivation;
    private final TransactionTemplate transaction;

    public PatientRebuild(
            DaoRegistry daos,
            PatientRecords records,
            OwningTeams teams,
            PatientDerivation derivation,
            PlatformTransactionManager transactions) {
        this.daos = daos;
        this.records = records;
        this.teams = teams;
        this.derivation = derivation;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Rebuilds the patient with this id, stored or not: of one that is gone, nothing remains. */
    public void rebuild(String patient) {
        transaction.executeWithoutResult(status -> {
            derivation.lock(patient);
            List<Change> changes = stored(patient);
            changes.addAll(gone(patient, changes));
            keepTeams(changes);
            ChangedResources.current(derivation).deriving(() -> derivation.derive(changes));
        });
    }

    private List<Change> stored(String patient) {
        List<Change> changes = new ArrayList<>();
        readPatient(patient).forEach(resource -> changes.add(change(resource)));
        for (String type : new TreeSet<>(RecordReading.TYPES)) {
            if (!type.equals("Patient")) {
                search(type, patient).forEach(resource -> changes.add(change(resource)));
            }
        }
        return changes;
    }

    /** Which of the teams that the patient's episodes name answer for outcomes. */
    private void keepTeams(List<Change> changes) {
        Set<String> named = new TreeSet<>();
        changes.forEach(change -> Optional.ofNullable(change.after())
                .flatMap(RecordReading::entry)
                .ifPresent(entry -> {
                    if (entry instanceof RecordEntry.Episode episode) {
                        named.addAll(episode.teams());
                    }
                }));
        if (!named.isEmpty()) {
            SearchParameterMap byId = new SearchParameterMap().setLoadSynchronous(true);
            byId.add("_id", new TokenOrListParam(null, named.toArray(String[]::new)));
            Set<String> owners = new TreeSet<>();
            search("CareTeam", byId).stream()
                    .filter(team -> RecordReading.ownsOutcomes((CareTeam) team))
                    .forEach(team -> owners.add(team.getIdElement().getIdPart()));
            named.forEach(team -> teams.keep(team, owners.contains(team)));
        }
    }

    /** By search and not by read: a read that finds nothing would mark the transaction for rollback. */
    private List<Resource> readPatient(String patient) {
        SearchParameterMap byId = SearchParameterMap.newSynchronous("_id", new TokenParam(patient));
        return search("Patient", byId);
    }

    private List<Resource> search(String type, String patient) {
        String parameter = type.equals("Task") || type.equals("Consent") ? "patient" : "subject";
        SearchParameterMap ofPatient =
                SearchParameterMap.newSynchronous(parameter, new ReferenceParam("Patient", null, patient));
        return search(type, ofPatient);
    }

    private List<Resource> search(String type, SearchParameterMap parameters) {
        return daos.getResourceDao(type).search(parameters, new SystemRequestDetails()).getAllResources().stream()
                .map(Resource.class::cast)
                .toList();
    }

    private static Change change(Resource resource) {
        return new Change(
                new PatientRecords.Source(
                        resource.fhirType(), resource.getIdElement().getIdPart()),
                null,
                resource,
                false,
                new TransactionDetails());
    }

    private List<Change> gone(String patient, List<Change> stored) {
        Set<PatientRecords.Source> known = new HashSet<>();
        stored.forEach(change -> known.add(change.source()));
        return records.sourcesOf(patient).stream()
                .filter(source -> !known.contains(source))
                .map(source -> new Change(source, null, null, false, new TransactionDetails()))
                .toList();
    }
}
