package nl.meerwaarde.derivation;

import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentCatalogue;
import nl.meerwaarde.record.GoalReading;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordReading;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.score.ResponseScores;
import nl.meerwaarde.score.ResponseScores.Worth;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;

/** What a stored response is worth: its score Observations and its record entry, by the instrument version it names. */
class ResponseScoring {
    private final InstrumentCatalogue instruments;
    private final ResponseScores scores;

    ResponseScoring(InstrumentCatalogue instruments, ResponseScores scores) {
        this.instruments = instruments;
        this.scores = scores;
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
        List<Worth> worths = scores.of(instrument, response);
        List<Observation> observations = worths.stream()
                .map(worth -> worth.observation(response, instrument.canonical()))
                .toList();
        RecordEntry entry = complete
                ? entry(instrument, response, worths)
                : new RecordEntry.Unscored(instrument.canonical().toString());
        return new Scored(observations, complete, Optional.of(entry));
    }

    private static RecordEntry.Score score(Worth worth) {
        return new RecordEntry.Score(
                worth.result().rule().code().key(), worth.value().orElse(null));
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
                GoalReading.answered(response),
                worths.stream().map(ResponseScoring::score).toList());
    }
}
