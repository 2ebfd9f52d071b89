package nl.meerwaarde.outcomeset;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DataRequirement;
import org.hl7.fhir.r4.model.DataRequirement.DataRequirementCodeFilterComponent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;

/** An action of an outcome set, element by element; empty where the action does not say it, or not in a way that can be used. */
final class SetAction {
    private static final String TAKEN_SET = "outcome-set";

    private final PlanDefinitionActionComponent action;
    private final String path;

    private SetAction(PlanDefinitionActionComponent action, String path) {
        this.action = action;
        this.path = path;
    }

    /** The actions of a set, in order. */
    static List<SetAction> of(PlanDefinition definition) {
        return IntStream.range(0, definition.getAction().size())
                .mapToObj(i -> new SetAction(definition.getAction().get(i), "PlanDefinition.action[" + i + "]"))
                .toList();
    }

    /** Where something of the action stands. */
    String path(String element) {
        return path + "." + element;
    }

    /** Empty for a set that is taken over, and for what is neither. */
    Optional<Measurement.Kind> kind() {
        return Arrays.stream(Measurement.Kind.values())
                .filter(kind -> isOf(kind.code()))
                .findFirst();
    }

    boolean isTakenSet() {
        return isOf(TAKEN_SET);
    }

    private boolean isOf(String kind) {
        return codings()
                .anyMatch(coding -> Canonicals.CodeSystems.PATHWAY_ACTION.equals(coding.getSystem())
                        && kind.equals(coding.getCode()));
    }

    /** What is measured. */
    Optional<Code> code() {
        return codings()
                .filter(coding -> !Canonicals.CodeSystems.PATHWAY_ACTION.equals(coding.getSystem()))
                .flatMap(coding -> Code.of(coding).stream())
                .findFirst();
    }

    private Stream<Coding> codings() {
        return action.getCode().stream().flatMap(concept -> concept.getCoding().stream());
    }

    String title() {
        return action.hasTitle() ? action.getTitle() : code().map(Code::code).orElse("");
    }

    /** The moments, each once. A moment of another code system is none. */
    List<String> moments() {
        return momentsByPlace().values().stream()
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** Each moment that is named, by where it stands; empty for what is no code of the right code system. */
    Map<String, Optional<String>> momentsByPlace() {
        Map<String, Optional<String>> moments = new LinkedHashMap<>();
        for (int i = 0; i < action.getExtension().size(); i++) {
            Extension extension = action.getExtension().get(i);
            if (Canonicals.Extensions.MEASUREMENT_MOMENT.equals(extension.getUrl())) {
                moments.put(path("extension[" + i + "].value"), moment(extension));
            }
        }
        return moments;
    }

    private static Optional<String> moment(Extension extension) {
        return extension.getValue() instanceof Coding coding
                        && coding.hasCode()
                        && Canonicals.CodeSystems.MEASUREMENT_MOMENT.equals(coding.getSystem())
                ? Optional.of(coding.getCode())
                : Optional.empty();
    }

    Optional<Reporter> reporter() {
        return action.getParticipant().size() == 1
                ? Reporter.of(action.getParticipantFirstRep().getType())
                : Optional.empty();
    }

    /** A condition in words alone would be read as none. */
    boolean namesConditionsByCode() {
        return action.getReason().stream().noneMatch(reason -> Code.of(reason).isEmpty());
    }

    Set<Code> onlyWith() {
        return action.getReason().stream()
                .flatMap(reason -> Code.of(reason).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The Questionnaire that is asked, or the set that is taken over. */
    Optional<CanonicalReference> definition() {
        return action.hasDefinitionCanonicalType()
                        && action.getDefinitionCanonicalType().hasValue()
                ? Optional.of(CanonicalReference.parse(
                        action.getDefinitionCanonicalType().getValue()))
                : Optional.empty();
    }

    boolean hasInput() {
        return action.hasInput();
    }

    /** What stands in the record: one kind of resource, told by codes of one element, or one element of the Patient. */
    Optional<Measurement.Recorded> recorded() {
        if (action.getInput().size() != 1) {
            return Optional.empty();
        }
        DataRequirement input = action.getInputFirstRep();
        if ("Patient".equals(input.getType())) {
            return input.getMustSupport().size() == 1
                            && input.getMustSupport().get(0).hasValue()
                    ? Optional.of(new Measurement.Recorded(
                            "Patient", input.getMustSupport().get(0).getValue(), Set.of()))
                    : Optional.empty();
        }
        return input.getCodeFilter().size() == 1 ? coded(input) : Optional.empty();
    }

    private static Optional<Measurement.Recorded> coded(DataRequirement input) {
        DataRequirementCodeFilterComponent filter = input.getCodeFilterFirstRep();
        Set<Code> codes = filter.getCode().stream()
                .flatMap(code -> Code.of(code).stream())
                .collect(Collectors.toSet());
        return input.hasType() && filter.hasPath() && !codes.isEmpty()
                ? Optional.of(new Measurement.Recorded(input.getType(), filter.getPath(), codes))
                : Optional.empty();
    }

    boolean hasActions() {
        return action.hasAction();
    }

    /** How it is measured; empty when the action says neither or both. */
    Optional<Measurement.Means> means() {
        if (hasInput()) {
            return definition().isPresent() ? Optional.empty() : recorded().map(Measurement.Means.class::cast);
        }
        return definition().map(Measurement.Asked::new);
    }
}
