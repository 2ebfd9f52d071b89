package nl.meerwaarde.derivation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.instrument.ScoreRule;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordReading;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.score.ScoreCalculator;
import nl.meerwaarde.score.ScoreDefinition;
import nl.meerwaarde.score.ScoreDefinitions;
import nl.meerwaarde.score.ScoreObservations;
import nl.meerwaarde.score.ScoreResult;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** What a stored response is worth: its score Observations and its record entry, by the instrument version it names. */
class ResponseScoring {
    private final InstrumentCatalogue instruments;
    private final ScoreCalculator calculator;
    private final ScoreDefinitions definitions;

    ResponseScoring(InstrumentCatalogue instruments, ScoreCalculator calculator, ScoreDefinitions definitions) {
        this.instruments = instruments;
        this.calculator = calculator;
        this.definitions = definitions;
    }

    /**
     * What a response comes to.
     *
     * @param observations one per extracted score; those of a mistake are marked
     * @param complete whether the scores count
     * @param entry what outcomes need of it; empty when it names no Questionnaire
     */
    record Scored(List<Observation> observations, boolean complete, Optional<RecordEntry> entry) {}

    /** A draft has no scores; a mistake keeps its Observations, marked, and its scores do not count. */
    Scored score(QuestionnaireResponse response) {
        if (!response.hasQuestionnaire()) {
            return new Scored(List.of(), false, Optional.empty());
        }
        boolean complete = ResponseRules.isComplete(response);
        boolean mistake = response.getStatus() == QuestionnaireResponseStatus.ENTEREDINERROR;
        Optional<Instrument> instrument = complete || mistake
                ? instruments.find(CanonicalReference.parse(response.getQuestionnaire()))
                : Optional.empty();
        return instrument
                .map(known -> score(known, response, complete))
                .orElseGet(() -> new Scored(
                        List.of(), false, Optional.of(new RecordEntry.Unscored(response.getQuestionnaire()))));
    }

    private Scored score(Instrument instrument, QuestionnaireResponse response, boolean complete) {
        List<ScoreResult> results = calculator.calculate(instrument, response);
        List<Worth> worths = results.stream()
                .filter(result -> result.rule().extracted())
                .map(result -> new Worth(
                        result,
                        standardError(result.rule(), results),
                        definitions.find(result.rule().code())))
                .toList();
        List<Observation> observations = worths.stream()
                .map(worth -> ScoreObservations.observation(
                        response,
                        instrument.canonical(),
                        worth.result(),
                        worth.standardError().orElse(null),
                        worth.definition().orElse(null)))
                .toList();
        RecordEntry entry = complete
                ? entry(instrument, response, worths)
                : new RecordEntry.Unscored(instrument.canonical().toString());
        return new Scored(observations, complete, Optional.of(entry));
    }

    private static Optional<BigDecimal> standardError(ScoreRule score, List<ScoreResult> results) {
        return results.stream()
                .filter(result -> score.linkId().equals(result.rule().standardErrorOf()))
                .filter(ScoreResult.Calculated.class::isInstance)
                .map(result -> ((ScoreResult.Calculated) result).value())
                .findFirst();
    }

    private record Worth(ScoreResult result, Optional<BigDecimal> standardError, Optional<ScoreDefinition> definition) {
        RecordEntry.Score entry() {
            String key = result.rule().code().key();
            return result instanceof ScoreResult.Calculated calculated
                    ? new RecordEntry.Score(key, ScoreObservations.rounded(calculated.value(), definition.orElse(null)))
                    : new RecordEntry.Score(key, null);
        }
    }

    private static RecordEntry entry(Instrument instrument, QuestionnaireResponse response, List<Worth> worths) {
        String respondent = RecordReading.code(response, Canonicals.Extensions.RESPONDENT);
        return new RecordEntry.Response(
                response.getIdElement().getIdPart(),
                instrument.canonical().toString(),
                instrument.sideSpecific(),
                DateSpan.of(response.getAuthoredElement()).orElse(null),
                RecordReading.episodes(response.getBasedOn()),
                RecordReading.moment(response),
                RecordReading.side(response),
                respondent == null ? "patient" : respondent,
                response.getLanguage(),
                RecordReading.code(response, Canonicals.Extensions.ANSWER_MODE),
                worths.stream().map(Worth::entry).toList());
    }
}
