package nl.meerwaarde.terminology;

/**
 * Canonical addresses and identifier systems: the only place where they stand in Java.
 *
 * <p>A class of constants per kind of thing; what a code means is in the code system itself, what an extension holds in
 * its StructureDefinition.
 */
public final class Canonicals {

    /** What every canonical address of Meerwaarde begins with. */
    public static final String BASE = "https://w3id.org/meerwaarde/fhir";

    private Canonicals() {}

    /**
     * Code systems of Meerwaarde, one file each among this module's resources. The answers of an instrument need no
     * constant unless Java names them.
     */
    public static final class CodeSystems {

        private static final String PREFIX = BASE + "/CodeSystem/";

        public static final String ANALYSIS_SET = PREFIX + "analysis-set";
        public static final String ANSWER_MODE = PREFIX + "answer-mode";
        public static final String CASE_MIX_COVARIATE = PREFIX + "case-mix-covariate";
        public static final String CASE_MIX_KIND = PREFIX + "case-mix-kind";
        public static final String CASE_MIX_MODEL = PREFIX + "case-mix-model";
        public static final String CASE_MIX_VARIABLE = PREFIX + "case-mix-variable";
        public static final String CONTACT_NEED = PREFIX + "contact-need";

        public static final String CONSENT_CATEGORY = PREFIX + "consent-category";
        public static final String CONTROL_LIMIT_STATUS = PREFIX + "control-limit-status";
        public static final String DECISION_AID_CONTEXT = PREFIX + "decision-aid-context";
        public static final String DECISION_POINT = PREFIX + "decision-point";
        public static final String DISCUSSED_ASPECT = PREFIX + "discussed-aspect";
        public static final String DISCLOSURE_RECIPIENT = PREFIX + "disclosure-recipient";
        public static final String EQ_5D_3L_LEVEL = PREFIX + "eq-5d-3l-level";
        public static final String EQ_5D_5L_LEVEL = PREFIX + "eq-5d-5l-level";
        public static final String GUIDELINE_DEVIATION = PREFIX + "guideline-deviation";
        public static final String INSTRUMENT_ITEM = PREFIX + "instrument-item";
        public static final String MEASUREMENT_MOMENT = PREFIX + "measurement-moment";
        public static final String MISSING_COVARIATE = PREFIX + "missing-covariate";
        public static final String OPTION_PART = PREFIX + "option-part";
        public static final String OUTCOME = PREFIX + "outcome";
        public static final String OUTCOME_EVENT = PREFIX + "outcome-event";
        public static final String OXFORD_ANSWER = PREFIX + "oxford-answer";
        public static final String PATHWAY_ACTION = PREFIX + "pathway-action";
        public static final String PATHWAY_LINE = PREFIX + "pathway-line";
        public static final String PLAN_TYPE = PREFIX + "plan-type";
        public static final String PROBLEM = PREFIX + "problem";
        public static final String READABILITY = PREFIX + "readability";

        public static final String REMINDER = PREFIX + "reminder";
        public static final String RESPONDENT = PREFIX + "respondent";
        public static final String RESPONSE_CHAIN = PREFIX + "response-chain";
        public static final String SAFETY_ALERT = PREFIX + "safety-alert";
        public static final String SAFETY_ROLE = PREFIX + "safety-role";
        public static final String SAFETY_TASK_INPUT = PREFIX + "safety-task-input";
        public static final String SCORE = PREFIX + "score";
        public static final String SCORE_BAND = PREFIX + "score-band";
        public static final String SCORE_DIRECTION = PREFIX + "score-direction";
        public static final String SCORE_METHOD = PREFIX + "score-method";
        public static final String STATISTIC = PREFIX + "statistic";
        public static final String STRATIFIER = PREFIX + "stratifier";
        public static final String SUPPRESSION_REASON = PREFIX + "suppression-reason";
        public static final String TREATMENT_OPTION = PREFIX + "treatment-option";

        public static final String TEAM_ROLE = PREFIX + "team-role";

        public static final String TASK_STATUS_REASON = PREFIX + "task-status-reason";
        public static final String HEALTH_LITERACY = PREFIX + "health-literacy";
        public static final String VISIT_SETTING = PREFIX + "visit-setting";

        private CodeSystems() {}
    }

    /** Extensions of Meerwaarde. */
    public static final class Extensions {

        private static final String PREFIX = BASE + "/StructureDefinition/";

        /** Questionnaire score item: the ObservationDefinition of the score. */
        public static final String SCORE_DEFINITION = PREFIX + "score-definition";

        /** Questionnaire: asked per side, so the response names its side. */
        public static final String SIDE_SPECIFIC = PREFIX + "side-specific";

        /** CarePlan, Procedure, ServiceRequest, Task, QuestionnaireResponse, Observation: the side. */
        public static final String LATERALITY = PREFIX + "laterality";

        /** QuestionnaireResponse, Observation, Task, CommunicationRequest, RiskAssessment prediction, PlanDefinition action: the moment. */
        public static final String MEASUREMENT_MOMENT = PREFIX + "measurement-moment";

        /** QuestionnaireResponse, Observation: who answered; absent means the patient. */
        public static final String RESPONDENT = PREFIX + "respondent";

        /** QuestionnaireResponse, Observation: by which means the answers were given. */
        public static final String ANSWER_MODE = PREFIX + "answer-mode";

        /** Observation: the Questionnaire and version the score was computed with. */
        public static final String INSTRUMENT = PREFIX + "instrument";

        /** Questionnaire answer option: the safety alert that this answer raises. */
        public static final String ALARMING_ANSWER = PREFIX + "alarming-answer";

        /** Questionnaire item: the numbers that raise a safety alert, and which. */
        public static final String ALARMING_RANGE = PREFIX + "alarming-range";

        /** ActivityDefinition of a safety alert: what happens when nobody accepts its task in time. */
        public static final String ESCALATION = PREFIX + "escalation";

        /** QuestionnaireResponse answer: what the client had computed when the server's value differs. */
        public static final String CLIENT_SCORE = PREFIX + "client-score";

        /** ObservationDefinition: which end of the score is the good one. */
        public static final String SCORE_DIRECTION = PREFIX + "score-direction";

        /** ObservationDefinition: value, use (individual or group) and source. */
        public static final String MINIMAL_IMPORTANT_CHANGE = PREFIX + "minimal-important-change";

        /** ObservationDefinition: value, confidence and source. */
        public static final String SMALLEST_DETECTABLE_CHANGE = PREFIX + "smallest-detectable-change";

        /** ObservationDefinition: population, mean, standard deviation where known, and source. */
        public static final String REFERENCE_VALUE = PREFIX + "reference-value";

        /** Questionnaire score item: the linkId of the score whose standard error it calculates. */
        public static final String STANDARD_ERROR_OF = PREFIX + "standard-error-of";

        /** Score Observation: the standard error of its value, in the same unit. */
        public static final String STANDARD_ERROR = PREFIX + "standard-error";

        /** Questionnaire item of an adaptive instrument's bank: discrimination and thresholds of the graded response model. */
        public static final String GRADED_RESPONSE = PREFIX + "graded-response";

        /** Questionnaire of an adaptive instrument: when enough was asked. */
        public static final String STOPPING_RULE = PREFIX + "stopping-rule";

        /** Questionnaire score item: what of the estimate from the item bank it holds. */
        public static final String ITEM_RESPONSE_SCORE = PREFIX + "item-response-score";

        /** Questionnaire item: not shown, because the question with this linkId asks the same. */
        public static final String ASKED_AS = PREFIX + "asked-as";

        /** Questionnaire: people may be asked only with the owner's wording, which has to be loaded first. */
        public static final String WORDING_REQUIRED = PREFIX + "wording-required";

        /** Questionnaire: which owner's wording lies over it, and by which licence. */
        public static final String WORDING = PREFIX + "wording";

        /** Questionnaire item or answer option: the same in plain words, and as a voice should read it aloud. */
        public static final String EASY_READ = PREFIX + "easy-read";

        /** QuestionnaireResponse, Observation: with which wording was asked. */
        public static final String WORDING_VERSION = PREFIX + "wording-version";

        /** Patient: age band, for sources that know no birth date. */
        public static final String AGE_BAND = PREFIX + "age-band";

        /** Patient: code of {@code health-literacy}. */
        public static final String HEALTH_LITERACY = PREFIX + "health-literacy";

        /** Patient: fifth of the neighbourhoods by deprivation, 1 is the most deprived. */
        public static final String DEPRIVATION = PREFIX + "deprivation";

        /** PlanDefinition action: the event takes the episode out of later denominators. */
        public static final String ENDS_FOLLOW_UP = PREFIX + "ends-follow-up";

        /** PlanDefinition: a line of the pathway's metro map, with the roles whose stations lie on it. */
        public static final String PATHWAY_LINE = PREFIX + "pathway-line";

        /** PlanDefinition action: what must be known before it. */
        public static final String INFORMATION_NEEDED = PREFIX + "information-needed";

        /** MeasureReport: the team whose episodes it counts. */
        public static final String REPORTING_TEAM = PREFIX + "reporting-team";

        /** CareTeam: a Measure or outcome set whose results the team answers for. */
        public static final String OWNED_OUTCOMES = PREFIX + "owned-outcomes";

        /** Task output: the server linked this response because of its date; absent: whoever did the task linked it. */
        public static final String DERIVED_OUTPUT = PREFIX + "derived-output";

        /** RiskAssessment prediction: the score that a case-mix model expects. */
        public static final String EXPECTED_VALUE = PREFIX + "expected-value";

        /** Measure, Library: the pathway whose episodes count. */
        public static final String PATHWAY = PREFIX + "pathway";

        /** Measure, Library: the score it reports or predicts. */
        public static final String SCORE = PREFIX + "score";

        /** Measure: the two moments it compares. */
        public static final String MOMENTS = PREFIX + "moments";

        /** Measure: the model that adjusts. */
        public static final String CASE_MIX_MODEL = PREFIX + "case-mix-model";

        /** Library of a case-mix model: the event it predicts. */
        public static final String PREDICTED_EVENT = PREFIX + "predicted-event";

        /** Library of a case-mix model: kind and intercept. */
        public static final String CASE_MIX_EQUATION = PREFIX + "case-mix-equation";

        /** Library of a case-mix model: what patients differ by, and what happens without it. */
        public static final String CASE_MIX_COVARIATE = PREFIX + "case-mix-covariate";

        /** Library of a case-mix model: a covariate, or one of its categories, with its coefficient. */
        public static final String CASE_MIX_TERM = PREFIX + "case-mix-term";

        /** Library of a case-mix model: on what it was fitted, and how well it expects. */
        public static final String FITTED_ON = PREFIX + "fitted-on";

        /** Library of a case-mix model: expected and observed of a tenth of the episodes. */
        public static final String CALIBRATION_DECILE = PREFIX + "calibration-decile";

        /** Measure: the published population that results are compared with. */
        public static final String REFERENCE_POPULATION = PREFIX + "reference-population";

        /** Measure group, MeasureReport group: what the group counts or averages. */
        public static final String STATISTIC = PREFIX + "statistic";

        /** Measure group: the event that is counted. */
        public static final String COUNTED_EVENT = PREFIX + "counted-event";

        /** Measure group: which share is compared with what a case-mix model expected. */
        public static final String ADJUSTED_STATISTIC = PREFIX + "adjusted-statistic";

        /** MeasureReport group and stratum: the share as it would be with everybody's patients. */
        public static final String ADJUSTED_SHARE = PREFIX + "adjusted-share";

        /** MeasureReport group and stratum: the share that a case-mix model expected of these patients. */
        public static final String EXPECTED_SHARE = PREFIX + "expected-share";

        /** Measure group, Library of a case-mix model: within how many days something is counted. */
        public static final String WITHIN_DAYS = PREFIX + "within-days";

        /** Measure group: over which episodes. */
        public static final String ANALYSIS_SET = PREFIX + "analysis-set";

        /** MeasureReport group and stratum: sample standard deviation. */
        public static final String STANDARD_DEVIATION = PREFIX + "standard-deviation";

        /** MeasureReport group and stratum: place between the control limits. */
        public static final String CONTROL_LIMIT = PREFIX + "control-limit";

        public static final String CONTROL_LIMIT_BASIS = PREFIX + "control-limit-basis";
        public static final String CONTROL_LIMIT_STATUS = PREFIX + "control-limit-status";
        public static final String OWN_ORGANIZATION = PREFIX + "own-organization";
        public static final String OWN_TEAM = PREFIX + "own-team";

        /** MeasureReport group and stratum: the sums from which reports are pooled exactly. */
        public static final String POOLABLE_CELL = PREFIX + "poolable-cell";

        /** MeasureReport: what it tells to whoever pools it with those of other organisations. */
        public static final String POOLABLE_SUMS = PREFIX + "poolable-sums";

        /** MeasureReport: the facts as they stood then. */
        public static final String DATA_AS_OF = PREFIX + "data-as-of";

        /** MeasureReport: for whom it is, and by which version of the policies. */
        public static final String DISCLOSED_TO = PREFIX + "disclosed-to";

        /** MeasureReport population, group and stratum: why a number is not shown. */
        public static final String SUPPRESSION_REASON = PREFIX + "suppression-reason";

        /** MeasureReport population: the count is 1 or more, and below this. */
        public static final String COUNT_BELOW = PREFIX + "count-below";

        /** MeasureReport stratum: the organisation it is about. */
        public static final String STRATUM_ORGANIZATION = PREFIX + "stratum-organization";

        /** MeasureReport stratum: the team it is about. */
        public static final String STRATUM_TEAM = PREFIX + "stratum-team";

        /** QuestionnaireResponse: the Goal whose attainment is answered. */
        public static final String GOAL = PREFIX + "goal";

        /** Goal: one of its five attainment levels: level, description, and the range of the score that means it. */
        public static final String ATTAINMENT_LEVEL = PREFIX + "attainment-level";

        /** Goal: who rates how far it is reached; absent means the patient. */
        public static final String GOAL_RATER = PREFIX + "goal-rater";

        /** Goal: importance and difficulty, 0 to 3 each. */
        public static final String GOAL_WEIGHT = PREFIX + "goal-weight";

        /** Goal: when and why it was changed. */
        public static final String GOAL_CHANGE = PREFIX + "goal-change";

        /** Observation of a goal's attainment: the patient, or who stands for the patient, who confirmed it. */
        public static final String CONFIRMED_BY = PREFIX + "confirmed-by";

        /** CarePlan of a shared decision: what was chosen. */
        public static final String DECISION_CHOICE = PREFIX + "decision-choice";

        /** CarePlan of a shared decision: who agreed, and when. */
        public static final String DECISION_AGREEMENT = PREFIX + "decision-agreement";

        /** CarePlan of a shared decision: what the patient understood in own words, and a clinician's judgement. */
        public static final String PATIENT_UNDERSTANDING = PREFIX + "patient-understanding";

        /** CarePlan of a shared decision: a wish of the patient that was declined, and why. */
        public static final String DECLINED_WISH = PREFIX + "declined-wish";

        /** CarePlan of a shared decision: what the multidisciplinary meeting proposed. */
        public static final String MULTIDISCIPLINARY_PROPOSAL = PREFIX + "multidisciplinary-proposal";

        /** CarePlan activity that is an option: dose, setting or prehabilitation. */
        public static final String MISSING_COVARIATE = PREFIX + "missing-covariate";

        public static final String OPTION_PART = PREFIX + "option-part";

        /** CarePlan activity that is an option: what of it was discussed. */
        public static final String OPTION_DISCUSSED = PREFIX + "option-discussed";

        /** CarePlan activity that is an option: how it leaves the guideline, and why. */
        public static final String OFF_GUIDELINE = PREFIX + "off-guideline";

        /** Channel of a Subscription: the key by which notifications are signed; never read back. */
        public static final String WEBHOOK_SECRET = PREFIX + "webhook-secret";

        private Extensions() {}
    }

    /** Profiles of Meerwaarde. */
    public static final class Profiles {

        private static final String PREFIX = BASE + "/StructureDefinition/";

        /** Questionnaire: an instrument with its scoring. */
        public static final String PROM_QUESTIONNAIRE = PREFIX + "prom-questionnaire";

        /** QuestionnaireResponse: the answers. */
        public static final String PROM_RESPONSE = PREFIX + "prom-response";

        /** Observation: a score derived from a response. */
        public static final String SCORE_OBSERVATION = PREFIX + "score-observation";

        /** ObservationDefinition: what a score means. */
        public static final String SCORE_DEFINITION = PREFIX + "score-observation-definition";

        /** CarePlan: one episode of one patient. */
        public static final String EPISODE = PREFIX + "episode";

        /** CareTeam: who treats a patient, or a group of patients, and who is to be called for what. */
        public static final String CARE_TEAM = PREFIX + "care-team";

        /** Procedure: the event an episode is counted from. */
        public static final String INDEX_PROCEDURE = PREFIX + "index-procedure";

        /** PlanDefinition: index event, measurement moments, outcome events. */
        public static final String PATHWAY = PREFIX + "care-pathway";

        /** PlanDefinition: outcomes and case-mix variables of a condition. */
        public static final String OUTCOME_SET = PREFIX + "outcome-set";

        /** RiskAssessment: the scores a case-mix model expects. */
        public static final String EXPECTED_OUTCOME = PREFIX + "expected-outcome";

        /** Task: a questionnaire that the patient, or a proxy, is asked to answer; the server keeps its window and status. */
        public static final String QUESTIONNAIRE_TASK = PREFIX + "questionnaire-task";

        /** CommunicationRequest: a message that questionnaires are waiting; the server keeps its day and status. */
        public static final String QUESTIONNAIRE_REMINDER = PREFIX + "questionnaire-reminder";

        /** ServiceRequest: the treatment that an episode will be counted from. */
        public static final String PLANNED_INDEX_EVENT = PREFIX + "planned-index-event";

        /** Measure: what is reported over the outcome facts. */
        public static final String FACT_MEASURE = PREFIX + "fact-measure";

        /** Library: a version of a case-mix model. */
        public static final String CASE_MIX_MODEL = PREFIX + "case-mix-model-definition";

        /** MeasureReport: a report over the outcome facts. */
        public static final String BENCHMARK_REPORT = PREFIX + "benchmark-report";

        public static final String OUTCOME_REPORT = PREFIX + "outcome-report";

        /** ActivityDefinition: who acts on a safety alert, within which time, and where a patient finds help. */
        public static final String SAFETY_ALERT_POLICY = PREFIX + "safety-alert-policy";

        /** Task: somebody has to act on an alarming answer. */
        public static final String SAFETY_ALERT_TASK = PREFIX + "safety-alert-task";

        /** Flag: the patient gave an alarming answer. */
        public static final String SAFETY_ALERT_FLAG = PREFIX + "safety-alert-flag";

        /** Goal: what matters to the patient, in the patient's words. */
        public static final String PERSONAL_GOAL = PREFIX + "personal-goal";

        /** Observation: how far a goal was reached. */
        public static final String GOAL_ATTAINMENT = PREFIX + "goal-attainment";

        /** Observation: the T-score of the goals of an episode. */
        public static final String GOAL_ATTAINMENT_SCORE = PREFIX + "goal-attainment-score";

        /** CarePlan: a decision that patient and clinicians take together. */
        public static final String SHARED_DECISION = PREFIX + "shared-decision";

        /** Library: a decision aid, where it is used and how hard it is to read. */
        public static final String DECISION_AID = PREFIX + "decision-aid";

        private Profiles() {}
    }

    /** Identifier systems of Meerwaarde. */
    public static final class Identifiers {

        /** Score Observation: {@code <response id>|<score code>}. */
        public static final String DERIVED_SCORE = BASE + "/sid/derived-score";

        /** A MeasureReport that was published and does not change: what it is a report of. */
        public static final String PUBLISHED_REPORT = BASE + "/sid/published-report";

        /** A MeasureReport that an organisation delivered: {@code <Measure>|<organisation>|<first day>|<last day>}. */
        public static final String DELIVERED_REPORT = BASE + "/sid/delivered-report";

        /** A resource of another server that was not delivered with what refers to it: {@code <organisation here>|<reference there>}. */
        public static final String DELIVERED_RESOURCE = BASE + "/sid/delivered-resource";

        /** Task of a questionnaire: {@code <episode>|<moment>|<Questionnaire>}, with the side where it is asked per side. */
        public static final String QUESTIONNAIRE_TASK = BASE + "/sid/questionnaire-task";

        /** Message that questionnaires are waiting: {@code <episode>|<moment>|<kind of message>}. */
        public static final String QUESTIONNAIRE_REMINDER = BASE + "/sid/questionnaire-reminder";

        /** Flag and Task of a safety alert: which alert, the same for both. */
        public static final String SAFETY_ALERT = BASE + "/sid/safety-alert";

        /** Observation about goals that the server derived: {@code <goal id>|<source id>} or {@code <episode id>|<day>}. */
        public static final String DERIVED_ATTAINMENT = BASE + "/sid/derived-attainment";

        private Identifiers() {}
    }

    /** Extensions of the FHIR core specification. */
    public static final class CoreExtensions {

        private static final String PREFIX = "http://hl7.org/fhir/StructureDefinition/";

        /** Weight of an answer in FHIR R4. */
        public static final String ORDINAL_VALUE = PREFIX + "ordinalValue";

        /** Weight of an answer in newer forms. */
        public static final String ITEM_WEIGHT = PREFIX + "itemWeight";

        /** A named FHIRPath expression, for use in others. */
        public static final String VARIABLE = PREFIX + "variable";

        /** Unit of a numeric item. */
        public static final String QUESTIONNAIRE_UNIT = PREFIX + "questionnaire-unit";

        /** An item that is not shown. */
        public static final String QUESTIONNAIRE_HIDDEN = PREFIX + "questionnaire-hidden";

        /** Smallest answer allowed. */
        public static final String MIN_VALUE = PREFIX + "minValue";

        /** Largest answer allowed. */
        public static final String MAX_VALUE = PREFIX + "maxValue";

        /** Shortest text allowed. */
        public static final String MIN_LENGTH = PREFIX + "minLength";

        /** Fewest answers allowed. */
        public static final String MIN_OCCURS = PREFIX + "questionnaire-minOccurs";

        /** Most answers allowed. */
        public static final String MAX_OCCURS = PREFIX + "questionnaire-maxOccurs";

        /** The older address of SDC's {@code observationLinkPeriod}. */
        public static final String OBSERVATION_LINK_PERIOD = PREFIX + "questionnaire-observationLinkPeriod";

        /** A unit that a quantity may have. */
        public static final String UNIT_OPTION = PREFIX + "questionnaire-unitOption";

        /** A text in another language: {@code lang} and {@code content}. */
        public static final String TRANSLATION = PREFIX + "translation";

        /** Why an element has no value: a code of the data-absent-reason code system. */
        public static final String DATA_ABSENT_REASON = PREFIX + "data-absent-reason";

        /** The most digits after the decimal point of an answer. */
        public static final String MAX_DECIMAL_PLACES = PREFIX + "maxDecimalPlaces";

        private CoreExtensions() {}
    }

    /** Extensions of Structured Data Capture. */
    public static final class SdcExtensions {

        private static final String PREFIX = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";

        /** FHIRPath expression that gives an item its value. */
        public static final String CALCULATED_EXPRESSION = PREFIX + "sdc-questionnaire-calculatedExpression";

        /** Whether an item becomes an Observation. */
        public static final String OBSERVATION_EXTRACT = PREFIX + "sdc-questionnaire-observationExtract";

        /** The category of the Observations made of an item and the items below it. */
        public static final String OBSERVATION_EXTRACT_CATEGORY =
                PREFIX + "sdc-questionnaire-observation-extract-category";

        /** Address, id and conditions of the Bundle entry of an item's Observation. */
        public static final String OBSERVATION_EXTRACT_ENTRY = PREFIX + "sdc-questionnaire-observationExtractEntry";

        /** The resource type or profile that an item's answers become an instance of. */
        public static final String DEFINITION_EXTRACT = PREFIX + "sdc-questionnaire-definitionExtract";

        /** A fixed or computed value of a resource made by definition. */
        public static final String DEFINITION_EXTRACT_VALUE = PREFIX + "sdc-questionnaire-definitionExtractValue";

        /** The older, deprecated way to name a resource type to extract. */
        public static final String ITEM_EXTRACTION_CONTEXT = PREFIX + "sdc-questionnaire-itemExtractionContext";

        /** A name for a new address that extracted resources refer to each other by. */
        public static final String EXTRACT_ALLOCATE_ID = PREFIX + "sdc-questionnaire-extractAllocateId";

        /** The contained resource that an item's answers are filled into. */
        public static final String TEMPLATE_EXTRACT = PREFIX + "sdc-questionnaire-templateExtract";

        /** The contained transaction that the whole response is filled into. */
        public static final String TEMPLATE_EXTRACT_BUNDLE = PREFIX + "sdc-questionnaire-templateExtractBundle";

        /** On an element of a template: what it and the elements below it are about, once per result. */
        public static final String TEMPLATE_EXTRACT_CONTEXT = PREFIX + "sdc-questionnaire-templateExtractContext";

        /** On an element of a template: what stands in its place. */
        public static final String TEMPLATE_EXTRACT_VALUE = PREFIX + "sdc-questionnaire-templateExtractValue";

        /** A StructureMap that makes resources of a response. */
        public static final String TARGET_STRUCTURE_MAP = PREFIX + "sdc-questionnaire-targetStructureMap";

        /** What a form is launched with, as a named constant of expressions. */
        public static final String LAUNCH_CONTEXT = PREFIX + "sdc-questionnaire-launchContext";

        /** FHIRPath expression for the first value of an item. */
        public static final String INITIAL_EXPRESSION = PREFIX + "sdc-questionnaire-initialExpression";

        /** What a group is about, once per result. */
        public static final String ITEM_POPULATION_CONTEXT = PREFIX + "sdc-questionnaire-itemPopulationContext";

        /** How far back an Observation with the item's code may lie to answer it. */
        public static final String OBSERVATION_LINK_PERIOD = PREFIX + "sdc-questionnaire-observationLinkPeriod";

        /** A StructureMap that makes a response of resources. */
        public static final String SOURCE_STRUCTURE_MAP = PREFIX + "sdc-questionnaire-sourceStructureMap";

        /** A contained Bundle of queries whose results a StructureMap or expressions use. */
        public static final String SOURCE_QUERIES = PREFIX + "sdc-questionnaire-sourceQueries";

        /** A FHIRPath condition for asking a question, beside {@code enableWhen}. */
        public static final String ENABLE_WHEN_EXPRESSION = PREFIX + "sdc-questionnaire-enableWhenExpression";

        /** A picture of a question. */
        public static final String ITEM_MEDIA = PREFIX + "sdc-questionnaire-itemMedia";

        /** A picture of an answer. */
        public static final String ITEM_ANSWER_MEDIA = PREFIX + "sdc-questionnaire-itemAnswerMedia";

        /** The Questionnaire that a display item stands for. */
        public static final String SUB_QUESTIONNAIRE = PREFIX + "sdc-questionnaire-subQuestionnaire";

        /** A variable that a Questionnaire expects of the form it becomes part of. */
        public static final String ASSEMBLE_CONTEXT = PREFIX + "sdc-questionnaire-assembleContext";

        /** Whether a Questionnaire is put together before use, and what it may be part of. */
        public static final String ASSEMBLE_EXPECTATION = PREFIX + "sdc-questionnaire-assemble-expectation";

        /** A Questionnaire that an assembled one was made of. */
        public static final String ASSEMBLED_FROM = PREFIX + "sdc-questionnaire-assembledFrom";

        /** The next question depends on the answers so far. */
        public static final String QUESTIONNAIRE_ADAPTIVE = PREFIX + "sdc-questionnaire-questionnaireAdaptive";

        private SdcExtensions() {}
    }

    /** Code systems of others. */
    public static final class ExternalCodeSystems {

        /** Kinds of acts, and of issues. */
        public static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

        /** Reasons of use; also marks test data. */
        public static final String ACT_REASON = "http://terminology.hl7.org/CodeSystem/v3-ActReason";

        public static final String DATA_ABSENT_REASON = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
        public static final String FLAG_CATEGORY = "http://terminology.hl7.org/CodeSystem/flag-category";

        /** How far a Goal is reached. */
        public static final String GOAL_ACHIEVEMENT = "http://terminology.hl7.org/CodeSystem/goal-achievement";

        /** Codes that Structured Data Capture made up until HL7 has them: what a Task of a questionnaire asks, takes and gives. */
        public static final String SDC_TEMPORARY = "http://hl7.org/fhir/uv/sdc/CodeSystem/temp";

        public static final String LOINC = "http://loinc.org";
        public static final String OBSERVATION_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category";

        /** Tags that say what was done to a resource, such as leaving out elements or translating it. */
        public static final String OBSERVATION_VALUE = "http://terminology.hl7.org/CodeSystem/v3-ObservationValue";

        /** SNOMED CT, also for the sides. */
        public static final String SNOMED_CT = "http://snomed.info/sct";

        public static final String UCUM = "http://unitsofmeasure.org";

        private ExternalCodeSystems() {}
    }
}
