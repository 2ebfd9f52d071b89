package nl.meerwaarde.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.response.ResponseItems;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/**
 * Scores that came with a response. The server's value wins: it replaces the client's in the item, the client's is kept beside it in the extension
 * {@code client-score}, and the difference is reported. Scores that the client left out are not added.
 */
public final class ClientScores {
    private ClientScores() {}

    /**
     * A score that the client had computed differently.
     *
     * @param linkId the score's item
     * @param client the client's value
     * @param server the server's value, empty when it cannot be calculated
     */
    public record Difference(String linkId, BigDecimal client, Optional<BigDecimal> server) {
        /** The difference in a sentence. */
        public String sentence() {
            return "Score '" + linkId + "' was sent as " + client.toPlainString() + " and is "
                    + server.map(BigDecimal::toPlainString).orElse("not calculable from these answers")
                    + "; the server's value is stored.";
        }
    }

    /** Puts the server's values in place and says where they differ. Repeating this changes nothing more. */
    public static List<Difference> replace(
            Instrument instrument, QuestionnaireResponse response, List<ScoreResult> results) {
        ResponseItems items = new ResponseItems(instrument, response);
        List<Difference> differences = new ArrayList<>();
        for (ScoreResult result : results) {
            items.find(result.rule().linkId())
                    .filter(QuestionnaireResponseItemComponent::hasAnswer)
                    .ifPresent(item -> replace(item, result).ifPresent(differences::add));
        }
        return differences;
    }

    private static Optional<Difference> replace(QuestionnaireResponseItemComponent item, ScoreResult result) {
        QuestionnaireResponseItemAnswerComponent answer = item.getAnswerFirstRep();
        Optional<BigDecimal> client = number(answer.getValue());
        Optional<BigDecimal> server = result instanceof ScoreResult.Calculated calculated
                ? Optional.of(ScoreObservations.rounded(calculated.value(), null))
                : Optional.empty();
        if (client.isEmpty() || server.isPresent() && server.get().compareTo(client.get()) == 0) {
            return Optional.empty();
        }
        item.setAnswer(null);
        QuestionnaireResponseItemAnswerComponent replaced = item.addAnswer();
        server.ifPresent(value -> replaced.setValue(new DecimalType(value)));
        replaced.addExtension(Canonicals.Extensions.CLIENT_SCORE, new DecimalType(client.get()));
        return Optional.of(new Difference(item.getLinkId(), client.get(), server));
    }

    private static Optional<BigDecimal> number(Type value) {
        return value instanceof DecimalType decimal && decimal.hasValue()
                ? Optional.of(decimal.getValue())
                : value instanceof IntegerType integer && integer.hasValue()
                        ? Optional.of(BigDecimal.valueOf(integer.getValue()))
                        : Optional.empty();
    }
}
