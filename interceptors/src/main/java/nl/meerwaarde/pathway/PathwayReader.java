package nl.meerwaarde.pathway;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.ExtensionLookup;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.ActionRelationshipType;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionRelatedActionComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;

/** Reads a PlanDefinition of the profile {@code care-pathway}, with everything that is wrong with it. */
public final class PathwayReader {
    private static final String INDEX_EVENT = "index-event";
    private static final String OUTCOME_EVENT = "outcome-event";
    private static final String MEASUREMENT_MOMENT = "measurement-moment";
    private static final String OUTCOME_SET = "outcome-set";

    private final List<Problem> problems = new ArrayList<>();
    private final Set<Code> indexCodes = new HashSet<>();
    private final List<Pathway.Moment> moments = new ArrayList<>();
    private final List<Pathway.Event> events = new ArrayList<>();

    /** The pathway, and what is wrong with it; usable only when there are no problems. */
    public record Reading(Pathway pathway, List<Problem> problems) {}

    private PathwayReader() {}

    /** Whether a PlanDefinition is a pathway at all: it has an action that is a measurement moment. */
    public static boolean isPathway(PlanDefinition definition) {
        return definition.hasUrl()
                && definition.getAction().stream()
                        .anyMatch(action ->
                                kind(action).filter(MEASUREMENT_MOMENT::equals).isPresent());
    }

    /** Reads the pathway. */
    public static Reading read(PlanDefinition definition) {
        PathwayReader reader = new PathwayReader();
        for (int i = 0; i < definition.getAction().size(); i++) {
            reader.readAction(definition.getAction().get(i), "PlanDefinition.action[" + i + "]");
        }
        if (!definition.hasVersion()) {
            reader.problem(
                    "PlanDefinition.version", "A pathway needs a version, so that running episodes can name theirs.");
        }
        Pathway pathway = new Pathway(
                new CanonicalReference(definition.getUrl(), definition.getVersion()),
                reader.indexCodes,
                reader.moments,
                reader.events);
        return new Reading(pathway, List.copyOf(reader.problems));
    }

    private void readAction(PlanDefinitionActionComponent action, String path) {
        switch (kind(action).orElse("")) {
            case INDEX_EVENT -> indexCodes.addAll(codes(action.getInput()));
            case MEASUREMENT_MOMENT -> readMoment(action, path);
            case OUTCOME_EVENT -> readEvent(action, path);
            default -> {
                // Other activities of the pathway carry no outcomes.
            }
        }
    }

    private void readMoment(PlanDefinitionActionComponent action, String path) {
        Optional<String> code = code(action, Canonicals.CodeSystems.MEASUREMENT_MOMENT);
        Optional<Pathway.Window> window = window(action, path);
        if (code.isEmpty()) {
            problem(path + ".code", "A measurement moment needs its code (measurement-moment).");
        }
        if (code.isPresent() && window.isPresent()) {
            moments.add(new Pathway.Moment(
                    code.get(),
                    targetDay(action),
                    window.get(),
                    questionnaires(action),
                    codes(measurementInputs(action)),
                    sets(action),
                    Map.of()));
        }
    }

    private void readEvent(PlanDefinitionActionComponent action, String path) {
        Optional<String> code = code(action, Canonicals.CodeSystems.OUTCOME_EVENT);
        if (code.isEmpty()) {
            problem(path + ".code", "An outcome event needs its code (outcome-event).");
            return;
        }
        boolean ends = ExtensionLookup.flag(action.getExtension(), Canonicals.Extensions.ENDS_FOLLOW_UP);
        String pathway = action.hasDefinitionCanonicalType()
                ? CanonicalReference.parse(action.getDefinitionCanonicalType().getValue())
                        .url()
                : null;
        String type = action.getInput().stream()
                .map(DataRequirement::getType)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (pathway == null && type == null) {
            problem(
                    path,
                    "An outcome event needs an input (which resource records it) or a definition (which pathway's episode it is).");
            return;
        }
        Pathway.Window window = action.hasRelatedAction() ? window(action, path).orElse(ALWAYS) : ALWAYS;
        events.add(new Pathway.Event(code.get(), type, codes(action.getInput()), pathway, window, ends));
    }

    private static final Pathway.Window ALWAYS = new Pathway.Window(0, 36_525);

    /** The days round the index event on which an action may take place; empty when it does not say, or wrongly. */
    public static Optional<Pathway.Window> window(PlanDefinitionActionComponent action) {
        return new PathwayReader().window(action, "");
    }

    /** What an action stands for, by its code from {@code pathway-action}. */
    public static Optional<String> kind(PlanDefinitionActionComponent action) {
        return code(action, Canonicals.CodeSystems.PATHWAY_ACTION);
    }

    /** Which measurement moment an action is, by its code from {@code measurement-moment}. */
    public static Optional<String> moment(PlanDefinitionActionComponent action) {
        return code(action, Canonicals.CodeSystems.MEASUREMENT_MOMENT);
    }

    private static Optional<String> code(PlanDefinitionActionComponent action, String system) {
        return action.getCode().stream()
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> system.equals(coding.getSystem()) && coding.hasCode())
                .map(coding -> coding.getCode())
                .findFirst();
    }

    private static int targetDay(PlanDefinitionActionComponent action) {
        return action.getTiming() instanceof Duration target ? days(target) : 0;
    }

    private Optional<Pathway.Window> window(PlanDefinitionActionComponent action, String path) {
        Optional<PlanDefinitionActionRelatedActionComponent> related = action.getRelatedAction().stream()
                .filter(r -> INDEX_EVENT.equals(r.getActionId()) && r.getOffset() instanceof Range)
                .findFirst();
        if (related.isEmpty()) {
            problem(
                    path + ".relatedAction",
                    "A window is needed: relatedAction to 'index-event' with an offsetRange in days.");
            return Optional.empty();
        }
        Range range = (Range) related.get().getOffset();
        int low = days(range.getLow());
        int high = days(range.getHigh());
        boolean before = isBefore(related.get().getRelationship());
        try {
            return Optional.of(before ? new Pathway.Window(-high, -low) : new Pathway.Window(low, high));
        } catch (IllegalArgumentException e) {
            problem(path + ".relatedAction", e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private static boolean isBefore(ActionRelationshipType relationship) {
        return relationship == ActionRelationshipType.BEFORE
                || relationship == ActionRelationshipType.BEFORESTART
                || relationship == ActionRelationshipType.BEFOREEND;
    }

    private static int days(Quantity quantity) {
        int value = quantity.hasValue() ? quantity.getValue().intValue() : 0;
        return switch (quantity.hasCode() ? quantity.getCode() : "d") {
            case "wk" -> value * 7;
            case "mo" -> Math.round(value * 30.4375f);
            case "a" -> Math.round(value * 365.25f);
            default -> value;
        };
    }

    private static Set<String> questionnaires(PlanDefinitionActionComponent moment) {
        return definitions(moment, false).map(CanonicalReference::url).collect(Collectors.toSet());
    }

    private static Set<CanonicalReference> sets(PlanDefinitionActionComponent moment) {
        return definitions(moment, true).collect(Collectors.toSet());
    }

    private static Stream<CanonicalReference> definitions(PlanDefinitionActionComponent moment, boolean ofSets) {
        return Stream.concat(Stream.of(moment), moment.getAction().stream())
                .filter(PlanDefinitionActionComponent::hasDefinitionCanonicalType)
                .filter(action ->
                        ofSets == kind(action).filter(OUTCOME_SET::equals).isPresent())
                .map(action -> CanonicalReference.parse(
                        action.getDefinitionCanonicalType().getValue()));
    }

    private static List<DataRequirement> measurementInputs(PlanDefinitionActionComponent moment) {
        return Stream.concat(Stream.of(moment), moment.getAction().stream())
                .flatMap(action -> action.getInput().stream())
                .filter(input -> "Observation".equals(input.getType()))
                .toList();
    }

    private static Set<Code> codes(List<DataRequirement> inputs) {
        Set<Code> codes = new HashSet<>();
        inputs.stream()
                .flatMap(input -> input.getCodeFilter().stream())
                .flatMap(filter -> filter.getCode().stream())
                .map(Code::of)
                .flatMap(Optional::stream)
                .forEach(codes::add);
        return codes;
    }

    private void problem(String path, String sentence) {
        problems.add(new Problem(ProblemCode.INVALID_DEFINITION, path, sentence));
    }
}
