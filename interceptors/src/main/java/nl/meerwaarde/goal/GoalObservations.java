package nl.meerwaarde.goal;

import nl.meerwaarde.record.GoalReading;
import nl.meerwaarde.record.RecordEntry.Attainment;
import nl.meerwaarde.record.RecordEntry.GoalScore;
import nl.meerwaarde.record.RecordEntry.PersonalGoal;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.ExternalCodeSystems;
import nl.meerwaarde.terminology.Canonicals.Identifiers;
import nl.meerwaarde.terminology.Canonicals.Profiles;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** Makes the Observations that are derived about goals. */
final class GoalObservations {
    private static final Coding METHOD = new Coding(
            CodeSystems.SCORE_METHOD, "gas-kiresuk-sherman-1968", "Goal attainment scaling, Kiresuk and Sherman 1968");

    private GoalObservations() {}

    /** A proposal: nobody rated yet, so it has no performer. */
    static Observation proposal(PersonalGoal goal, Attainment proposal) {
        Observation observation = observation(
                proposal.id(), goal.patient(), goal.id() + "|" + proposal.source(), Profiles.GOAL_ATTAINMENT);
        observation.setStatus(ObservationStatus.PRELIMINARY);
        observation.getCode().addCoding(GoalReading.ATTAINMENT.coding().setDisplay("Goal attainment"));
        observation.addFocus(new Reference("Goal/" + goal.id()));
        observation.setEffective(new DateTimeType(proposal.when().to().toString()));
        observation.addDerivedFrom(new Reference("Observation/" + proposal.source()));
        if (proposal.level() != null) {
            observation.setValue(new IntegerType(proposal.level()));
        } else if (proposal.reached() != null) {
            observation.setValue(new BooleanType(proposal.reached()));
        }
        return observation;
    }

    static Observation score(GoalScore score) {
        Observation observation = observation(
                score.id(), score.patient(), score.episode() + "|" + score.day(), Profiles.GOAL_ATTAINMENT_SCORE);
        observation.setStatus(ObservationStatus.FINAL);
        observation.getCode().addCoding(GoalReading.T_SCORE.coding().setDisplay("Goal attainment T-score"));
        observation.addBasedOn(new Reference("CarePlan/" + score.episode()));
        score.goals().forEach(goal -> observation.addFocus(new Reference("Goal/" + goal)));
        observation.setEffective(new DateTimeType(score.day().toString()));
        observation.setMethod(new CodeableConcept(METHOD.copy()));
        observation.setValue(new Quantity()
                .setValue(score.value())
                .setUnit("T-score")
                .setSystem(ExternalCodeSystems.UCUM)
                .setCode("{score}"));
        score.attainments()
                .forEach(attainment -> observation.addDerivedFrom(new Reference("Observation/" + attainment)));
        return observation;
    }

    private static Observation observation(String id, String patient, String derivedFrom, String profile) {
        Observation observation = new Observation();
        observation.setId(id);
        observation.getMeta().addProfile(profile);
        observation.addIdentifier().setSystem(Identifiers.DERIVED_ATTAINMENT).setValue(derivedFrom);
        observation.addCategory(
                new CodeableConcept(new Coding(ExternalCodeSystems.OBSERVATION_CATEGORY, "survey", "Survey")));
        observation.setSubject(new Reference("Patient/" + patient));
        return observation;
    }
}
