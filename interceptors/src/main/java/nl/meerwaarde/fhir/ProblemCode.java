package nl.meerwaarde.fhir;

import java.util.Locale;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Everything that can be wrong with what a client sent, one constant per kind. The code on the wire is the constant's name in lower case with
 * hyphens, from the code system {@code problem}; with each goes the FHIR issue type that fits best.
 */
public enum ProblemCode {
    /** The response names a Questionnaire this server does not have. */
    UNKNOWN_QUESTIONNAIRE(IssueType.NOTFOUND),
    /** The server has the Questionnaire, but not in the version the response names. */
    UNKNOWN_QUESTIONNAIRE_VERSION(IssueType.NOTFOUND),
    /** The response answers a Questionnaire that is part of a form, or whose parts are not put in yet. */
    QUESTIONNAIRE_NOT_ASSEMBLED(IssueType.BUSINESSRULE),
    /** The next question is asked for of a Questionnaire that is not adaptive. */
    NOT_ADAPTIVE(IssueType.NOTSUPPORTED),
    /** A question of an adaptive form is not as the server asked it. */
    FORM_CHANGED(IssueType.BUSINESSRULE),
    /** The response does not say which Questionnaire it answers. */
    QUESTIONNAIRE_MISSING(IssueType.REQUIRED),
    /** The response does not say whose answers these are. */
    SUBJECT_MISSING(IssueType.REQUIRED),
    /** A linkId that the Questionnaire does not have. */
    UNKNOWN_ITEM(IssueType.NOTFOUND),
    /** A known linkId at a place where the Questionnaire does not have it. */
    ITEM_OUT_OF_PLACE(IssueType.STRUCTURE),
    /** A required question is enabled but has no answer. */
    REQUIRED_ANSWER_MISSING(IssueType.REQUIRED),
    /** A question is answered although its condition for being asked does not hold. */
    ITEM_NOT_ENABLED(IssueType.BUSINESSRULE),
    /** The answer has another data type than the question asks for. */
    ANSWER_TYPE(IssueType.VALUE),
    /** The answer is none of the allowed options. */
    ANSWER_OPTION(IssueType.CODEINVALID),
    /** The answer lies outside the allowed range. */
    ANSWER_RANGE(IssueType.VALUE),
    /** The text is longer than allowed. */
    ANSWER_LENGTH(IssueType.TOOLONG),
    /** More answers than the question allows. */
    TOO_MANY_ANSWERS(IssueType.STRUCTURE),
    /** Fewer answers than the question asks for. */
    TOO_FEW_ANSWERS(IssueType.REQUIRED),
    /** An item occurs twice that may occur once. */
    ITEM_REPEATED(IssueType.STRUCTURE),
    /** A completed response does not say when it was answered. */
    AUTHORED_MISSING(IssueType.REQUIRED),
    /** A joint-specific instrument was answered without saying for which side. */
    SIDE_MISSING(IssueType.REQUIRED),
    /** A FHIRPath expression that cannot be parsed or names something unknown. */
    EXPRESSION_SYNTAX(IssueType.INVALID),
    /** Expressions that need each other's results. */
    EXPRESSION_CYCLE(IssueType.INVALID),
    /** Scoring rules that differ while the version stayed the same. */
    SCORING_CHANGED(IssueType.BUSINESSRULE),
    /** A definition that stored data depends on may not go away. */
    DEFINITION_IN_USE(IssueType.BUSINESSRULE),
    /** A resource the server derives may not be written by a client. */
    DERIVED_RESOURCE(IssueType.BUSINESSRULE),
    /** An episode that names a pathway this server does not have. */
    UNKNOWN_PATHWAY(IssueType.NOTFOUND),
    /** A parameter of an operation is missing, unknown or has a wrong value. */
    INVALID_PARAMETER(IssueType.INVALID),
    /** A Measure this server cannot evaluate from outcome facts. */
    UNSUPPORTED_MEASURE(IssueType.NOTSUPPORTED),
    /** A published report may not change. */
    PUBLISHED_REPORT(IssueType.BUSINESSRULE),
    /** Deleting and expunging in bulk would leave derived data behind. */
    UNSUPPORTED_EXPUNGE(IssueType.NOTSUPPORTED),
    /** Another resource already holds this canonical address and version. */
    DUPLICATE_DEFINITION(IssueType.DUPLICATE),
    /** The resource is not valid FHIR, or does not keep to a profile it names. */
    INVALID_RESOURCE(IssueType.INVALID),
    /** The instrument takes no responses of patients before its owner's wording is loaded. */
    WORDING_MISSING(IssueType.BUSINESSRULE),
    /** A wording that does not fit its instrument. */
    WORDING_DIFFERS(IssueType.BUSINESSRULE),
    /** A definition that lacks what it needs to be used. */
    INVALID_DEFINITION(IssueType.INVALID),
    /** A Questionnaire that is part of itself, directly or through others. */
    MODULE_CYCLE(IssueType.INVALID),
    /** A Questionnaire that cannot become part of the form as it is. */
    INVALID_MODULE(IssueType.INVALID),
    /** Two items of an assembled form have the same linkId. */
    DUPLICATE_LINK_ID(IssueType.DUPLICATE),
    /** Two parts of a form ask the same: it is asked once. Said beside a result, never a reason to refuse. */
    SHARED_QUESTION(IssueType.INFORMATIONAL),
    /** Two parts of a form give the same score: it is stored once. Said beside a result, never a reason to refuse. */
    SHARED_SCORE(IssueType.INFORMATIONAL),
    /** Something that an assembled form does without. Said beside a result, never a reason to refuse. */
    NOT_CARRIED_OVER(IssueType.INFORMATIONAL);

    private final IssueType issueType;

    ProblemCode(IssueType issueType) {
        this.issueType = issueType;
    }

    /** The code in the code system {@code problem}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The FHIR issue type of this problem. */
    public IssueType issueType() {
        return issueType;
    }
}
