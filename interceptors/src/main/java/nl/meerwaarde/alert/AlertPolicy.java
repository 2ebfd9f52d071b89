package nl.meerwaarde.alert;

import java.time.Duration;
import java.util.List;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.jspecify.annotations.Nullable;

/**
 * What happens when an alert is raised.
 *
 * @param canonical the ActivityDefinition and its version
 * @param active false when the hospital has switched the alert off: then only help lines are shown
 * @param code the alert
 * @param description what somebody has to do
 * @param priority of the task when it is raised
 * @param acceptWithin how soon somebody should accept the task
 * @param roles who is asked
 * @param steps what happens when nobody accepts it, in the order of time
 * @param helpLines where a patient finds help
 */
record AlertPolicy(
        CanonicalReference canonical,
        boolean active,
        CodeableConcept code,
        Sentence description,
        TaskPriority priority,
        Duration acceptWithin,
        List<CodeableConcept> roles,
        List<Step> steps,
        List<HelpLine> helpLines) {
    AlertPolicy {
        roles = List.copyOf(roles);
        steps = List.copyOf(steps);
        helpLines = List.copyOf(helpLines);
    }

    /**
     * A step of the escalation.
     *
     * @param after time since the alert was raised
     * @param role who is asked as well, or null
     */
    record Step(
            Duration after, TaskPriority priority, @Nullable CodeableConcept role) {}

    /**
     * Where a patient finds help.
     *
     * @param text what the patient is told
     * @param url where help is found, or null
     */
    record HelpLine(Sentence text, @Nullable String url) {}
}
