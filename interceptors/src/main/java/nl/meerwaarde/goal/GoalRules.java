package nl.meerwaarde.goal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.derivation.PatientChange;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.record.GoalReading;
import nl.meerwaarde.record.RecordEntry.Achievement;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** What personal goals and their attainments keep to, looked at within the patient's whole record. Goals of other profiles pass untouched. */
final class GoalRules {
    private final PatientChange change;
    private final List<Problem> problems = new ArrayList<>();

    GoalRules(PatientChange change) {
        this.change = change;
    }

    List<Problem> problems() {
        change.changed().forEach(changed -> check(changed.before(), changed.after()));
        return List.copyOf(problems);
    }

    private void check(@Nullable Resource before, @Nullable Resource after) {
        if (after instanceof Goal goal && GoalReading.isPersonal(goal)) {
            problems.addAll(new GoalCheck(goal, before instanceof Goal earlier ? earlier : null, change).problems());
        } else if (isAboutGoals(before) || isAboutGoals(after)) {
            problems.addAll(new AttainmentCheck((Observation) before, (Observation) after, change).problems());
        }
    }

    private static boolean isAboutGoals(@Nullable Resource resource) {
        return resource instanceof Observation observation && GoalReading.isAboutGoals(observation);
    }

    /**
     * What a Goal has to say of its attainment.
     *
     * @param confirmed what follows from what the patient confirmed; empty when that is nothing
     * @param said what the Goal says
     * @return empty when it may say what it says
     */
    static Optional<Achievement> expected(Optional<Achievement> confirmed, Achievement said) {
        if (confirmed.isPresent()) {
            return confirmed;
        }
        boolean claimsNothing = (said.status() == null || said.status().equals("in-progress"))
                && said.outcomes().isEmpty();
        return claimsNothing ? Optional.empty() : Optional.of(new Achievement("in-progress", null, List.of()));
    }
}
