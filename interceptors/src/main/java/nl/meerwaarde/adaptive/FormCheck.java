package nl.meerwaarde.adaptive;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.instrument.Instrument;
import nl.meerwaarde.instrument.ItemBank;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;

/** Holds a form that a client brings against the instrument it is derived from: every question stands in it as the server asked it. */
final class FormCheck {
    private final Instrument instrument;
    private final ItemBank bank;
    private final Questionnaire form;
    private final String path;
    private final QuestionnaireResponse response;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> linkIds = new LinkedHashSet<>();

    /** @param path where the form stands in the response */
    FormCheck(Instrument instrument, Questionnaire form, String path, QuestionnaireResponse response) {
        this.instrument = instrument;
        this.bank = requireNonNull(instrument.bank());
        this.form = form;
        this.path = path;
        this.response = response;
    }

    AdaptiveForms.Reading reading() {
        for (int i = 0; i < form.getItem().size(); i++) {
            checkItem(form.getItem().get(i), path + ".item[" + i + "]");
        }
        for (int i = 0; i < response.getItem().size(); i++) {
            checkAsked(response.getItem().get(i), "QuestionnaireResponse.item[" + i + "]");
        }
        if (!problems.isEmpty()) {
            return new AdaptiveForms.Reading.Refused(problems, Optional.of(instrument));
        }
        List<String> asked =
                linkIds.stream().filter(linkId -> bank.item(linkId).isPresent()).toList();
        return new AdaptiveForms.Reading.Usable(
                new AdaptiveForm(instrument, AdaptiveForms.idOf(form), asked, response));
    }

    private void checkItem(QuestionnaireItemComponent item, String itemPath) {
        String linkId = String.valueOf(item.getLinkId());
        Optional<QuestionnaireItemComponent> stored = FormItems.shown(instrument, linkId);
        if (stored.isEmpty()) {
            problem(ProblemCode.UNKNOWN_ITEM, itemPath, linkId);
        } else if (!linkIds.add(linkId)) {
            problem(ProblemCode.ITEM_REPEATED, itemPath, linkId);
        } else if (!stored.get().equalsDeep(item)) {
            problem(ProblemCode.FORM_CHANGED, itemPath, linkId);
        }
    }

    /** Only questions can be answered that were asked; an item that the instrument does not know is complained about with the answers. */
    private void checkAsked(QuestionnaireResponseItemComponent item, String itemPath) {
        if (item.hasAnswer() && bank.item(item.getLinkId()).isPresent() && !linkIds.contains(item.getLinkId())) {
            problem(ProblemCode.ITEM_NOT_ENABLED, itemPath, item.getLinkId());
        }
    }

    private void problem(ProblemCode code, String where, String linkId) {
        problems.add(new Problem(
                code, where, Sentence.beside(FormCheck.class, code.code(), linkId, instrument.canonical())));
    }
}
