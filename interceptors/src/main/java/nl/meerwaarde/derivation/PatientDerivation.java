package nl.meerwaarde.derivation;

import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.meerwaarde.derivation.ChangedResources.Change;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.outcome.OutcomeDerivation;
import nl.meerwaarde.outcome.OutcomeFacts;
import nl.meerwaarde.outcome.Outcomes;
import nl.meerwaarde.record.OwningTeams;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordReading;
import nl.meerwaarde.scheduling.Scheduling;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/** Derives what follows from changed resources: scores, record entries, Tasks, facts. Runs inside the transaction of the change, once. */
public class PatientDerivation {
    private final PatientLocks locks;
    private final Merges merges;
    private final PatientRecords records;
    private final OwningTeams teams;
    private final ResponseScoring scoring;
    private final DerivedScores derivedScores;
    private final Scheduling scheduling;
    private final OutcomeDerivation outcomes;
    private final OutcomeFacts facts;
    private final List<PatientStep> steps;
    private final DerivationMetrics metrics;

    PatientDerivation(
            PatientLocks locks,
            Merges merges,
            PatientRecords records,
            OwningTeams teams,
            ResponseScoring scoring,
            DerivedScores derivedScores,
            Scheduling scheduling,
            OutcomeDerivation outcomes,
            OutcomeFacts facts,
            List<PatientStep> steps,
            DerivationMetrics metrics) {
        this.locks = locks;
        this.merges = merges;
        this.records = records;
        this.teams = teams;
        this.scoring = scoring;
        this.derivedScores = derivedScores;
        this.scheduling = scheduling;
        this.outcomes = outcomes;
        this.facts = facts;
        this.steps = List.copyOf(steps);
        this.metrics = metrics;
    }

    /** Takes the patient's lock for the running transaction. */
    void lock(String patient) {
        locks.lock(List.of(patient));
    }

    /** Derives what follows from what clients changed, unless it breaks the rules of a feature: then with all that is wrong, nothing is stored. */
    void settle(List<Change> changes) {
        metrics.timeDerivation(() -> deriveChanges(changes, true));
    }

    /** Derives what follows from resources that are stored already. */
    void derive(List<Change> changes) {
        metrics.timeDerivation(() -> deriveChanges(changes, false));
    }

    /** Lets features delete what they derived from a resource and what would block its deletion. */
    void beforeDelete(Resource resource, TransactionDetails details) {
        steps.forEach(step -> step.beforeDelete(resource, details));
    }

    private void deriveChanges(List<Change> changes, boolean ruled) {
        Set<String> patients = new TreeSet<>();
        changes.forEach(change -> patients.addAll(patientsOf(change)));
        Map<String, String> survivorOf = locks.lock(patients);
        Set<String> survivors = new TreeSet<>(survivorOf.values());
        changes.forEach(this::apply);
        changes.stream()
                .filter(change -> change.source().type().equals("Patient"))
                .forEach(
                        change -> survivors.addAll(merges.update(change.source().id())));
        Map<String, List<RecordEntry>> recordOf = new TreeMap<>();
        survivors.forEach(survivor -> recordOf.put(survivor, records.of(survivor)));
        if (ruled) {
            refuseWhatBreaksRules(changes, survivorOf, patientChanges(changes, survivorOf, recordOf));
        }
        Map<String, RecordEntry.Person> persons = new HashMap<>();
        survivors.forEach(survivor -> records.person(survivor).ifPresent(person -> persons.put(survivor, person)));
        keepTasks(recordOf, persons, changes);
        deriveFacts(recordOf, persons);
        patientChanges(changes, survivorOf, recordOf).forEach(change -> steps.forEach(step -> step.derive(change)));
    }

    /** Makes questionnaire Tasks and their messages true to the record; what they became is in the record then. */
    private void keepTasks(
            Map<String, List<RecordEntry>> recordOf, Map<String, RecordEntry.Person> persons, List<Change> changes) {
        Map<PatientRecords.Source, Resource> written = new HashMap<>();
        changes.stream()
                .filter(change -> change.after() != null)
                .forEach(change -> written.put(change.source(), change.after()));
        TransactionDetails details = details(changes);
        recordOf.replaceAll((survivor, record) -> scheduling.keep(record, persons.get(survivor), written, details));
    }

    private static TransactionDetails details(List<Change> changes) {
        return changes.isEmpty()
                ? new TransactionDetails()
                : changes.get(changes.size() - 1).details();
    }

    private List<PatientChange> patientChanges(
            List<Change> changes, Map<String, String> survivorOf, Map<String, List<RecordEntry>> recordOf) {
        TransactionDetails details = details(changes);
        return recordOf.entrySet().stream()
                .map(entry -> new PatientChange(
                        changes.stream()
                                .filter(change -> entry.getKey().equals(survivorOf.get(patient(change))))
                                .map(PatientDerivation::changed)
                                .toList(),
                        entry.getValue(),
                        details))
                .toList();
    }

    private static PatientChange.Changed changed(Change change) {
        return new PatientChange.Changed(change.before(), change.after());
    }

    private static String patient(Change change) {
        return Stream.of(change.after(), change.before())
                .filter(Objects::nonNull)
                .map(RecordReading::patient)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    /** What names no patient is held to the rules too: an empty record is its own answer. */
    private void refuseWhatBreaksRules(
            List<Change> changes, Map<String, String> survivorOf, List<PatientChange> patientChanges) {
        List<PatientChange.Changed> nobodys = changes.stream()
                .filter(change -> !survivorOf.containsKey(patient(change)))
                .map(PatientDerivation::changed)
                .toList();
        List<Problem> problems = Stream.concat(
                        patientChanges.stream(),
                        nobodys.isEmpty()
                                ? Stream.of()
                                : Stream.of(new PatientChange(nobodys, List.of(), new TransactionDetails())))
                .flatMap(change -> steps.stream().flatMap(step -> step.problems(change).stream()))
                .toList();
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
    }

    /**
     * The patient before and after: a response that moves to another patient concerns both. A pathway concerns all whose episodes name it, a case-mix
     * model that is switched on or off all whose episodes it is about, a team that begins or ceases to answer for outcomes all whose episodes name it.
     */
    private Collection<String> patientsOf(Change change) {
        if (change.source().type().equals("Library")) {
            return SwitchedModels.pathways(change.before(), change.after()).stream()
                    .flatMap(pathway -> records.patientsFollowing(pathway).stream())
                    .toList();
        }
        if (change.source().type().equals("CareTeam")) {
            return teams.owns(change.source().id()) != owns(change)
                    ? teams.patientsNaming(change.source().id())
                    : List.of();
        }
        if (change.after() instanceof PlanDefinition pathway) {
            return pathway.hasUrl()
                    ? records.patientsNaming(new CanonicalReference(pathway.getUrl(), pathway.getVersion()))
                    : List.of();
        }
        List<String> patients = new ArrayList<>();
        Stream.of(Optional.ofNullable(change.after()), Optional.ofNullable(change.before()))
                .flatMap(Optional::stream)
                .flatMap(resource -> RecordReading.patient(resource).stream())
                .forEach(patients::add);
        if (!change.created()) {
            records.patientOf(change.source()).ifPresent(patients::add);
        }
        return patients;
    }

    private static boolean owns(Change change) {
        return change.after() instanceof CareTeam team && RecordReading.ownsOutcomes(team);
    }

    private void apply(Change change) {
        if (change.source().type().equals("CareTeam")) {
            teams.keep(change.source().id(), owns(change));
            return;
        }
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

    /** Makes the facts of patients equal to what their record entries say now. The patients must be locked. */
    private void deriveFacts(Map<String, List<RecordEntry>> recordOf, Map<String, RecordEntry.Person> persons) {
        Map<String, Outcomes> byPatient = new TreeMap<>();
        recordOf.forEach((survivor, record) -> {
            boolean followsPathway = record.stream().anyMatch(RecordEntry.Episode.class::isInstance);
            if (followsPathway || facts.hasAny(survivor)) {
                byPatient.put(survivor, outcomes.derive(record, persons.get(survivor)));
            }
        });
        facts.replace(byPatient);
    }
}
