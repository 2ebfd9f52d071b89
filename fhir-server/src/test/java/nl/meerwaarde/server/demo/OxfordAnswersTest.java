package nl.meerwaarde.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OxfordAnswersTest {
    @Test
    void twoMissingAnswersTakeTheMeanOfTheOthers() {
        assertThat(answers(2, 3).score()).hasValue(36);
    }

    @Test
    void threeMissingAnswersGiveNoScore() {
        assertThat(answers(3, 3).score()).isEmpty();
    }

    @Test
    void whoIsWellAnswersEverythingWithTheBest() {
        OxfordAnswers answers = OxfordAnswers.draw(Chance.of(1, 1), 100);

        assertThat(answers.items())
                .hasSize(12)
                .allSatisfy(item -> assertThat(item == null || item == 4).isTrue());
    }

    private static OxfordAnswers answers(int missing, int value) {
        List<Integer> items = new ArrayList<>(Collections.nCopies(missing, null));
        Integer[] given = new Integer[12 - missing];
        Arrays.fill(given, value);
        items.addAll(List.of(given));
        return new OxfordAnswers(items);
    }
}
