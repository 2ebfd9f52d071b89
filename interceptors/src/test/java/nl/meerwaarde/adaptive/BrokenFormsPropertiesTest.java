package nl.meerwaarde.adaptive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.meerwaarde.fhir.Mutilation;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.response.ResponseRules;
import nl.meerwaarde.score.Instruments;
import nl.meerwaarde.score.ScoreCalculator;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/** Whatever is missing in a form that a client sends back, the answer is the next step or a list of what is wrong, never a failure. */
class BrokenFormsPropertiesTest {
    private static final Instrument BANK = ItemBanks.read(ItemBanks.madeUp());
    private static final QuestionnaireResponse BEGUN =
            new Sitting(BANK).answer(1).answer(3).response();

    private final NextQuestion next = new NextQuestion(new ScoreCalculator(Instruments.FHIR_PATH));
    private final ResponseRules rules =
            new ResponseRules(Instruments.FHIR_PATH, (valueSet, coding) -> Optional.empty());

    @Property
    void aBrokenFormGoesOnOrIsRefused(@ForAll long seed) {
        Mutilation.of(QuestionnaireResponse.class, BEGUN, seed)
                .filter(response -> response.getContained().size() == 1)
                .ifPresent(response -> {
                    AdaptiveForms.Reading reading = new FormCheck(
                                    BANK,
                                    (Questionnaire) response.getContained().get(0),
                                    "form",
                                    response)
                            .reading();
                    boolean refused = !rules.checkAnswers(BANK, response).isEmpty();
                    if (reading instanceof AdaptiveForms.Reading.Usable usable && !refused) {
                        assertThat(next.after(usable.form()).getContained()).isNotEmpty();
                    }
                });
    }
}
