package nl.meerwaarde.goal;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.model.DeleteConflictList;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.meerwaarde.derivation.PatientChange;
import nl.meerwaarde.derivation.PatientStep;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.record.PatientRecords;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordEntry.Achievement;
import nl.meerwaarde.record.RecordEntry.Attainment;
import nl.meerwaarde.record.RecordEntry.GoalScore;
import nl.meerwaarde.record.RecordEntry.PersonalGoal;
import nl.meerwaarde.record.RecordReading;
import nl.meerwaarde.terminology.Canonicals.ExternalCodeSystems;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Keeps goals true to what their patients confirmed. Writes as the system: who answers a questionnaire need not be allowed to write goals. */
final class GoalStep implements PatientStep {
    private final DaoRegistry daos;
    private final PatientRecords records;
    private final EntityManager entityManager;

    GoalStep(DaoRegistry daos, PatientRecords records, EntityManager entityManager) {
        this.daos = daos;
        this.records = records;
        this.entityManager = entityManager;
    }

    @Override
    public List<Problem> problems(PatientChange change) {
        return new GoalRules(change).problems();
    }

    /** Nobody without goals pays for them. */
    @Override
    public void derive(PatientChange change) {
        boolean concerned = change.record().stream()
                .anyMatch(entry ->
                        entry instanceof PersonalGoal || entry instanceof Attainment || entry instanceof GoalScore);
        if (concerned) {
            Writing writing = new Writing(change);
            writing.proposals();
            writing.achievements();
            writing.scores();
        }
    }

    /** Proposals about a goal go with it; what the patient confirmed keeps it from going. */
    @Override
    public void beforeDelete(Resource resource, TransactionDetails details) {
        if (resource instanceof Goal goal) {
            String id = goal.getIdElement().getIdPart();
            List<RecordEntry> record =
                    RecordReading.patient(goal).map(records::of).orElse(List.of());
            List<String> proposals = record.stream()
                    .filter(entry -> entry instanceof Attainment attainment
                            && isProposal(attainment)
                            && attainment.goal().equals(id))
                    .map(entry -> ((Attainment) entry).id())
                    .toList();
            proposals.forEach(proposal -> delete(proposal, details));
            if (!proposals.isEmpty()) {
                entityManager.flush();
            }
        }
    }

    private static boolean isProposal(Attainment attainment) {
        return attainment.source() != null && attainment.status().equals(Attainments.PROPOSED);
    }

    private void delete(String observation, TransactionDetails details) {
        observations()
                .delete(
                        new IdType("Observation", observation),
                        new DeleteConflictList(),
                        new SystemRequestDetails(),
                        details);
        records.remove(source(observation));
    }

    private static PatientRecords.Source source(String observation) {
        return new PatientRecords.Source("Observation", observation);
    }

    private IFhirResourceDao<Observation> observations() {
        return daos.getResourceDao(Observation.class);
    }

    /** The writing of what follows from one patient's record. */
    private final class Writing {
        private final PatientChange change;
        private final Attainments attainments;
        private final Map<String, PersonalGoal> goals;

        Writing(PatientChange change) {
            this.change = change;
            this.attainments = new Attainments(change.record());
            this.goals = change.entries(PersonalGoal.class).stream()
                    .collect(Collectors.toMap(PersonalGoal::id, Function.identity()));
        }

        void proposals() {
            List<Attainment> stored = change.entries(Attainment.class).stream()
                    .filter(GoalStep::isProposal)
                    .toList();
            replace(
                    stored,
                    attainments.proposals(),
                    Attainment::id,
                    proposal -> goal(proposal).patient(),
                    proposal -> GoalObservations.proposal(goal(proposal), proposal));
        }

        private PersonalGoal goal(Attainment attainment) {
            return Objects.requireNonNull(goals.get(attainment.goal()));
        }

        void scores() {
            replace(
                    change.entries(GoalScore.class),
                    attainments.scores(),
                    GoalScore::id,
                    GoalScore::patient,
                    GoalObservations::score);
        }

        /** Makes stored Observations equal to the wanted ones; writes only what differs. */
        private <T extends RecordEntry> void replace(
                List<T> stored,
                List<T> wanted,
                Function<T, String> id,
                Function<T, String> patient,
                Function<T, Observation> observation) {
            Map<String, T> before = new HashMap<>();
            stored.forEach(entry -> before.put(id.apply(entry), entry));
            for (T entry : wanted) {
                T known = before.remove(id.apply(entry));
                if (!entry.equals(known)) {
                    // What it refers to may be of this transaction.
                    entityManager.flush();
                    observations()
                            .update(
                                    observation.apply(entry),
                                    null,
                                    true,
                                    false,
                                    new SystemRequestDetails(),
                                    change.details());
                    records.put(source(id.apply(entry)), patient.apply(entry), entry, false);
                }
            }
            before.keySet().forEach(gone -> delete(gone, change.details()));
        }

        /** A goal that this transaction writes says it already, or was refused. */
        void achievements() {
            for (PersonalGoal goal : goals.values()) {
                GoalRules.expected(attainments.achievement(goal), goal.achievement())
                        .filter(expected -> !expected.equals(goal.achievement()))
                        .ifPresent(expected -> write(goal, expected));
            }
        }

        private void write(PersonalGoal entry, Achievement achievement) {
            entityManager.flush();
            IFhirResourceDao<Goal> dao = daos.getResourceDao(Goal.class);
            Goal goal = dao.read(new IdType("Goal", entry.id()), new SystemRequestDetails());
            goal.setAchievementStatus(
                    new CodeableConcept(new Coding(ExternalCodeSystems.GOAL_ACHIEVEMENT, achievement.status(), null)));
            goal.setStatusDateElement(
                    achievement.date() == null
                            ? new DateType()
                            : new DateType(achievement.date().toString()));
            goal.setOutcomeReference(achievement.outcomes().stream()
                    .map(outcome -> new Reference("Observation/" + outcome))
                    .toList());
            dao.update(goal, null, true, false, new SystemRequestDetails(), change.details());
            RecordReading.entry(goal)
                    .ifPresent(stored ->
                            records.put(new PatientRecords.Source("Goal", entry.id()), entry.patient(), stored, false));
        }
    }
}
