package nl.meerwaarde.alert;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.ClaimedProfiles;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.Profiles;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.ActivityDefinition.ActivityDefinitionParticipantComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Reads an ActivityDefinition of profile {@code safety-alert-policy}, and finds everything that is wrong with it. */
final class AlertPolicyReader {
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    /** Fits between the angle brackets of a Link header. */
    private static final Pattern ADDRESS = Pattern.compile("[a-z]+:[\\x21-\\x7e&&[^<>\"]]+");

    private final ActivityDefinition definition;
    private final List<Problem> problems = new ArrayList<>();

    private AlertPolicyReader(ActivityDefinition definition) {
        this.definition = definition;
    }

    /** A policy, or everything that is wrong with it. */
    sealed interface Reading {
        record Usable(AlertPolicy policy) implements Reading {}

        record Refused(List<Problem> problems) implements Reading {}
    }

    /** Whether it claims to be about a safety alert; other ActivityDefinitions are not ours. */
    static boolean isPolicy(ActivityDefinition definition) {
        return ClaimedProfiles.include(definition, Profiles.SAFETY_ALERT_POLICY)
                || definition.getCode().getCoding().stream()
                        .anyMatch(coding -> CodeSystems.SAFETY_ALERT.equals(coding.getSystem()));
    }

    /** The alert it is about; empty when it does not say. */
    static Optional<String> alert(ActivityDefinition definition) {
        return definition.getCode().getCoding().stream()
                .filter(Coding::hasCode)
                .map(Coding::getCode)
                .findFirst();
    }

    static Reading read(ActivityDefinition definition) {
        return new AlertPolicyReader(definition).read();
    }

    private Reading read() {
        if (alert(definition).isEmpty()) {
            problem("code", "A safety alert policy says which alert it is about.");
        }
        if (!definition.hasUrl()) {
            problem("url", "A safety alert policy needs an address (url), so that its tasks can name it.");
        }
        if (!definition.hasDescription()) {
            problem("description", "A safety alert policy says what somebody has to do.");
        }
        if (!definition.hasPriority()) {
            problem("priority", "A safety alert policy says how urgent its tasks are.");
        }
        Optional<Duration> acceptWithin = duration(definition.getTiming(), "timing");
        List<CodeableConcept> roles = definition.getParticipant().stream()
                .filter(ActivityDefinitionParticipantComponent::hasRole)
                .map(ActivityDefinitionParticipantComponent::getRole)
                .toList();
        if (roles.isEmpty()) {
            problem("participant.role", "A safety alert policy names the role that has to act.");
        }
        List<AlertPolicy.Step> steps = steps();
        List<AlertPolicy.HelpLine> helpLines = helpLines();
        return problems.isEmpty()
                ? new Reading.Usable(new AlertPolicy(
                        new CanonicalReference(definition.getUrl(), definition.getVersion()),
                        definition.getStatus() == PublicationStatus.ACTIVE,
                        definition.getCode(),
                        Sentence.of(definition.getDescriptionElement()),
                        TaskPriority.fromCode(definition.getPriority().toCode()),
                        acceptWithin.orElseThrow(),
                        roles,
                        steps,
                        helpLines))
                : new Reading.Refused(List.copyOf(problems));
    }

    private List<AlertPolicy.Step> steps() {
        List<AlertPolicy.Step> steps = new ArrayList<>();
        for (Extension extension : definition.getExtensionsByUrl(Extensions.ESCALATION)) {
            Optional<Duration> after = duration(value(extension, "after"), "extension('after')");
            Optional<TaskPriority> priority = priority(value(extension, "priority"));
            if (priority.isEmpty()) {
                problem("extension('priority')", "An escalation has a priority: routine, urgent, asap or stat.");
            }
            CodeableConcept role = value(extension, "role") instanceof CodeableConcept concept ? concept : null;
            if (after.isPresent() && priority.isPresent()) {
                steps.add(new AlertPolicy.Step(after.get(), priority.get(), role));
            }
        }
        steps.sort(Comparator.comparing(AlertPolicy.Step::after));
        return steps;
    }

    private static @Nullable Type value(Extension extension, String name) {
        return extension.getExtension().stream()
                .filter(part -> name.equals(part.getUrl()))
                .findFirst()
                .map(Extension::getValue)
                .orElse(null);
    }

    private static Optional<TaskPriority> priority(@Nullable Type value) {
        try {
            return value == null
                    ? Optional.empty()
                    : Optional.ofNullable(TaskPriority.fromCode(value.primitiveValue()));
        } catch (FHIRException e) {
            return Optional.empty();
        }
    }

    private Optional<Duration> duration(@Nullable Type value, String path) {
        if (value instanceof Quantity quantity
                && quantity.hasValue()
                && quantity.getValue().signum() >= 0) {
            Duration unit = UNITS.get(String.valueOf(quantity.getCode()));
            if (unit != null) {
                BigDecimal seconds = quantity.getValue().multiply(BigDecimal.valueOf(unit.toSeconds()));
                return Optional.of(Duration.ofSeconds(seconds.longValue()));
            }
        }
        problem(path, "A time is a Duration in s, min, h or d (UCUM code), such as 30 min.");
        return Optional.empty();
    }

    private List<AlertPolicy.HelpLine> helpLines() {
        List<AlertPolicy.HelpLine> lines = new ArrayList<>();
        for (RelatedArtifact artifact : definition.getRelatedArtifact()) {
            if (artifact.getType() == RelatedArtifactType.DOCUMENTATION) {
                if (!artifact.hasDisplay()
                        || artifact.hasUrl()
                                && !ADDRESS.matcher(artifact.getUrl()).matches()) {
                    problem(
                            "relatedArtifact",
                            "A help line needs a text (display); its url is an address such as https://www.113.nl or tel:113.");
                } else {
                    lines.add(new AlertPolicy.HelpLine(Sentence.of(artifact.getDisplayElement()), artifact.getUrl()));
                }
            }
        }
        return lines;
    }

    private void problem(String path, String sentence) {
        problems.add(new Problem(ProblemCode.INVALID_DEFINITION, "ActivityDefinition." + path, sentence));
    }
}
