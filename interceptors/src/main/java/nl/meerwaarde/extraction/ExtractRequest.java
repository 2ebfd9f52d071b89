package nl.meerwaarde.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Resource;

/**
 * The parameters of {@code $extract} as far as they can be judged without looking anything up.
 *
 * @param response what to extract from, where the request brings it
 * @param questionnaire what says how, where the request brings it
 * @param problems everything that is wrong with the parameters
 */
record ExtractRequest(
        Optional<QuestionnaireResponse> response, Optional<Questionnaire> questionnaire, List<Problem> problems) {
    private static final String RESPONSE = "questionnaire-response";
    private static final String QUESTIONNAIRE = "questionnaire";
    private static final Set<String> KNOWN = new TreeSet<>(Set.of(RESPONSE, QUESTIONNAIRE));

    /**
     * Reads the parameters.
     *
     * @param typeLevel whether the request names no response in its address, so that a parameter must bring one
     */
    static ExtractRequest read(OperationParameters given, boolean typeLevel) {
        return new Reader(given).read(typeLevel);
    }

    private static final class Reader {
        private final OperationParameters given;
        private final List<Problem> problems = new ArrayList<>();

        Reader(OperationParameters given) {
            this.given = given;
        }

        ExtractRequest read(boolean typeLevel) {
            given.names().stream()
                    .filter(name -> !KNOWN.contains(name))
                    .forEach(name -> problem(
                            name,
                            "is not a parameter of $extract here; allowed are " + String.join(", ", KNOWN) + "."));
            Optional<QuestionnaireResponse> response = resource(RESPONSE, QuestionnaireResponse.class);
            if (typeLevel && given.all(RESPONSE).isEmpty()) {
                problem(RESPONSE, "is needed here: the QuestionnaireResponse to extract from.");
            } else if (!typeLevel && response.isPresent()) {
                problem(RESPONSE, "goes without an id in the address only; which of the two is meant?");
            }
            return new ExtractRequest(response, resource(QUESTIONNAIRE, Questionnaire.class), List.copyOf(problems));
        }

        private <T extends Resource> Optional<T> resource(String name, Class<T> type) {
            List<ParametersParameterComponent> values = given.all(name);
            if (values.size() > 1) {
                problem(name, "may be given once.");
            }
            if (!values.isEmpty() && !type.isInstance(values.get(0).getResource())) {
                problem(name, "must be a resource of type " + type.getSimpleName() + ".");
            }
            return values.stream()
                    .map(ParametersParameterComponent::getResource)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .findFirst();
        }

        private void problem(String parameter, String sentence) {
            problems.add(
                    new Problem(ProblemCode.INVALID_PARAMETER, parameter, "Parameter " + parameter + " " + sentence));
        }
    }
}
