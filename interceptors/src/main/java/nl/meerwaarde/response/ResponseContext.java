package nl.meerwaarde.response;

import java.math.BigDecimal;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.instrument.ExpressionContext;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.Question;
import nl.meerwaarde.instrument.Scope;
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
public final class ResponseContext {
    private final FhirPath fhirPath;
    private final Instrument instrument;
    private final QuestionnaireResponse response;
    private final Map<Variable, List<Base>> values = new IdentityHashMap<>();
    private final Map<Base, BigDecimal> weights = new IdentityHashMap<>();

    public ResponseContext(FhirPath fhirPath, Instrument instrument, QuestionnaireResponse response) {
        this.fhirPath = fhirPath;
        this.instrument = instrument;
        this.response = response;
        Map<String, Question> questions = instrument.questionsByLinkId();
        response.getItem().forEach(item -> collectWeights(item, questions));
    }

    /** What an expression on the response as a whole sees. */
    public ExpressionContext whole() {
        return new ScopedContext(instrument.scope());
    }

    /** What an expression on this item sees. */
    public ExpressionContext at(String linkId) {
        return new ScopedContext(instrument.scopeAt(linkId));
    }

    /** Forgets computed variables: needed after the response has changed, because a variable may have looked at the change. */
    public void responseChanged() {
        values.clear();
    }

    private final class ScopedContext implements ExpressionContext {
        private final Scope scope;

        ScopedContext(Scope scope) {
            this.scope = scope;
        }

        @Override
        public List<Base> constant(String name) {
            return name.equals("questionnaire")
                    ? List.of(instrument.questionnaire())
                    : scope.find(name).map(this::value).orElse(List.of());
        }

        @Override
        public Optional<BigDecimal> weight(Base answer) {
            return Optional.ofNullable(weights.get(answer));
        }

        private List<Base> value(Variable variable) {
            List<Base> known = values.get(variable);
            if (known == null) {
                known = fhirPath.evaluate(response, variable.expression(), new ScopedContext(scope.before(variable)));
                values.put(variable, known);
            }
            return known;
        }
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
