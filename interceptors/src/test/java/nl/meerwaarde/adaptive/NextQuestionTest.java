package nl.meerwaarde.adaptive;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.score.Instruments;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.junit.jupiter.api.Test;

class NextQuestionTest {
    private final Instrument bank = ItemBanks.read(ItemBanks.madeUp());

    /** At the population's mean, 0, the steep item whose thresholds lie nearest around it. */
    @Test
    void everybodyBeginsWithTheSameQuestion() {
        String best = requireNonNull(bank.bank()).items().stream()
                .max(Comparator.comparingDouble(item -> item.parameters().information(0)))
                .orElseThrow()
                .linkId();
        assertThat(new Sitting(bank).asked()).containsExactly(best);
    }

    @Test
    void anUnansweredQuestionIsAskedAgain() {
        Sitting sitting = new Sitting(bank);
        List<String> asked = sitting.asked();
        assertThat(sitting.step().asked()).isEqualTo(asked);
    }

    @Test
    void answersDecideWhatIsAskedNext() {
        assertThat(new Sitting(bank).answer(0).asked())
                .isNotEqualTo(new Sitting(bank).answer(4).asked());
    }

    @Test
    void goingBackIsTakingAnAnswerAway() {
        Sitting sitting = new Sitting(bank).answer(2);
        List<String> asked = sitting.asked();
        sitting.answer(3);
        assertThat(sitting.withdraw(asked.get(1)).asked()).isEqualTo(asked);
    }

    @Test
    void aFinishedTestCanBeReopened() {
        Sitting sitting = new Sitting(bank).answerAll(item -> 2);
        int asked = sitting.asked().size();
        sitting.withdraw(sitting.asked().get(asked - 1));
        assertThat(sitting.isFinished()).isFalse();
        assertThat(sitting.asked()).hasSize(asked);
        assertThat(sitting.response().getItem()).hasSize(asked - 1);
    }

    /** A patient who skips everything is asked the most items that the rule allows, and gets no score. */
    @Test
    void skippedQuestionsCountAsAskedAndGiveNoScore() {
        Sitting sitting = new Sitting(bank);
        while (!sitting.isFinished()) {
            sitting.response()
                    .addItem()
                    .setLinkId(sitting.question().linkId())
                    .addExtension(Canonicals.CoreExtensions.DATA_ABSENT_REASON, new CodeType("asked-declined"));
            sitting.step();
        }
        assertThat(sitting.asked()).hasSize(12).doesNotHaveDuplicates();
        assertThat(sitting.response().getItem()).noneMatch(QuestionnaireResponseItemComponent::hasAnswer);
    }

    @Test
    void parametersStayOnTheServer() {
        Sitting sitting = new Sitting(bank).answerAll(item -> 1);
        assertThat(Instruments.FHIR.newJsonParser().encodeResourceToString(sitting.response()))
                .doesNotContain("discrimination")
                .doesNotContain("threshold");
    }
}
