package nl.meerwaarde.score;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.ScoreComputation;
import nl.meerwaarde.instrument.ScoreRule;
import nl.meerwaarde.response.ResponseContext;
import nl.meerwaarde.response.ResponseItems;
import nl.meerwaarde.response.SharedAnswers;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** Computes the scores of a response by the rules of its instrument, whatever the client had computed. */
public final class ScoreCalculator {
    private final FhirPath fhirPath;

    public ScoreCalculator(FhirPath fhirPath) {
        this.fhirPath = fhirPath;
    }

    /**
     * All scores, in the order in which they are computed. The given response is not changed.
     *
     * @throws ScoringFault when an expression fails over these answers, which only a faulty instrument can cause
     */
    public List<ScoreResult> calculate(Instrument instrument, QuestionnaireResponse response) {
        if (instrument.scores().isEmpty()) {
            return List.of();
        }
        QuestionnaireResponse working = response.copy();
        SharedAnswers.fill(instrument, working);
        ResponseItems items = new ResponseItems(instrument, working);
        instrument.scores().forEach(rule -> items.clear(rule.linkId()));
        ResponseContext context = new ResponseContext(fhirPath, instrument, working);
        List<ScoreResult> results = new ArrayList<>();
        for (ScoreRule rule : instrument.scores()) {
            ScoreResult result = evaluate(instrument, rule, working, context);
            results.add(result);
            if (result instanceof ScoreResult.Calculated calculated
                    && instrument.scores().size() > 1) {
                items.set(rule.linkId(), List.of(new DecimalType(calculated.value())));
                context.responseChanged();
            }
        }
        return List.copyOf(results);
    }

    private ScoreResult evaluate(
            Instrument instrument, ScoreRule rule, QuestionnaireResponse response, ResponseContext context) {
        try {
            return value(instrument, rule, response, context)
                    .<ScoreResult>map(value -> new ScoreResult.Calculated(rule, value))
                    .orElseGet(() -> new ScoreResult.NotCalculable(rule));
        } catch (FHIRException | NumberFormatException | ArithmeticException e) {
            throw new ScoringFault(
                    "Score '" + rule.linkId() + "' of " + instrument.canonical()
                            + " cannot be computed for these answers: " + e.getMessage(),
                    e);
        }
    }

    private Optional<BigDecimal> value(
            Instrument instrument, ScoreRule rule, QuestionnaireResponse response, ResponseContext context) {
        if (rule.computation() instanceof ScoreComputation.ItemResponse estimated) {
            return ItemResponseScore.of(estimated.statistic(), requireNonNull(instrument.bank()), response);
        }
        ScoreComputation.Expression computation = (ScoreComputation.Expression) rule.computation();
        return number(fhirPath.evaluate(response, computation.expression(), context.at(rule.linkId())));
    }

    private static Optional<BigDecimal> number(List<Base> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            throw new FHIRException("the expression gives " + values.size() + " values instead of one");
        }
        Base value = values.get(0);
        return value.hasPrimitiveValue() ? Optional.of(new BigDecimal(value.primitiveValue())) : Optional.empty();
    }
}
