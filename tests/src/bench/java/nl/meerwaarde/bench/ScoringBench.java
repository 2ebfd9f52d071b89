package nl.meerwaarde.bench;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import nl.meerwaarde.instrument.FhirPath;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.InstrumentReader;
import nl.meerwaarde.instrument.InstrumentReading;
import nl.meerwaarde.questionnaires.InstrumentLibrary;
import nl.meerwaarde.score.ScoreCalculator;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Cases;
import nl.meerwaarde.tests.support.Instruments;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.Test;

/** What the scores of one response cost, for each instrument: when it is read and used for the first time, and when it has been used often. */
class ScoringBench {
    private static final int WARM_UP = 2_000;
    private static final int MEASURED = 2_000;
    private static final double MICROS = 1e3;

    private final FhirPath fhirPath = new FhirPath(FhirContext.forR4Cached());
    private final InstrumentReader reader = new InstrumentReader(fhirPath);
    private final ScoreCalculator calculator = new ScoreCalculator(fhirPath);

    @Test
    void scoringIsNoBurden() throws IOException {
        Page page = new Page("Scoring one response, by instrument");
        page.line(
                "| instrument | scores | reading the instrument, µs | first response, µs | later responses, µs (median; p99) |");
        page.line("|---|---|---|---|---|");
        for (String id : InstrumentLibrary.instruments()) {
            List<QuestionnaireResponse> responses = responses(id);
            if (!responses.isEmpty()) {
                line(page, id, responses);
            }
        }
        page.write("scoring.md");
    }

    private void line(Page page, String id, List<QuestionnaireResponse> responses) {
        long begin = System.nanoTime();
        Instrument instrument = ((InstrumentReading.Usable) reader.read(Instruments.shipped(id))).instrument();
        double reading = (System.nanoTime() - begin) / MICROS;
        double first = micros(instrument, responses.get(0));
        double[] later = new double[MEASURED];
        for (int i = -WARM_UP; i < later.length; i++) {
            double micros = micros(instrument, responses.get(Math.floorMod(i, responses.size())));
            if (i >= 0) {
                later[i] = micros;
            }
        }
        Arrays.sort(later);
        double median = later[later.length / 2];
        page.line(
                "| %s | %d | %.0f | %.0f | %.0f; %.0f |",
                id, instrument.scores().size(), reading, first, median, later[later.length * 99 / 100]);
        assertThat(median).as("µs a response to %s", id).isLessThan(10_000);
    }

    private double micros(Instrument instrument, QuestionnaireResponse response) {
        long begin = System.nanoTime();
        assertThat(calculator.calculate(instrument, response)).hasSameSizeAs(instrument.scores());
        return (System.nanoTime() - begin) / MICROS;
    }

    private static List<QuestionnaireResponse> responses(String id) throws IOException {
        return Cases.of(id).stream()
                .map(testCase -> Answers.to(id).all(testCase.answers()).response())
                .toList();
    }
}
