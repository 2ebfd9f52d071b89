package nl.meerwaarde.adaptive;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.ItemBank;
import nl.meerwaarde.itemresponse.GradedItem;
import org.hl7.fhir.r4.model.Questionnaire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Persons of the population whose place on the scale is known answer as the model says: the test finds them, and is as wrong as its standard errors say
 * (for an estimate with the right prior the mean squared error is the mean squared standard error).
 */
class SimulatedRespondentsTest {
    private static final int PERSONS = 500;
    private static final double SAMPLING = 0.1;

    @Test
    void ofAMadeUpBank(TestReporter reporter) {
        assertRecovered(ItemBanks.madeUp(), reporter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anxiety", "depression"})
    void ofThePromisBanks(String bank, TestReporter reporter) {
        assertRecovered(ItemBanks.promis(bank), reporter);
    }

    private static void assertRecovered(Questionnaire questionnaire, TestReporter reporter) {
        Instrument instrument = ItemBanks.read(questionnaire);
        ItemBank bank = requireNonNull(instrument.bank());
        Random random = new Random(20261122);
        double squaredError = 0;
        double squaredStandardError = 0;
        double items = 0;
        for (int person = 0; person < PERSONS; person++) {
            double theta = random.nextGaussian();
            Sitting sitting = new Sitting(instrument).answerAll(item -> drawn(item.parameters(), theta, random));
            double error = sitting.score(questionnaire.getTitle() + "-t").doubleValue() - (50 + 10 * theta);
            double standardError =
                    sitting.score(questionnaire.getTitle() + "-se").doubleValue();
            squaredError += error * error;
            squaredStandardError += standardError * standardError;
            items += sitting.asked().size();
            assertThat(sitting.asked().size())
                    .isBetween(bank.stoppingRule().fewest(), bank.stoppingRule().most());
            assertThat(standardError <= bank.stoppingRule().standardError()
                            || sitting.asked().size() == bank.stoppingRule().most())
                    .isTrue();
        }
        double rmse = Math.sqrt(squaredError / PERSONS);
        double meanStandardError = Math.sqrt(squaredStandardError / PERSONS);
        reporter.publishEntry(Map.of(
                "bank", questionnaire.getTitle(),
                "RMSE", String.format("%.2f", rmse),
                "standard error", String.format("%.2f", meanStandardError),
                "items", String.format("%.1f", items / PERSONS)));
        assertThat(rmse / meanStandardError).isBetween(1 - SAMPLING, 1 + SAMPLING);
        assertThat(rmse).isLessThan(5);
    }

    /** A category as a person at θ chooses it: how many thresholds the model lets one draw pass. */
    private static int drawn(GradedItem item, double theta, Random random) {
        double draw = random.nextDouble();
        return (int) item.thresholds().stream()
                .filter(threshold -> draw < 1 / (1 + Math.exp(-item.discrimination() * (theta - threshold))))
                .count();
    }
}
