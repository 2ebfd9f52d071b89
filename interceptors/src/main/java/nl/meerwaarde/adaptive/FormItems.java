package nl.meerwaarde.adaptive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;

/**
 * The items of a form as a client gets them. The parameters of the bank stay here: nobody needs them to ask a question, and their owner may not want
 * them to travel.
 */
final class FormItems {
    private FormItems() {}

    /** The item with this linkId on the first level, as the form shows it; empty when the instrument has none. */
    static Optional<QuestionnaireItemComponent> shown(Instrument instrument, String linkId) {
        return instrument.questionnaire().getItem().stream()
                .filter(item -> linkId.equals(item.getLinkId()))
                .map(FormItems::shown)
                .findFirst();
    }

    private static QuestionnaireItemComponent shown(QuestionnaireItemComponent item) {
        QuestionnaireItemComponent shown = item.copy();
        shown.getExtension().removeIf(extension -> Canonicals.Extensions.GRADED_RESPONSE.equals(extension.getUrl()));
        return shown;
    }

    /**
     * The form with these items of the bank, in this order; what stands around the bank stays around them. Scores come with the last answer.
     *
     * @param finished whether the scores are shown
     */
    static Questionnaire form(AdaptiveForm before, List<String> items, boolean finished) {
        Instrument instrument = before.instrument();
        Questionnaire bank = instrument.questionnaire();
        Questionnaire form = new Questionnaire();
        form.setId(before.id());
        form.addExtension(Canonicals.SdcExtensions.QUESTIONNAIRE_ADAPTIVE, new BooleanType(true));
        form.setLanguage(bank.getLanguage());
        form.setTitle(bank.hasTitle() ? bank.getTitle() : bank.getName());
        form.addDerivedFrom(instrument.canonical().toString());
        form.setStatus(bank.getStatus());
        form.setSubjectType(bank.getSubjectType());
        linkIds(before, items, finished).stream()
                .map(linkId -> shown(instrument, linkId).orElseThrow())
                .forEach(form::addItem);
        return form;
    }

    private static List<String> linkIds(AdaptiveForm form, List<String> items, boolean finished) {
        List<String> linkIds = new ArrayList<>();
        boolean bankPlaced = false;
        for (QuestionnaireItemComponent item : form.instrument().questionnaire().getItem()) {
            String linkId = item.getLinkId();
            if (form.bank().item(linkId).isPresent()) {
                linkIds.addAll(bankPlaced ? List.of() : items);
                bankPlaced = true;
            } else if (finished || !form.instrument().isScore(linkId)) {
                linkIds.add(linkId);
            }
        }
        return linkIds;
    }
}
