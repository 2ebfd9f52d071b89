package nl.meerwaarde.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.ScoreRule;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** The scores that a response is worth, with all that is known of each. The one place where it is decided which Observation a score becomes. */
public final class ResponseScores {
    private final ScoreCalculator calculator;
    private final ScoreDefinitions definitions;

    public ResponseScores(ScoreCalculator calculator, ScoreDefinitions definitions) {
        this.calculator = calculator;
        this.definitions = definitions;
    }

    /**
     * A score with what is known of it.
     *
     * @param standardError of its value, where the instrument computes one
     * @param definition what the number means, where the instrument came with one
     */
    public record Worth(ScoreResult result, Optional<BigDecimal> standardError, Optional<ScoreDefinition> definition) {
        /** The value as the publisher gives it; empty when the score cannot be calculated. */
        public Optional<BigDecimal> value() {
            return result instanceof ScoreResult.Calculated calculated
                    ? Optional.of(ScoreObservations.rounded(calculated.value(), definition.orElse(null)))
                    : Optional.empty();
        }

        /** The Observation of this score of a response that is stored under its id. */
        public Observation observation(QuestionnaireResponse response, CanonicalReference instrument) {
            return ScoreObservations.observation(
                    response, instrument, result, standardError.orElse(null), definition.orElse(null));
        }
    }

    /**
     * The scores that become Observations, in the order in which they are computed.
     *
     * @throws ScoringFault when an expression fails over these answers
     */
    public List<Worth> of(Instrument instrument, QuestionnaireResponse response) {
        List<ScoreResult> results = calculator.calculate(instrument, response);
        return results.stream()
                .filter(result -> result.rule().extracted())
                .map(result -> new Worth(
                        result,
                        standardError(result.rule(), results),
                        definitions.find(result.rule().code())))
                .toList();
    }

    private static Optional<BigDecimal> standardError(ScoreRule score, List<ScoreResult> results) {
        return results.stream()
                .filter(result -> score.linkId().equals(result.rule().standardErrorOf()))
                .filter(ScoreResult.Calculated.class::isInstance)
                .map(result -> ((ScoreResult.Calculated) result).value())
                .findFirst();
    }
}
