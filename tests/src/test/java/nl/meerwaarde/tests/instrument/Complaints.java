package nl.meerwaarde.tests.instrument;

import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.tests.support.Complaint;

/** What the server says about definitions. */
final class Complaints {
    private static final String VARIABLES =
            "Questionnaire.extension('http://hl7.org/fhir/StructureDefinition/variable')";

    private Complaints() {}

    static Complaint scoreFails(String says) {
        return new Complaint(ProblemCode.INVALID_DEFINITION, "QuestionnaireResponse", says);
    }

    static Complaint syntax(String path, String says) {
        return new Complaint(ProblemCode.EXPRESSION_SYNTAX, path, says);
    }

    static Complaint variableSyntax(String says) {
        return syntax(VARIABLES, says);
    }

    static Complaint cycle(String path, String says) {
        return new Complaint(ProblemCode.EXPRESSION_CYCLE, path, says);
    }

    static Complaint variableCycle(String says) {
        return cycle(VARIABLES, says);
    }

    /** Where a score or a condition stands. */
    static String item(String linkId) {
        return "Questionnaire.descendants().where(linkId='" + linkId + "')";
    }

    static Complaint scoringChanged(String canonical) {
        return new Complaint(ProblemCode.SCORING_CHANGED, "Questionnaire.version", canonical + " may not change");
    }

    static Complaint inUse(String canonical) {
        return new Complaint(
                ProblemCode.DEFINITION_IN_USE, "Questionnaire.url", canonical + " is named by stored data");
    }

    static Complaint duplicate(String canonical) {
        return new Complaint(ProblemCode.DUPLICATE_DEFINITION, "Questionnaire.url", canonical + " is already held by");
    }
}
