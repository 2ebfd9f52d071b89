package nl.meerwaarde.outcome;

import static nl.meerwaarde.outcome.Records.bmi;
import static nl.meerwaarde.outcome.Records.episode;
import static nl.meerwaarde.outcome.Records.health;
import static nl.meerwaarde.outcome.Records.knee;
import static nl.meerwaarde.outcome.Records.kneeByProxy;
import static nl.meerwaarde.outcome.Records.kneeOf;
import static nl.meerwaarde.outcome.Records.operation;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.meerwaarde.record.RecordEntry;

class OutcomeDerivationPropertiesTest {
    private final OutcomeDerivation derivation = new OutcomeDerivation(Records::pathways, pathway -> List.of());

    /** Whatever the order in which entries arrive, the facts are the same. */
    @Property(tries = 300)
    void theOrderOfTheRecordDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        List<RecordEntry> record = new ArrayList<>(List.of(
                episode("a", "7771000"),
                episode("b", "24028007"),
                operation("oa", "a", 0),
                operation("ob", "b", random.nextInt(400) - 200)));
        for (int i = 0; i < 12; i++) {
            int day = random.nextInt(700) - 200;
            record.add(
                    switch (random.nextInt(4)) {
                        case 0 ->
                            kneeOf("k" + i, random.nextBoolean() ? "7771000" : "24028007", day, random.nextInt(49));
                        case 1 -> health("h" + i, day, random.nextInt(101));
                        case 2 -> kneeByProxy("p" + i, day, random.nextInt(49));
                        default -> bmi("m" + i, day, "2" + random.nextInt(10));
                    });
        }
        Outcomes expected = derivation.derive(record, Records.alive());
        Collections.shuffle(record, random);
        assertThat(derivation.derive(record, Records.alive())).isEqualTo(expected);
    }

    /** At most one answer counts for a score at a moment, and an answer that counts is the patient's whenever the patient answered. */
    @Property(tries = 300)
    void oneAnswerCountsPerMoment(@ForAll long seed) {
        Random random = new Random(seed);
        List<RecordEntry> record = new ArrayList<>(List.of(episode("e", null), operation("o", "e", 0)));
        for (int i = 0; i < 10; i++) {
            int day = random.nextInt(700) - 200;
            record.add(random.nextBoolean() ? knee("k" + i, day, i) : kneeByProxy("p" + i, day, i));
        }
        Outcomes outcomes = derivation.derive(record, Records.alive());
        for (Outcomes.ScoreFact fact : outcomes.scores()) {
            List<Outcomes.ScoreFact> rivals = outcomes.scores().stream()
                    .filter(f -> f.moment().equals(fact.moment()))
                    .toList();
            assertThat(rivals.stream().filter(Outcomes.ScoreFact::counts)).hasSize(1);
            if (fact.counts() && fact.respondent().equals("proxy")) {
                assertThat(rivals).allMatch(f -> f.respondent().equals("proxy"));
            }
        }
    }
}
