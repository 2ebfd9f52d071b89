package nl.meerwaarde.tests.outcome;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentReader;
import nl.meerwaarde.instrument.InstrumentReading;
import nl.meerwaarde.questionnaires.InstrumentLibrary;
import nl.meerwaarde.record.RecordEntry;
import nl.meerwaarde.record.RecordReading;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.score.ScoreCalculator;
import nl.meerwaarde.score.ScoreDefinition;
import nl.meerwaarde.score.ScoreObservations;
import nl.meerwaarde.score.ScoreResult;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Instruments;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** What a completed response to a shipped instrument is worth, computed anew from its answers. */
final class ScoredResponses {
    private final FhirPath fhirPath = new FhirPath(Fhir.CONTEXT);
    private final ScoreCalculator calculator = new ScoreCalculator(fhirPath);
    private final Map<String, Instrument> instruments = new HashMap<>();
    private final Map<Code, ScoreDefinition> definitions = new HashMap<>();

    ScoredResponses() {
        for (String id : InstrumentLibrary.instruments()) {
            InstrumentReading reading = new InstrumentReader(fhirPath).read(Instruments.shipped(id));
            Instrument instrument = ((InstrumentReading.Usable) reading).instrument();
            instruments.put(instrument.canonical().toString(), instrument);
            readDefinitions(id);
        }
    }

    private void readDefinitions(String instrument) {
        try (InputStream json =
                InstrumentLibrary.observationDefinitions(instrument).openStream()) {
            Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, json).getEntry().stream()
                    .map(entry -> (ObservationDefinition) entry.getResource())
                    .map(ScoreDefinition::of)
                    .flatMap(Optional::stream)
                    .forEach(definition -> definitions.put(definition.code(), definition));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<RecordEntry> entry(QuestionnaireResponse response) {
        if (!ResponseRules.isComplete(response)) {
            return Optional.empty();
        }
        Instrument instrument = instruments.get(response.getQuestionnaire());
        String respondent = RecordReading.code(response, Extensions.RESPONDENT);
        return Optional.of(new RecordEntry.Response(
                response.getIdElement().getIdPart(),
                instrument.canonical().toString(),
                instrument.sideSpecific(),
                DateSpan.of(response.getAuthoredElement()).orElse(null),
                RecordReading.episodes(response.getBasedOn()),
                RecordReading.moment(response),
                RecordReading.side(response),
                respondent == null ? "patient" : respondent,
                response.getLanguage(),
                RecordReading.code(response, Extensions.ANSWER_MODE),
                List.of(),
                scores(instrument, response)));
    }

    private List<RecordEntry.Score> scores(Instrument instrument, QuestionnaireResponse response) {
        return calculator.calculate(instrument, response).stream()
                .filter(result -> result.rule().extracted())
                .map(this::score)
                .toList();
    }

    private RecordEntry.Score score(ScoreResult result) {
        Code code = result.rule().code();
        return result instanceof ScoreResult.Calculated calculated
                ? new RecordEntry.Score(
                        code.key(), ScoreObservations.rounded(calculated.value(), definitions.get(code)))
                : new RecordEntry.Score(code.key(), null);
    }
}
