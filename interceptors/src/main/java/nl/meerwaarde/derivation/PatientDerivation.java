package nl.meerwaarde.derivation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.meerwaarde.derivation.ChangedResources.Change;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.outcome.OutcomeDerivation;
import nl.meerwaarde.outcome.OutcomeFacts;
import nl.meerwaarde.outcome.Outcomes;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordReading;
import nl.meerwaarde.scheduling.Scheduling;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Derives what follows from changed resources: scores, record entries, facts. Runs inside the transaction of the change, once. */
public class PatientDerivation {
    private final PatientLocks locks;
    private final Merges merges;
    private final PatientRecords records;
    private final ResponseScoring scoring;
    private final DerivedScores derivedScores;
    private final Scheduling scheduling;
    private final OutcomeDerivation outcomes;
    private final OutcomeFacts facts;
    private final DerivationMetrics metrics;

    PatientDerivation(
            PatientLocks locks,
            Merges merges,
            PatientRecords records,
            ResponseScoring scoring,
            DerivedScores derivedScores,
            Scheduling scheduling,
            OutcomeDerivation outcomes,
            OutcomeFacts facts,
            DerivationMetrics metrics) {
        this.locks = locks;
        this.merges = merges;
        this.records = records;
        this.scoring = scoring;
        this.derivedScores = derivedScores;
        this.scheduling = scheduling;
        this.outcomes = outcomes;
        this.facts = facts;
        this.metrics = metrics;
    }

    /** Takes the patient's lock for the running transaction. */
    void lock(String patient) {
        locks.lock(List.of(patient));
    }

    void derive(List<Change> changes) {
        metrics.timeDerivation(() -> deriveChanges(changes));
    }

    private void deriveChanges(List<Change> changes) {
        Set<String> patients = new TreeSet<>();
        changes.forEach(change -> patients.addAll(patientsOf(change)));
        Set<String> survivors = new TreeSet<>(locks.lock(patients));
        changes.forEach(this::apply);
        changes.stream()
                .filter(change -> change.source().type().equals("Patient"))
                .forEach(
                        change -> survivors.addAll(merges.update(change.source().id())));
        deriveFacts(survivors, changes);
    }

    /** The patient before and after: a response that moves to another patient concerns both. A pathway concerns all whose episodes name it. */
    private Collection<String> patientsOf(Change change) {
        if (change.after() instanceof PlanDefinition pathway) {
            return pathway.hasUrl()
                    ? records.patientsNaming(new CanonicalReference(pathway.getUrl(), pathway.getVersion()))
                    : List.of();
        }
        List<String> patients = new ArrayList<>();
        Optional.ofNullable(change.after()).flatMap(RecordReading::patient).ifPresent(patients::add);
        if (!change.created()) {
            records.patientOf(change.source()).ifPresent(patients::add);
        }
        return patients;
    }

    private void apply(Change change) {
        Resource after = change.after();
        Optional<RecordEntry> entry = Optional.empty();
        if (after instanceof QuestionnaireResponse response) {
            entry = applyResponse(response, change);
        } else if (after != null) {
            entry = RecordReading.entry(after);
        }
        Optional<String> patient = Optional.ofNullable(after).flatMap(RecordReading::patient);
        if (entry.isPresent() && patient.isPresent()) {
            records.put(change.source(), patient.get(), entry.get(), change.created());
        } else if (!change.created()) {
            records.remove(change.source());
        }
    }

    /** A response that was never scored and turns out to be a mistake has nothing to mark. */
    private Optional<RecordEntry> applyResponse(QuestionnaireResponse response, Change change) {
        String id = response.getIdElement().getIdPart();
        ResponseScoring.Scored scored = scoring.score(response);
        boolean nothingToMark = !scored.complete() && (change.created() || !derivedScores.hasAny(id));
        derivedScores.replace(
                id, nothingToMark ? List.of() : scored.observations(), change.created(), change.details());
        return scored.entry();
    }

    /** Makes Tasks and facts of patients equal to what their record entries say now. The patients must be locked. */
    private void deriveFacts(Set<String> survivors, List<Change> changes) {
        Map<PatientRecords.Source, Resource> written = new HashMap<>();
        changes.stream()
                .filter(change -> change.after() != null)
                .forEach(change -> written.put(change.source(), change.after()));
        Map<String, Outcomes> byPatient = new TreeMap<>();
        for (String survivor : survivors) {
            RecordEntry.@Nullable Person person = records.person(survivor).orElse(null);
            List<RecordEntry> record = scheduling.keep(
                    records.of(survivor), person, written, changes.get(0).details());
            boolean followsPathway = record.stream().anyMatch(RecordEntry.Episode.class::isInstance);
            if (followsPathway || facts.hasAny(survivor)) {
                byPatient.put(survivor, outcomes.derive(record, person));
            }
        }
        facts.replace(byPatient);
    }
}
