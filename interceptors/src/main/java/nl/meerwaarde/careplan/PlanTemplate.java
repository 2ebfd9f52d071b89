package nl.meerwaarde.careplan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.pathway.Pathway;
import nl.meerwaarde.pathway.PathwayReader;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.ActionPrecheckBehavior;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionGoalComponent;
import org.hl7.fhir.r4.model.StringType;

/**
 * What of a pathway becomes a plan, besides its moments: its stations and goals.
 *
 * @param canonical address and version
 * @param title title with its translations
 * @param indexTitle what the index event is called
 * @param activities what is done or decided
 * @param goals goals to be filled in; must not be changed
 * @param unchecked what is asked only when somebody wants it: {@code <moment>|<Questionnaire>}
 * @param problems what {@code $apply} cannot do with it
 */
record PlanTemplate(
        CanonicalReference canonical,
        StringType title,
        StringType indexTitle,
        List<Activity> activities,
        List<PlanDefinitionGoalComponent> goals,
        Set<String> unchecked,
        List<Problem> problems) {
    /**
     * A station of the pathway.
     *
     * @param id of the action
     * @param title with its translations
     * @param window the days round the index event on which it may take place
     * @param place where the patient is; empty when the patient has no part in it
     */
    record Activity(String id, StringType title, Pathway.Window window, Optional<Place> place) {}

    /** Where an activity may take place. */
    enum Place {
        /** The patient comes. */
        ON_SITE("on-site"),
        /** From home, or together with what the patient comes for. */
        REMOTE("remote");

        private final String code;

        Place(String code) {
            this.code = code;
        }

        /** The code in the code system {@code visit-setting}. */
        String code() {
            return code;
        }
    }

    private static final Set<String> STATIONS = Set.of("activity", "decision");

    static PlanTemplate read(PlanDefinition definition) {
        List<Activity> activities = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Set<String> unchecked = new HashSet<>();
        StringType indexTitle = new StringType();
        for (int i = 0; i < definition.getAction().size(); i++) {
            PlanDefinitionActionComponent action = definition.getAction().get(i);
            String path = "PlanDefinition.action[" + i + "]";
            problems.addAll(notSupported(action, path));
            unchecked.addAll(unchecked(action));
            String kind = PathwayReader.kind(action).orElse("");
            if (kind.equals("index-event")) {
                indexTitle = action.getTitleElement();
            } else if (STATIONS.contains(kind)) {
                PathwayReader.window(action)
                        .ifPresent(window -> activities.add(new Activity(
                                String.valueOf(action.getId()), action.getTitleElement(), window, place(action))));
            }
        }
        return new PlanTemplate(
                new CanonicalReference(definition.getUrl(), definition.getVersion()),
                definition.getTitleElement(),
                indexTitle,
                List.copyOf(activities),
                List.copyOf(definition.getGoal()),
                Set.copyOf(unchecked),
                List.copyOf(problems));
    }

    /** What would need an engine of its own; leaving it out in silence would give another plan than the author meant. */
    private static List<Problem> notSupported(PlanDefinitionActionComponent action, String path) {
        List<Problem> problems = new ArrayList<>();
        if (action.hasCondition()) {
            problems.add(notSupported(path + ".condition"));
        }
        if (action.hasDynamicValue()) {
            problems.add(notSupported(path + ".dynamicValue"));
        }
        if (action.hasTransform()) {
            problems.add(notSupported(path + ".transform"));
        }
        for (int i = 0; i < action.getAction().size(); i++) {
            problems.addAll(notSupported(action.getAction().get(i), path + ".action[" + i + "]"));
        }
        return problems;
    }

    private static Problem notSupported(String path) {
        return new Problem(
                ProblemCode.UNSUPPORTED_MECHANISM,
                path,
                Sentence.beside(PlanTemplate.class, "plan.not-supported", path));
    }

    private static Set<String> unchecked(PlanDefinitionActionComponent moment) {
        Set<String> unchecked = new HashSet<>();
        moment.getAction().stream()
                .filter(action -> action.getPrecheckBehavior() == ActionPrecheckBehavior.NO)
                .filter(PlanDefinitionActionComponent::hasDefinitionCanonicalType)
                .map(PlanDefinitionActionComponent::getDefinitionCanonicalType)
                .map(CanonicalType::getValue)
                .forEach(asked -> PathwayReader.moment(moment)
                        .ifPresent(code -> unchecked.add(
                                code + "|" + CanonicalReference.parse(asked).url())));
        return unchecked;
    }

    private static Optional<Place> place(PlanDefinitionActionComponent action) {
        return action.getCode().stream()
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> CodeSystems.VISIT_SETTING.equals(coding.getSystem()))
                .map(coding -> Place.REMOTE.code().equals(coding.getCode()) ? Place.REMOTE : Place.ON_SITE)
                .findFirst();
    }
}
