package nl.meerwaarde.outcomeset;

import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;

/** The instruments of a sitting as one modular Questionnaire, for {@code Questionnaire/$assemble} (SDC, modular forms). It is not stored. */
final class SittingForm {
    private static final String ASSEMBLE_ROOT = "assemble-root";

    private SittingForm() {}

    static Questionnaire of(Sitting sitting) {
        Questionnaire form = new Questionnaire();
        form.addExtension(Canonicals.SdcExtensions.ASSEMBLE_EXPECTATION, new CodeType(ASSEMBLE_ROOT));
        form.setStatus(PublicationStatus.DRAFT).addSubjectType("Patient");
        sitting.instruments().forEach(asked -> form.addItem(part(asked)));
        return form;
    }

    private static QuestionnaireItemComponent part(Sitting.AskedInstrument asked) {
        Questionnaire instrument = asked.instrument().questionnaire();
        QuestionnaireItemComponent item = new QuestionnaireItemComponent();
        item.setLinkId(asked.instrument().canonical().toString())
                .setText(instrument.hasTitle() ? instrument.getTitle() : instrument.getUrl())
                .setType(QuestionnaireItemType.DISPLAY);
        item.addExtension(
                Canonicals.SdcExtensions.SUB_QUESTIONNAIRE,
                new CanonicalType(asked.instrument().canonical().toString()));
        return item;
    }
}
