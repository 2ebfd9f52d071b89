package nl.meerwaarde.response;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.instrument.ExpressionContext;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.Question;
import nl.meerwaarde.instrument.Variable;
import nl.meerwaarde.instrument.Weights;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/**
 * What the expressions of one instrument see while they run over one response: {@code %questionnaire}, the variables (computed when first asked
 * for, then kept) and the weights of the answers. For one thread and one response.
 */
public final class ResponseContext implements ExpressionContext {
    private final FhirPath fhirPath;
    private final Instrument instrument;
    private final QuestionnaireResponse response;
    private final Map<String, Variable> variables = new HashMap<>();
    private final Map<String, List<Base>> values = new HashMap<>();
    private final Map<Base, BigDecimal> weights = new IdentityHashMap<>();

    public ResponseContext(FhirPath fhirPath, Instrument instrument, QuestionnaireResponse response) {
        this.fhirPath = fhirPath;
        this.instrument = instrument;
        this.response = response;
        instrument.variables().forEach(variable -> variables.put(variable.name(), variable));
        Map<String, Question> questions = instrument.questionsByLinkId();
        response.getItem().forEach(item -> collectWeights(item, questions));
    }

    @Override
    public List<Base> constant(String name) {
        if (name.equals("questionnaire")) {
            return List.of(instrument.questionnaire());
        }
        Variable variable = variables.get(name);
        if (variable == null) {
            return List.of();
        }
        List<Base> known = values.get(name);
        if (known == null) {
            known = fhirPath.evaluate(response, variable.expression(), this);
            values.put(name, known);
        }
        return known;
    }

    @Override
    public Optional<BigDecimal> weight(Base answer) {
        return Optional.ofNullable(weights.get(answer));
    }

    /** Forgets computed variables: needed after the response has changed, because a variable may have looked at the change. */
    public void responseChanged() {
        values.clear();
    }

    private void collectWeights(QuestionnaireResponseItemComponent item, Map<String, Question> questions) {
        Question question = questions.get(item.getLinkId());
        for (QuestionnaireResponseItemAnswerComponent answer : item.getAnswer()) {
            if (question != null && answer.hasValue()) {
                Weights.of(question, answer.getValue()).ifPresent(weight -> {
                    weights.put(answer, weight);
                    weights.put(answer.getValue(), weight);
                });
            }
            answer.getItem().forEach(child -> collectWeights(child, questions));
        }
        item.getItem().forEach(child -> collectWeights(child, questions));
    }
}
