package nl.meerwaarde.tests.goal;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.Profiles;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestPatient;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * A personal goal that is stored on a server, set on 1 January 2026 and due at the end of that year.
 *
 * @param patient whose it is
 * @param id the Goal's id
 */
record TestGoal(TestPatient patient, String id) {
    /** The Oxford Knee Scores that mean levels -2 to 2. */
    private static final int[][] LEVELS = {{0, 10}, {11, 20}, {21, 34}, {35, 41}, {42, 48}};

    /** Stores a goal with attainment levels that follow the Oxford Knee Score. */
    static TestGoal scaled(TestPatient patient) {
        return store(patient, unstoredScaled(patient, condition(patient)));
    }

    /** Stores a goal that is reached at a score of 38. */
    static TestGoal threshold(TestPatient patient) {
        Goal goal = unstored(patient, condition(patient));
        goal.getTargetFirstRep()
                .setDetail(new Quantity().setValue(38).setComparator(QuantityComparator.GREATER_OR_EQUAL));
        return store(patient, goal);
    }

    static TestGoal store(TestPatient patient, Goal goal) {
        return new TestGoal(patient, patient.fhir().post(goal).id());
    }

    static Goal unstoredScaled(TestPatient patient, Reference condition) {
        Goal goal = unstored(patient, condition);
        goal.getTargetFirstRep().setDetail(new IntegerType(0));
        for (int i = 0; i < LEVELS.length; i++) {
            Range range = new Range();
            range.getLow().setValue(LEVELS[i][0]);
            range.getHigh().setValue(LEVELS[i][1]);
            Extension level = goal.addExtension();
            level.setUrl(Extensions.ATTAINMENT_LEVEL);
            level.addExtension("level", new IntegerType(i - 2));
            level.addExtension("description", new StringType("Level " + (i - 2)));
            level.addExtension("range", range);
        }
        return goal;
    }

    private static Goal unstored(TestPatient patient, Reference condition) {
        Goal goal = new Goal();
        goal.getMeta().addProfile(Profiles.PERSONAL_GOAL);
        goal.setLifecycleStatus(GoalLifecycleStatus.ACTIVE);
        goal.getDescription().setText("Walk the dog to the park again");
        goal.setSubject(new Reference(patient.reference()));
        goal.setStart(new DateType("2026-01-01"));
        goal.getTargetFirstRep()
                .setMeasure(new CodeableConcept(new Coding(CodeSystems.SCORE, "oxford-knee-score", null)))
                .setDue(new DateType("2026-12-31"));
        goal.setExpressedBy(new Reference(patient.reference()));
        goal.addAddresses(condition);
        return goal;
    }

    static Reference condition(TestPatient patient) {
        return new Reference(
                "Condition/" + patient.fhir().post(unstoredCondition(patient)).id());
    }

    static Condition unstoredCondition(TestPatient patient) {
        Condition condition = new Condition();
        condition.getCode().setText("Osteoarthritis of the knee");
        condition.setSubject(new Reference(patient.reference()));
        return condition;
    }

    String reference() {
        return "Goal/" + id;
    }

    Goal read() {
        return fhir().get(reference()).stored(Goal.class);
    }

    private Fhir fhir() {
        return patient.fhir();
    }

    /** Sends the goal with a change; the answer is the test's to judge. */
    Reply change(Consumer<Goal> change) {
        Goal goal = read();
        change.accept(goal);
        return fhir().put(goal);
    }

    /** Says when and why the goal changed. */
    static Consumer<Goal> because(String reason) {
        return goal -> {
            Extension change = goal.addExtension();
            change.setUrl(Extensions.GOAL_CHANGE);
            change.addExtension("date", new DateTimeType("2026-02-01"));
            change.addExtension("reason", new StringType(reason));
        };
    }

    /** What waits for the patient's word. */
    List<Observation> proposals() {
        return observations("goal-attainment", "preliminary");
    }

    /** The T-scores in which this goal counts. */
    List<Observation> scores() {
        return observations("gas-t-score", "final");
    }

    private List<Observation> observations(String code, String status) {
        Map<String, String> query =
                Map.of("focus", reference(), "code", CodeSystems.SCORE + "|" + code, "status", status);
        return fhir().search("Observation", query).stored(Bundle.class).getEntry().stream()
                .map(entry -> (Observation) entry.getResource())
                .toList();
    }

    /** The patient agrees with a proposal. */
    Reply confirm(Observation proposal) {
        Observation confirmed = proposal.copy();
        confirmed.setStatus(ObservationStatus.FINAL);
        confirmed.addExtension(Extensions.CONFIRMED_BY, new Reference(patient.reference()));
        return fhir().put(confirmed);
    }

    /** Somebody's rating, to be sent. */
    Observation rating(String by, int level, String day) {
        Observation rating = new Observation();
        rating.getMeta().addProfile(Profiles.GOAL_ATTAINMENT);
        rating.setStatus(ObservationStatus.FINAL);
        rating.getCode().addCoding().setSystem(CodeSystems.SCORE).setCode("goal-attainment");
        rating.setSubject(new Reference(patient.reference()));
        rating.addFocus(new Reference(reference()));
        rating.setEffective(new DateTimeType(day));
        rating.addPerformer(new Reference(by));
        rating.setValue(new IntegerType(level));
        return rating;
    }

    /** A transaction with nothing in it yet. */
    static Bundle transaction() {
        return new Bundle().setType(Bundle.BundleType.TRANSACTION);
    }

    /** Adds the goal's creation to a transaction, with a condition of its own. */
    static Reference create(Bundle transaction, TestPatient patient) {
        Reference condition = Bundles.create(transaction, unstoredCondition(patient));
        return Bundles.create(transaction, unstoredScaled(patient, condition));
    }
}
