package nl.meerwaarde.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import nl.meerwaarde.adaptive.ItemBanks;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.score.Instruments;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.junit.jupiter.api.Test;

class ItemBankReadingTest {
    private final Questionnaire bank = ItemBanks.madeUp();
    private final QuestionnaireItemComponent first = bank.getItemFirstRep();

    @Test
    void aBankIsRead() {
        ItemBank read = Instruments.read(bank).bank();
        assertThat(read).isNotNull();
        assertThat(read.items()).hasSize(16);
        assertThat(read.stoppingRule().most()).isEqualTo(12);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        first.setRequired(true).setRepeats(true);
        first.addItem().setLinkId("below").setType(QuestionnaireItemType.STRING);
        first.getAnswerOption().remove(4);
        bank.getItem()
                .get(1)
                .getExtensionByUrl(Canonicals.Extensions.GRADED_RESPONSE)
                .getExtension()
                .remove(0);
        bank.getItem().get(2).getAnswerOptionFirstRep().getExtension().clear();
        bank.getItem()
                .get(16)
                .getExtensionByUrl(Canonicals.Extensions.ITEM_RESPONSE_SCORE)
                .setValue(new CodeType("z"));
        assertThat(problems())
                .allMatch(problem -> problem.code() == ProblemCode.INVALID_DEFINITION)
                .extracting(problem -> problem.sentence().text())
                .anyMatch(s -> s.contains("'made-up-1' of the bank must be a choice of one answer"))
                .anyMatch(s -> s.contains("'made-up-1' of the bank may not be required"))
                .anyMatch(s -> s.contains("'made-up-1' of the bank may have no items below it"))
                .anyMatch(s -> s.contains("'made-up-1' of the bank has 4 answer categories and thresholds for 5"))
                .anyMatch(s -> s.contains("'made-up-2' has no usable parameters: discrimination is missing"))
                .anyMatch(s -> s.contains("'made-up-3' of the bank needs a weight"))
                .anyMatch(s -> s.contains("'made-up-t' must be a t-score or a standard-error"));
    }

    @Test
    void thresholdsAscend() {
        refused(
                q -> q.getItemFirstRep()
                        .getExtensionByUrl(Canonicals.Extensions.GRADED_RESPONSE)
                        .getExtensionsByUrl("threshold")
                        .get(0)
                        .setValue(new DecimalType(9)),
                "ascending");
    }

    @Test
    void aBankNeedsAStoppingRule() {
        refused(
                q -> q.getExtension().removeIf(e -> e.getUrl().equals(Canonicals.Extensions.STOPPING_RULE)),
                "stopping rule");
    }

    @Test
    void onlyABankHasAStoppingRule() {
        refused(
                q -> q.getItem().subList(0, 16).clear(),
                "only an item bank has one",
                "which this Questionnaire is not");
    }

    private void refused(Consumer<Questionnaire> change, String... says) {
        change.accept(bank);
        assertThat(says)
                .allSatisfy(part -> assertThat(problems())
                        .extracting(problem -> problem.sentence().text())
                        .anyMatch(sentence -> sentence.contains(part)));
    }

    private List<Problem> problems() {
        return Instruments.READER.read(bank) instanceof InstrumentReading.Refused refused
                ? refused.problems()
                : List.of();
    }
}
