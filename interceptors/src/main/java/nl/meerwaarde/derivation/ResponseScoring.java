package nl.meerwaarde.derivation;

import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentCatalogue;
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
     * A response with its scores.
     *
     * @param observations one per extracted score
     * @param entry what outcomes need of it; empty unless it is complete
     */
    record Scored(List<Observation> observations, Optional<RecordEntry> entry) {
        static final Scored NOTHING = new Scored(List.of(), Optional.empty());
    }

    /** A draft is worth nothing; a mistake keeps its Observations, marked, and leaves the record. */
    Scored score(QuestionnaireResponse response) {
        boolean mistake = response.getStatus() == QuestionnaireResponseStatus.ENTEREDINERROR;
        if (!response.hasQuestionnaire() || !(mistake || ResponseRules.isComplete(response))) {
            return Scored.NOTHING;
        }
        Optional<Instrument> instrument = instruments.find(CanonicalReference.parse(response.getQuestionnaire()));
        return instrument.map(i -> score(i, response, mistake)).orElse(Scored.NOTHING);
    }

    private Scored score(Instrument instrument, QuestionnaireResponse response, boolean mistake) {
        List<Worth> worths = calculator.calculate(instrument, response).stream()
                .filter(result -> result.rule().extracted())
                .map(result -> new Worth(result, definitions.find(result.rule().code())))
                .toList();
        List<Observation> observations = worths.stream()
                .map(worth -> ScoreObservations.observation(
                        response,
                        instrument.canonical(),
                        worth.result(),
                        worth.definition().orElse(null)))
                .toList();
        return new Scored(observations, mistake ? Optional.empty() : Optional.of(entry(instrument, response, worths)));
    }

    private record Worth(ScoreResult result, Optional<ScoreDefinition> definition) {
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
