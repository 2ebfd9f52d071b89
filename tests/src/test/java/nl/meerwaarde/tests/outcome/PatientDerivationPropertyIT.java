package nl.meerwaarde.tests.outcome;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;
import nl.meerwaarde.outcome.OutcomeFacts;
import nl.meerwaarde.outcome.Outcomes;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens to patients, in whatever order: after every commit their facts equal facts made from scratch out of the resources that are stored
 * then, and their questionnaire Tasks are what follows from these resources. The expectation is made by the pure derivation over resources read back by HTTP, so hooks, record entries, locks and merges are on trial.
 */
class PatientDerivationPropertyIT {
    private static final int STEPS = 75;
    /** After how many steps facts are settled. */
    private static final int SETTLING = 6;

    private final Fhir fhir = TestServer.fhir();
    private final OutcomeFacts tables = new OutcomeFacts(TestServer.jdbc());

    @BeforeAll
    static void loadPathway() {
        assertThat(TestServer.fhir().put(MeasuredPathway.definition())).succeeded();
        assertThat(TestServer.fhir().put(MeasuredPathway.model())).succeeded();
    }

    @ParameterizedTest(name = "history {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void factsEqualFactsMadeFromScratch(long seed) {
        ExpectedFacts expected = new ExpectedFacts(fhir);
        RandomHistory history = new RandomHistory(fhir, seed);
        Random order = new Random(seed);
        for (int step = 1; step <= STEPS; step++) {
            String what = history.step();
            history.stored().readAgain(Task.class);
            Map<String, Outcomes> facts = expected.of(history.stored().shuffled(order));
            String where = "history " + seed + ", step " + step + ": " + what;
            facts.forEach((patient, outcomes) -> assertThat(tables.of(patient))
                    .as("facts of Patient/" + patient + " after " + where)
                    .isEqualTo(asStored(outcomes)));
            expected.tasks(history.stored().shuffled(order))
                    .forEach(task -> assertThat(Fhir.json(history.stored()
                                    .at("Task/" + task.getIdElement().getIdPart())))
                            .as("Task after " + where)
                            .isEqualTo(Fhir.json(task)));
            assertThat(ChangeRows.differences(TestServer.jdbc()))
                    .as("what reports read, after " + where)
                    .isEmpty();
            if (step % SETTLING == 0) { // what went wrong since the last time still is
                assertThat(SettledRows.differences(TestServer.jdbc()))
                        .as("what lies ready for reports, after " + where)
                        .isEmpty();
                SettledRows.settle();
                assertThat(SettledRows.differences(TestServer.jdbc()))
                        .as("what lies ready for reports, settled after " + where)
                        .isEmpty();
            }
        }
    }

    /** The table keeps twelve digits of an expected value. */
    private static Outcomes asStored(Outcomes facts) {
        return new Outcomes(
                facts.episodes(),
                facts.moments(),
                facts.scores(),
                facts.events(),
                facts.expectations().stream()
                        .map(fact -> new Outcomes.ExpectationFact(
                                fact.episode(),
                                fact.moment(),
                                fact.score(),
                                fact.model(),
                                fact.source(),
                                fact.value().setScale(12, RoundingMode.HALF_UP)))
                        .toList());
    }
}
