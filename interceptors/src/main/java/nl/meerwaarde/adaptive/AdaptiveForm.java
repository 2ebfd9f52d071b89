package nl.meerwaarde.adaptive;

import static java.util.Objects.requireNonNull;

import java.util.List;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.ItemBank;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;

/**
 * An adaptive instrument as far as one patient was asked, found to agree with what is stored here.
 *
 * @param instrument the adaptive instrument, with its bank
 * @param id the id of the contained form
 * @param asked linkIds of the bank's items that were asked, in that order
 * @param response the response that carries the form; not to be changed
 */
public record AdaptiveForm(Instrument instrument, String id, List<String> asked, QuestionnaireResponse response) {
    public AdaptiveForm {
        requireNonNull(instrument.bank(), "An adaptive form needs an item bank");
        asked = List.copyOf(asked);
    }

    ItemBank bank() {
        return requireNonNull(instrument.bank());
    }

    /** Whether the patient answered this item. */
    boolean isAnswered(String linkId) {
        return response.getItem().stream()
                .filter(item -> linkId.equals(item.getLinkId()))
                .anyMatch(
                        item -> item.getAnswer().stream().anyMatch(QuestionnaireResponseItemAnswerComponent::hasValue));
    }

    /** Whether the patient was asked and chose not to answer: the item says why it has no answer. */
    boolean isDeclined(String linkId) {
        return !isAnswered(linkId)
                && response.getItem().stream()
                        .filter(item -> linkId.equals(item.getLinkId()))
                        .anyMatch(item -> item.hasExtension(Canonicals.CoreExtensions.DATA_ABSENT_REASON));
    }
}
