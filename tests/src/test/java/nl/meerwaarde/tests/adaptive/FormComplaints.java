package nl.meerwaarde.tests.adaptive;

import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Complaint;

/** What the server says about adaptive forms. */
final class FormComplaints {
    private static final String FORM = "QuestionnaireResponse.contained[0]";

    private FormComplaints() {}

    static Complaint notAdaptive(String url) {
        return new Complaint(
                ProblemCode.NOT_ADAPTIVE, "QuestionnaireResponse.questionnaire", url + "|1.0.0 is not adaptive");
    }

    static Complaint scoringChanged(String canonical) {
        return new Complaint(ProblemCode.SCORING_CHANGED, "Questionnaire.version", canonical + " may not change");
    }

    static Complaint changed(int item, String linkId) {
        return new Complaint(
                ProblemCode.FORM_CHANGED, FORM + ".item[" + item + "]", "Item '" + linkId + "' of the form is not as");
    }

    static Complaint unknown(int item, String linkId) {
        return new Complaint(ProblemCode.UNKNOWN_ITEM, FORM + ".item[" + item + "]", "no item '" + linkId + "'");
    }

    static Complaint notAsked(int item, String linkId) {
        return new Complaint(
                ProblemCode.ITEM_NOT_ENABLED,
                "QuestionnaireResponse.item[" + item + "]",
                "'" + linkId + "' is answered");
    }

    static Complaint unknownBank(String url) {
        return new Complaint(ProblemCode.UNKNOWN_QUESTIONNAIRE, FORM + ".derivedFrom[0]", url);
    }

    static Complaint noForm() {
        return new Complaint(
                ProblemCode.UNKNOWN_QUESTIONNAIRE,
                "QuestionnaireResponse.questionnaire",
                "does not contain the form #q");
    }

    static Complaint parameter(String name, String says) {
        return new Complaint(ProblemCode.INVALID_PARAMETER, name, says);
    }
}
