package nl.meerwaarde.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.Question;
import nl.meerwaarde.score.Instruments;
import nl.meerwaarde.score.ScoreCalculator;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

class AnswerOrderPropertiesTest {
    private static final Instrument BANK = ItemBanks.read(ItemBanks.madeUp());

    private final ScoreCalculator calculator = new ScoreCalculator(Instruments.FHIR_PATH);

    /** To the last digit, whichever items were answered and in whatever order they were asked. */
    @Property(tries = 200)
    void theSameAnswersGiveTheSameScore(
            @ForAll @Size(16) List<@IntRange(max = 4) Integer> categories,
            @ForAll int seed,
            @ForAll @IntRange(min = 4, max = 16) int answered) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        for (int i = 0; i < answered; i++) {
            Question question = BANK.questions().get(i);
            response.addItem()
                    .setLinkId(question.linkId())
                    .addAnswer()
                    .setValue(question.options().get(categories.get(i)).value().copy());
        }
        QuestionnaireResponse shuffled = response.copy();
        List<QuestionnaireResponseItemComponent> items = new ArrayList<>(shuffled.getItem());
        Collections.shuffle(items, new Random(seed));
        shuffled.setItem(items);
        assertThat(calculator.calculate(BANK, shuffled)).isEqualTo(calculator.calculate(BANK, response));
    }
}
