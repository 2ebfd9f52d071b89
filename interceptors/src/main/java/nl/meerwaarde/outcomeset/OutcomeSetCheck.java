package nl.meerwaarde.outcomeset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import org.hl7.fhir.r4.model.PlanDefinition;

/** What is wrong with an outcome set in itself; whether what it names exists is {@link NamedDefinitions}' question. */
final class OutcomeSetCheck {
    private static final Set<String> RECORDED_TYPES =
            Set.of("Observation", "Condition", "Procedure", "Encounter", "Patient");

    private final Vocabulary vocabulary;
    private final Set<String> moments;
    private final Set<Code> measured;
    private final List<Problem> problems = new ArrayList<>();

    private OutcomeSetCheck(Vocabulary vocabulary, Set<Code> measuredByTakenSets) {
        this.vocabulary = vocabulary;
        this.moments = new HashSet<>(vocabulary.moments());
        this.measured = new HashSet<>(measuredByTakenSets);
    }

    /** @param measuredByTakenSets what the sets that it takes over measure already */
    static List<Problem> problems(PlanDefinition definition, Vocabulary vocabulary, Set<Code> measuredByTakenSets) {
        OutcomeSetCheck check = new OutcomeSetCheck(vocabulary, measuredByTakenSets);
        check.checkHead(definition);
        SetAction.of(definition).forEach(check::checkAction);
        return check.problems;
    }

    private void checkHead(PlanDefinition definition) {
        require(definition.hasUrl(), "PlanDefinition.url", "An outcome set needs an address (url).");
        require(
                definition.hasVersion(),
                "PlanDefinition.version",
                "An outcome set needs a version, so that whoever takes it over can name the one that is meant.");
        require(definition.hasTitle(), "PlanDefinition.title", "An outcome set needs a title.");
        require(definition.hasAction(), "PlanDefinition.action", "An outcome set needs at least one outcome.");
    }

    private void checkAction(SetAction action) {
        checkMoments(action);
        require(!action.hasActions(), action.path("action"), "An outcome has no actions of its own.");
        if (action.isTakenSet()) {
            checkTakenSet(action);
        } else if (action.kind().isPresent()) {
            checkMeasurement(action);
        } else {
            problem(
                    ProblemCode.INVALID_DEFINITION,
                    action.path("code"),
                    "An action of an outcome set is an outcome, a case-mix-variable or an outcome-set that is taken over (codes of pathway-action).");
        }
    }

    private void checkMoments(SetAction action) {
        action.momentsByPlace().forEach((place, moment) -> {
            if (moment.filter(moments::contains).isEmpty()) {
                problem(
                        ProblemCode.UNKNOWN_MOMENT,
                        place,
                        moment.map(code -> "There is no measurement moment '" + code + "'.")
                                .orElse("A measurement moment is a code of measurement-moment."));
            }
        });
    }

    private void checkTakenSet(SetAction action) {
        require(
                action.definition().filter(set -> set.version() != null).isPresent(),
                action.path("definition"),
                "A set that is taken over is named with its version (definitionCanonical url|version), because another version may measure something else.");
    }

    private void checkMeasurement(SetAction action) {
        action.code()
                .ifPresentOrElse(
                        code -> checkCode(code, action.path("code")),
                        () -> problem(
                                ProblemCode.UNKNOWN_OUTCOME,
                                action.path("code"),
                                "The action does not say what it measures."));
        require(
                !action.momentsByPlace().isEmpty(),
                action.path("extension"),
                "An outcome needs at least one measurement moment.");
        require(
                action.namesConditionsByCode(),
                action.path("reason"),
                "A condition or treatment is named by a code, because words alone would restrict nothing.");
        checkReporter(action);
        checkMeans(action);
    }

    private void checkCode(Code code, String path) {
        if (!vocabulary.knows(code)) {
            problem(
                    ProblemCode.UNKNOWN_OUTCOME,
                    path,
                    "There is no code '" + code.code() + "' in " + code.system() + ".");
        } else if (!measured.add(code)) {
            problem(
                    ProblemCode.DUPLICATE_OUTCOME,
                    path,
                    "'" + code.code() + "' is measured already, by this set or by one that it takes over.");
        }
    }

    private void checkReporter(SetAction action) {
        if (action.reporter().isEmpty()) {
            problem(
                    ProblemCode.REPORTER_MISSING,
                    action.path("participant"),
                    "Who reports '" + action.title()
                            + "' is one participant of type patient, related-person or practitioner.");
        }
    }

    private void checkMeans(SetAction action) {
        Optional<Measurement.Recorded> recorded = action.recorded();
        if (action.hasInput() == action.definition().isPresent()) {
            problem(
                    ProblemCode.INVALID_DEFINITION,
                    action.path("definition"),
                    "'" + action.title()
                            + "' is either asked (definitionCanonical of a Questionnaire) or recorded (input), and not both.");
        } else if (action.hasInput()
                && recorded.map(Measurement.Recorded::resourceType)
                        .filter(RECORDED_TYPES::contains)
                        .isEmpty()) {
            problem(
                    ProblemCode.INVALID_DEFINITION,
                    action.path("input"),
                    "What is recorded is one input: an Observation, Condition, Procedure or Encounter with one codeFilter of codes, or a Patient with the element in mustSupport.");
        }
    }

    private void require(boolean holds, String path, String sentence) {
        if (!holds) {
            problem(ProblemCode.INVALID_DEFINITION, path, sentence);
        }
    }

    private void problem(ProblemCode code, String path, String sentence) {
        problems.add(new Problem(code, path, sentence));
    }
}
