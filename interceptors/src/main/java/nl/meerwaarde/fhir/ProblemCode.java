package nl.meerwaarde.fhir;

import java.util.Locale;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/**
 * Everything that can be wrong with what a client sent, one constant per kind. The code on the wire is the constant's name in lower case with
 * hyphens, from the code system {@code problem}; with each goes the FHIR issue type that fits best.
 */
public enum ProblemCode {
    /** A response or an outcome set names a Questionnaire this server does not have. */
    UNKNOWN_QUESTIONNAIRE(IssueType.NOTFOUND),
    /** The server has the Questionnaire, but not in the version that is named. */
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
    /** The patient an operation is about is not stored here. */
    UNKNOWN_SUBJECT(IssueType.NOTFOUND),
    /** The response an operation is about is not stored here. */
    UNKNOWN_RESPONSE(IssueType.NOTFOUND),
    /** An expression needs something of the context that the request does not give. */
    CONTEXT_MISSING(IssueType.INCOMPLETE),
    /** An expression fails over the data at hand, so that it gives nothing. */
    EXPRESSION_FAILED(IssueType.PROCESSING),
    /** A value that does not fit the place it is meant for. */
    UNSUITABLE_VALUE(IssueType.VALUE),
    /** Something a definition asks for that this server does not do. */
    UNSUPPORTED_MECHANISM(IssueType.NOTSUPPORTED),
    /** Only a completed or amended response can be extracted from. */
    RESPONSE_NOT_COMPLETED(IssueType.BUSINESSRULE),
    /** The response holds nothing that its Questionnaire says to extract. */
    NOTHING_TO_EXTRACT(IssueType.INFORMATIONAL),
    /** A Measure this server cannot evaluate from outcome facts. */
    UNSUPPORTED_MEASURE(IssueType.NOTSUPPORTED),
    /** This server has no such Measure. */
    UNKNOWN_MEASURE(IssueType.NOTFOUND),
    /** This server has no such team to report about. */
    UNKNOWN_REPORTER(IssueType.NOTFOUND),
    /** A team does not own the outcomes it is to report. */
    NOT_THE_REPORTERS(IssueType.BUSINESSRULE),
    /** There is no such request that is answered later, or it was cancelled. */
    UNKNOWN_REQUEST(IssueType.NOTFOUND),
    /** Who asks may not do this, whatever it is about. */
    NOT_ALLOWED(IssueType.FORBIDDEN),
    /** An access cannot be recorded, so it is not given. */
    AUDIT_UNAVAILABLE(IssueType.TRANSIENT),
    /** The audit trail is written by the server alone. */
    AUDIT_READ_ONLY(IssueType.NOTSUPPORTED),
    /** A case-mix model whose coefficients cannot be estimated from the episodes there are. */
    MODEL_NOT_ESTIMABLE(IssueType.BUSINESSRULE),
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
    /** A copy in the reader's language may not replace what it was translated from. */
    TRANSLATED_COPY(IssueType.BUSINESSRULE),
    /** An alarming answer came in, but its alert could not be stored. */
    ALERT_NOT_STORED(IssueType.TRANSIENT),
    /** An outcome or case-mix variable that is not in the code system it names. */
    UNKNOWN_OUTCOME(IssueType.CODEINVALID),
    /** A measurement moment that does not exist. */
    UNKNOWN_MOMENT(IssueType.CODEINVALID),
    /** An outcome set this server does not have. */
    UNKNOWN_OUTCOME_SET(IssueType.NOTFOUND),
    /** A pathway takes its instruments from an outcome set that is switched off. */
    OUTCOME_SET_OFF(IssueType.BUSINESSRULE),
    /** The episode that an operation is about is not here, follows no pathway, or is none of this patient's. */
    UNKNOWN_EPISODE(IssueType.NOTFOUND),
    /** An outcome set does not say who reports an outcome. */
    REPORTER_MISSING(IssueType.REQUIRED),
    /** An outcome set measures the same outcome twice. */
    DUPLICATE_OUTCOME(IssueType.DUPLICATE),
    /** A patch that cannot be applied to the resource. */
    PATCH_NOT_APPLICABLE(IssueType.PROCESSING),
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
    NOT_CARRIED_OVER(IssueType.INFORMATIONAL),
    /** A personal goal that lacks what it needs. */
    GOAL_INCOMPLETE(IssueType.REQUIRED),
    /** A personal goal that changed without saying when and why. */
    GOAL_CHANGE_UNEXPLAINED(IssueType.REQUIRED),
    /** Attainment levels that do not fit each other or the target. */
    ATTAINMENT_LEVELS(IssueType.INVALID),
    /** An attainment that lacks what it needs. */
    ATTAINMENT_INCOMPLETE(IssueType.REQUIRED),
    /** An attainment that is said to count although the patient did not confirm it. */
    ATTAINMENT_UNCONFIRMED(IssueType.BUSINESSRULE),
    /** A goal that says something else of its attainment than the patient confirmed. */
    ACHIEVEMENT_DIFFERS(IssueType.BUSINESSRULE),
    /** Something of another patient, or in the hands of somebody it does not belong to. */
    NOT_THE_PATIENTS(IssueType.BUSINESSRULE),
    /** A shared decision that lacks what it needs. */
    DECISION_INCOMPLETE(IssueType.REQUIRED),
    /** A shared decision considers the same option twice. */
    DUPLICATE_OPTION(IssueType.DUPLICATE),
    /** What was chosen or proposed is none of the options that were considered. */
    CHOICE_NOT_CONSIDERED(IssueType.BUSINESSRULE),
    /** An option off the guideline, or a declined wish, without the reason. */
    REASON_MISSING(IssueType.REQUIRED),
    /** Who took part is neither in the patient's care team nor a relative. */
    NOT_IN_TEAM(IssueType.BUSINESSRULE),
    /** A shared decision without the patient's explicit agreement. */
    AGREEMENT_MISSING(IssueType.REQUIRED),
    /** The treatment started before the patient agreed to it. */
    TREATMENT_BEFORE_AGREEMENT(IssueType.BUSINESSRULE),
    /** A team lacks what it needs: a main practitioner or a contact person on some day, a member, a role, a first day. */
    TEAM_INCOMPLETE(IssueType.REQUIRED),
    /** Several members hold a function that one has at a time. */
    TEAM_ROLE_TAKEN(IssueType.BUSINESSRULE),
    /** A role that is not in the value set {@code team-role}. */
    UNKNOWN_TEAM_ROLE(IssueType.CODEINVALID),
    /** A role that this kind of member cannot have. */
    UNSUITABLE_TEAM_ROLE(IssueType.BUSINESSRULE),
    /** Periods that cannot be true together, or one that ends before it starts. */
    CONTRADICTING_PERIOD(IssueType.BUSINESSRULE),
    /** A Consent about the use of data that does not say whose, or whether it permits or objects. */
    CONSENT_INCOMPLETE(IssueType.REQUIRED),
    /** Nobody has said what this kind of recipient may see, so it sees nothing. */
    UNKNOWN_RECIPIENT(IssueType.NOTFOUND),
    /** What is asked for is not for this recipient: a period off its grid, a list of patients. */
    NOT_FOR_RECIPIENT(IssueType.BUSINESSRULE),
    /** With what was published before, the report would give a hidden number away. */
    WOULD_DISCLOSE(IssueType.BUSINESSRULE),
    /** Of a published year nothing more is released, because a patient of it was erased since. */
    RELEASE_CLOSED(IssueType.BUSINESSRULE),
    /** Something of others refers to what is to be erased. */
    STILL_REFERRED_TO(IssueType.CONFLICT),
    /** A delivered report whose numbers cannot be true, or that lacks what pooling needs. */
    NOT_POOLABLE(IssueType.INVALID),
    /** A report of a Measure, or of a version of it, that this server does not have. */
    UNKNOWN_MEASURE_VERSION(IssueType.NOTFOUND),
    /** A delivered report was made by another case-mix model, or by other rules under the same version. */
    OTHER_RULES(IssueType.BUSINESSRULE),
    /** A delivered report is of nobody whom this server knows. */
    UNKNOWN_ORGANIZATION(IssueType.NOTFOUND),
    /** What is delivered was delivered already, in a report about other days or from the same moment, or is known to this server itself. */
    OVERLAPPING_DELIVERY(IssueType.BUSINESSRULE),
    /** What is asked cannot be taken from delivered sums: a part of a period, a list of patients. */
    UNDIVIDED_DELIVERY(IssueType.NOTSUPPORTED),
    /** The engine is asked for more patients, or for longer, than the administrator allows. */
    EVALUATION_LIMIT(IssueType.TOOCOSTLY),
    /** The engine cannot evaluate a Library in CQL. */
    CQL_FAILED(IssueType.PROCESSING),
    /** Records of patients are sent that this server does not take: it takes sums only, or they are no part of a record of a patient that was sent. */
    RECORDS_NOT_TAKEN(IssueType.NOTSUPPORTED),
    /** A delivered report changes only by a newer delivery. */
    DELIVERED_REPORT(IssueType.BUSINESSRULE),
    /** The request cannot be read at all: an address, a parameter or a body that is no FHIR. */
    UNREADABLE_REQUEST(IssueType.STRUCTURE),
    /** A body or a Bundle is larger than this server takes. */
    TOO_LARGE(IssueType.TOOLONG),
    /** A search asks for more than this server looks for. */
    TOO_COSTLY(IssueType.TOOCOSTLY),
    /** A client asks more often than it may. */
    TOO_MANY_REQUESTS(IssueType.THROTTLED),
    /** What became of a delivered report. Said beside a result, never a reason to refuse. */
    REPORT_DELIVERED(IssueType.INFORMATIONAL),
    /** A Subscription asks for something that this server does not do: another channel, an unknown topic, criteria that need a search. */
    UNSUPPORTED_SUBSCRIPTION(IssueType.NOTSUPPORTED),
    /** Notifications are not sent to this address, or not with these headers. */
    RECEIVER_REFUSED(IssueType.SECURITY),
    /** The request does not say who asks, or its token does not count here. */
    NOT_AUTHENTICATED(IssueType.LOGIN),
    /** What is asked for is not here, or not for the one who asks: the answer is the same. */
    NOT_HERE(IssueType.NOTFOUND),
    /** Who vouches for those who ask cannot be reached. */
    IDENTITY_UNAVAILABLE(IssueType.TRANSIENT);

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
