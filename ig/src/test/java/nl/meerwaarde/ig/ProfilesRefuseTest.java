package nl.meerwaarde.ig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.ObservationDefinition;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A valid resource with one thing broken is refused, and for that reason: the profiles say something. */
class ProfilesRefuseTest {

    private static final String BASE = "https://w3id.org/meerwaarde/fhir/";
    private static final String EXTENSION = BASE + "StructureDefinition/";

    private static final String RESPONSE = "QuestionnaireResponse-example-baseline-response.json";
    private static final String SCORE = "Observation-example-baseline-score.json";
    private static final String QUESTIONNAIRE = "Questionnaire-example-questionnaire.json";
    private static final String SCORE_DEFINITION = "ObservationDefinition-example-score-definition.json";
    private static final String TEAM = "CareTeam-example-care-team.json";
    private static final String PROCEDURE = "Procedure-example-index-procedure.json";
    private static final String EXPECTATION = "RiskAssessment-example-expected-outcome.json";
    private static final String REPORT = "MeasureReport-example-outcome-report.json";
    private static final String PATHWAY = "PlanDefinition-knee-replacement-primary.json";
    private static final String OUTCOME_SET = "PlanDefinition-example-own-outcome-set.json";
    private static final String MEASURE = "Measure-knee-replacement-primary-oxford.json";

    private static final String ALARMING_QUESTIONNAIRE = "Questionnaire-example-alarming-questionnaire.json";
    private static final String ALERT_POLICY = "ActivityDefinition-safety-alert-suicidality.json";
    private static final String ALERT_TASK = "Task-example-safety-alert-task.json";
    private static final String ALERT_FLAG = "Flag-example-safety-alert-flag.json";

    private static final String GOAL = "Goal-example-goal.json";
    private static final String THRESHOLD_GOAL = "Goal-example-threshold-goal.json";
    private static final String ATTAINMENT = "Observation-example-attainment.json";
    private static final String DECISION = "CarePlan-example-shared-decision.json";
    private static final String CASE_MIX_MODEL = "Library-example-case-mix-model.json";
    private static final String DECISION_AID = "Library-example-knee-decision-aid.json";
    private static final String QUESTIONNAIRE_TASK = "Task-example-questionnaire-task.json";
    private static final String REMINDER = "CommunicationRequest-example-questionnaire-reminder.json";
    private static final String REFUSAL = "Consent-example-questionnaire-refusal.json";
    private static final String OBJECTION = "Consent-example-objection.json";
    private static final String PLANNED = "ServiceRequest-example-planned-index-event.json";

    private final Map<String, Resource> examples = Library.examples();
    private final Map<String, Resource> definitions = Library.definitions();

    @TestFactory
    Stream<DynamicTest> questionnaires() {
        return Stream.of(
                refused(
                        "a score that must be filled in",
                        QUESTIONNAIRE,
                        "prom-questionnaire-1",
                        (Questionnaire it) -> it.getItem().get(1).setRequired(true)),
                refused(
                        "a score that can be typed",
                        QUESTIONNAIRE,
                        "prom-questionnaire-1",
                        (Questionnaire it) -> it.getItem().get(1).setReadOnly(false)),
                refused(
                        "a score without a code",
                        QUESTIONNAIRE,
                        "prom-questionnaire-2",
                        (Questionnaire it) -> it.getItem().get(1).setCode(null)),
                refused(
                        "a score without an expression",
                        QUESTIONNAIRE,
                        "prom-questionnaire-3",
                        (Questionnaire it) -> it.getItem()
                                .get(1)
                                .removeExtension(
                                        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression")),
                refused(
                        "no version",
                        QUESTIONNAIRE,
                        "Questionnaire.version: minimum required = 1",
                        (Questionnaire it) -> it.setVersion(null)));
    }

    @TestFactory
    Stream<DynamicTest> responses() {
        return Stream.of(
                refused(
                        "an answer that is no option",
                        RESPONSE,
                        "not in the set of permitted values",
                        (QuestionnaireResponse it) -> it.getItemFirstRep()
                                .getAnswerFirstRep()
                                .getValueCoding()
                                .setCode("7")),
                refused(
                        "a finished response without its time",
                        RESPONSE,
                        "prom-response-1",
                        (QuestionnaireResponse it) -> it.setAuthored(null)),
                refused(
                        "a finished response without answers",
                        RESPONSE,
                        "prom-response-2",
                        (QuestionnaireResponse it) -> it.setItem(null)),
                refused(
                        "a side that is none",
                        RESPONSE,
                        "laterality-1",
                        (QuestionnaireResponse it) -> coding(it, "laterality").setCode("1")),
                refused(
                        "a moment that is none",
                        RESPONSE,
                        "month-7",
                        (QuestionnaireResponse it) ->
                                coding(it, "measurement-moment").setCode("month-7")),
                refused(
                        "an extension nobody defined",
                        RESPONSE,
                        "unknown-extension",
                        (QuestionnaireResponse it) ->
                                it.addExtension(EXTENSION + "unknown-extension", new DecimalType(1))));
    }

    @TestFactory
    Stream<DynamicTest> goals() {
        return Stream.of(
                refused(
                        "a goal in nobody's words",
                        GOAL,
                        "Goal.description: minimum required = 1",
                        (Goal it) -> it.getDescription().setText(null)),
                refused(
                        "a goal of nobody",
                        GOAL,
                        "Goal.expressedBy: minimum required = 1",
                        (Goal it) -> it.setExpressedBy(null)),
                refused(
                        "a goal with four levels",
                        GOAL,
                        "personal-goal-1",
                        (Goal it) -> it.getExtension().remove(0)),
                refused(
                        "a number without a direction",
                        THRESHOLD_GOAL,
                        "personal-goal-2",
                        (Goal it) -> it.getTargetFirstRep().getDetailQuantity().setComparator(null)),
                refused(
                        "an attainment that nobody rated or confirmed",
                        ATTAINMENT,
                        "goal-attainment-1",
                        (Observation it) -> it.setExtension(null)),
                refused(
                        "an attainment of nothing",
                        ATTAINMENT,
                        "Observation.focus: minimum required = 1",
                        (Observation it) -> it.setFocus(null)));
    }

    @TestFactory
    Stream<DynamicTest> decisions() {
        return Stream.of(
                refused(
                        "a decision without a choice",
                        DECISION,
                        "shared-decision-1",
                        (CarePlan it) -> without(it, "decision-choice")),
                refused(
                        "nothing to choose from",
                        DECISION,
                        "CarePlan.activity: minimum required = 2",
                        (CarePlan it) -> it.setActivity(it.getActivity().subList(0, 1))),
                refused(
                        "an aspect that was discussed in no words",
                        DECISION,
                        "option-discussed-1",
                        (CarePlan it) -> it.getActivityFirstRep()
                                .getExtension()
                                .get(1)
                                .getExtension()
                                .remove(1)),
                refused(
                        "an aid for nobody in particular",
                        DECISION_AID,
                        "decision-aid-1",
                        (org.hl7.fhir.r4.model.Library it) ->
                                it.getUseContext().get(2).getCode().setCode("venue")));
    }

    @TestFactory
    Stream<DynamicTest> scores() {
        return Stream.of(
                refused(
                        "a score with neither value nor reason",
                        SCORE,
                        "score-observation-1",
                        (Observation it) -> it.setValue(null)),
                refused(
                        "a score of no named instrument",
                        SCORE,
                        "instrument",
                        (Observation it) -> without(it, "instrument")),
                refused(
                        "a score of no response",
                        SCORE,
                        "Observation.derivedFrom: minimum required = 1",
                        (Observation it) -> it.setDerivedFrom(null)),
                refused(
                        "a score with somebody else's identifier",
                        SCORE,
                        "derivedScore",
                        (Observation it) -> it.getIdentifierFirstRep().setSystem("https://example.org/id")),
                refused(
                        "a definition without a direction",
                        SCORE_DEFINITION,
                        "scoreDirection",
                        (ObservationDefinition it) -> without(it, "score-direction")),
                refused(
                        "a definition without a range",
                        SCORE_DEFINITION,
                        "score-observation-definition-1",
                        (ObservationDefinition it) ->
                                it.getQualifiedIntervalFirstRep().setRange(null)),
                refused(
                        "a minimal important change for no known use",
                        SCORE_DEFINITION,
                        "minimal-important-change-1",
                        (ObservationDefinition it) ->
                                part(it, "minimal-important-change", "use").setValue(new CodeType("team"))),
                refused(
                        "a detectable change at an odd confidence",
                        SCORE_DEFINITION,
                        "smallest-detectable-change-1",
                        (ObservationDefinition it) -> part(it, "smallest-detectable-change", "confidence")
                                .setValue(new DecimalType(80))));
    }

    @TestFactory
    Stream<DynamicTest> teams() {
        return Stream.of(
                refused(
                        "a member without a role",
                        TEAM,
                        "CareTeam.participant.role: minimum required = 1",
                        (CareTeam it) -> it.getParticipantFirstRep().setRole(null)),
                refused(
                        "a role that is none",
                        TEAM,
                        "team-role",
                        (CareTeam it) -> it.getParticipantFirstRep()
                                .getRoleFirstRep()
                                .getCodingFirstRep()
                                .setCode("aunt")),
                refused(
                        "a team without a first day",
                        TEAM,
                        "CareTeam.period.start: minimum required = 1",
                        (CareTeam it) -> it.getPeriod().setStart(null).setEndElement(new DateTimeType("2027-01-01"))));
    }

    @TestFactory
    Stream<DynamicTest> pathways() {
        return Stream.of(
                refused(
                        "an index event nobody can refer to",
                        PATHWAY,
                        "care-pathway-1",
                        (PlanDefinition it) -> it.getActionFirstRep().setId("start")),
                refused(
                        "a moment without a window",
                        PATHWAY,
                        "care-pathway-2",
                        (PlanDefinition it) ->
                                it.getAction().get(1).getRelatedActionFirstRep().setOffset(null)),
                refused(
                        "a moment at which nothing is measured",
                        PATHWAY,
                        "care-pathway-2",
                        (PlanDefinition it) -> it.getAction().get(1).setAction(null)),
                refused(
                        "an outcome event nobody can recognise",
                        PATHWAY,
                        "care-pathway-3",
                        (PlanDefinition it) -> it.getAction().get(4).setDefinition(null)),
                refused(
                        "an outcome event with an open end",
                        PATHWAY,
                        "care-pathway-3",
                        (PlanDefinition it) -> it.getAction()
                                .get(4)
                                .getRelatedActionFirstRep()
                                .getOffsetRange()
                                .setHigh(null)),
                refused(
                        "an activity of which nobody knows who takes part",
                        PATHWAY,
                        "care-pathway-4",
                        (PlanDefinition it) ->
                                it.getAction().get(it.getAction().size() - 1).setParticipant(null)),
                refused(
                        "a completed procedure without a day",
                        PROCEDURE,
                        "index-procedure-1",
                        (Procedure it) -> it.setPerformed(null)),
                refused(
                        "an index procedure of no episode",
                        PROCEDURE,
                        "Procedure.basedOn: minimum required = 1",
                        (Procedure it) -> it.setBasedOn(null)));
    }

    @TestFactory
    Stream<DynamicTest> outcomeSets() {
        return Stream.of(
                refused(
                        "a set that does not say that it is one",
                        OUTCOME_SET,
                        "PlanDefinition.type: minimum required = 1",
                        (PlanDefinition it) -> it.setType(null)),
                refused(
                        "the same outcome twice",
                        OUTCOME_SET,
                        "outcome-set-1",
                        (PlanDefinition it) ->
                                it.addAction(it.getAction().get(1).copy())),
                refused(
                        "an action that belongs in a pathway",
                        OUTCOME_SET,
                        "outcome-set-2",
                        (PlanDefinition it) -> it.getAction()
                                .get(1)
                                .getCodeFirstRep()
                                .getCodingFirstRep()
                                .setCode("index-event")),
                refused(
                        "an outcome that nobody reports",
                        OUTCOME_SET,
                        "outcome-set-3",
                        (PlanDefinition it) -> it.getAction().get(1).setParticipant(null)),
                refused(
                        "an outcome at no moment",
                        OUTCOME_SET,
                        "outcome-set-3",
                        (PlanDefinition it) -> it.getAction().get(1).setExtension(null)),
                refused(
                        "an outcome without a code",
                        OUTCOME_SET,
                        "outcome-set-3",
                        (PlanDefinition it) -> it.getAction()
                                .get(1)
                                .getCodeFirstRep()
                                .getCoding()
                                .remove(1)),
                refused(
                        "an outcome that is both asked and recorded",
                        OUTCOME_SET,
                        "outcome-set-3",
                        (PlanDefinition it) -> it.getAction().get(1).addInput().setType("Observation")),
                refused(
                        "a moment that is none",
                        OUTCOME_SET,
                        "month-7",
                        (PlanDefinition it) -> ((Coding) it.getAction()
                                        .get(1)
                                        .getExtensionFirstRep()
                                        .getValue())
                                .setCode("month-7")),
                refused(
                        "a set taken over in any version",
                        OUTCOME_SET,
                        "outcome-set-4",
                        (PlanDefinition it) -> it.getActionFirstRep()
                                .setDefinition(new CanonicalType(BASE + "PlanDefinition/generic-core"))));
    }

    @TestFactory
    Stream<DynamicTest> outcomes() {
        return Stream.of(
                refused(
                        "an expectation of an unversioned model",
                        EXPECTATION,
                        "method.coding.version: minimum required = 1",
                        (RiskAssessment it) ->
                                it.getMethod().getCodingFirstRep().setVersion(null)),
                refused(
                        "an expectation without a value",
                        EXPECTATION,
                        "expectedValue",
                        (RiskAssessment it) ->
                                it.getPredictionFirstRep().removeExtension(EXTENSION + "expected-value")));
    }

    @TestFactory
    Stream<DynamicTest> caseMixModels() {
        return Stream.of(
                refused(
                        "a model that predicts nothing",
                        CASE_MIX_MODEL,
                        "case-mix-model-1",
                        (DomainResource it) -> without(it, "score")),
                refused(
                        "an active model that was fitted on nothing",
                        CASE_MIX_MODEL,
                        "case-mix-model-2",
                        (org.hl7.fhir.r4.model.Library it) -> it.setStatus(PublicationStatus.ACTIVE)),
                refused(
                        "a model without an equation",
                        CASE_MIX_MODEL,
                        "case-mix-equation",
                        (DomainResource it) -> without(it, "case-mix-equation")));
    }

    @TestFactory
    Stream<DynamicTest> measures() {
        return Stream.of(
                refused(
                        "modelled episodes of no model",
                        MEASURE,
                        "fact-measure-1",
                        (Measure it) -> without(it, "case-mix-model")),
                refused(
                        "a group whose code is another statistic",
                        MEASURE,
                        "fact-measure-2",
                        (Measure it) -> it.getGroup()
                                .get(1)
                                .getCode()
                                .getCodingFirstRep()
                                .setCode("worsened")),
                refused(
                        "a report that does not say how fresh it is",
                        REPORT,
                        "dataAsOf",
                        (MeasureReport it) -> without(it, "data-as-of")),
                refused(
                        "a report that leaves a group of its measure out",
                        REPORT,
                        "unchanged",
                        (MeasureReport it) -> it.getGroup().removeIf(group -> "unchanged".equals(group.getId()))),
                refused(
                        "a report with a group that has no figure",
                        REPORT,
                        "measureScore is required",
                        (MeasureReport it) -> it.getGroup().get(4).setMeasureScore(null)));
    }

    @TestFactory
    Stream<DynamicTest> safetyAlerts() {
        return Stream.of(
                refused(
                        "an alarming range without numbers",
                        ALARMING_QUESTIONNAIRE,
                        "alarming-range-1",
                        (Questionnaire it) -> it.getItem()
                                .get(1)
                                .getExtensionByUrl(EXTENSION + "alarming-range")
                                .removeExtension("minimum")),
                refused(
                        "an alarming answer that warns in words",
                        ALARMING_QUESTIONNAIRE,
                        "alarming-answer",
                        (Questionnaire it) -> it.getItemFirstRep()
                                .getAnswerOption()
                                .get(1)
                                .getExtensionByUrl(EXTENSION + "alarming-answer")
                                .setValue(new StringType("despair"))),
                refused(
                        "a policy that asks nobody",
                        ALERT_POLICY,
                        "ActivityDefinition.participant: minimum required = 1",
                        (ActivityDefinition it) -> it.setParticipant(null)),
                refused(
                        "a policy without a time",
                        ALERT_POLICY,
                        "ActivityDefinition.timing[x]: minimum required = 1",
                        (ActivityDefinition it) -> it.setTiming(null)),
                refused(
                        "an escalation without a priority",
                        ALERT_POLICY,
                        "priority",
                        (ActivityDefinition it) -> it.getExtension().get(0).removeExtension("priority")),
                refused(
                        "a task that does not say of which alert",
                        ALERT_TASK,
                        "Task.code: minimum required = 1",
                        (Task it) -> it.setCode(null)),
                refused(
                        "a flag without its beginning",
                        ALERT_FLAG,
                        "Flag.period: minimum required = 1",
                        (Flag it) -> it.setPeriod(null)));
    }

    @TestFactory
    Stream<DynamicTest> plans() {
        return Stream.of(
                refused(
                        "a questionnaire task of no episode",
                        QUESTIONNAIRE_TASK,
                        "Task.basedOn: minimum required = 1",
                        (Task it) -> it.setBasedOn(null)),
                refused(
                        "a questionnaire task that asks nothing",
                        QUESTIONNAIRE_TASK,
                        "Task.input: minimum required = 1",
                        (Task it) -> it.setInput(null)),
                refused(
                        "a message about nothing",
                        REMINDER,
                        "CommunicationRequest.about: minimum required = 1",
                        (CommunicationRequest it) -> it.setAbout(null)),
                refused(
                        "a refusal of something else",
                        REFUSAL,
                        "questionnaires",
                        (Consent it) ->
                                it.getCategoryFirstRep().getCodingFirstRep().setCode("other")),
                refused(
                        "a consent about nothing",
                        OBJECTION,
                        "data-use-1",
                        (Consent it) -> it.getCategory()
                                .forEach(
                                        category -> category.getCodingFirstRep().setCode("questionnaires"))),
                refused(
                        "a consent that neither permits nor objects",
                        OBJECTION,
                        "Consent.provision: minimum required = 1",
                        (Consent it) -> it.getProvision().setType(null)),
                refused(
                        "an objection to a part only",
                        OBJECTION,
                        "Consent.provision.data: max allowed = 0",
                        (Consent it) -> it.getProvision()
                                .addData()
                                .setMeaning(Consent.ConsentDataMeaning.INSTANCE)
                                .setReference(new Reference("CarePlan/example-episode"))),
                refused(
                        "a planned treatment of no episode",
                        PLANNED,
                        "ServiceRequest.basedOn: minimum required = 1",
                        (ServiceRequest it) -> it.setBasedOn(null)));
    }

    /** How a report says that a figure is withheld or does not exist. */
    @Test
    void aFigureMayBeAbsentForAReason() {
        MeasureReport report = (MeasureReport) examples.get(REPORT).copy();
        Quantity withheld = new Quantity();
        withheld.getValueElement()
                .addExtension("http://hl7.org/fhir/StructureDefinition/data-absent-reason", new CodeType("masked"));
        report.getGroup().get(4).setMeasureScore(withheld);
        assertThat(Validation.errors(report)).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private <T extends Resource> DynamicTest refused(String title, String file, String reason, Consumer<T> fault) {
        Resource broken =
                (examples.containsKey(file) ? examples : definitions).get(file).copy();
        fault.accept((T) broken);
        return dynamicTest(
                title, () -> assertThat(Validation.errors(broken)).anyMatch(error -> error.contains(reason)));
    }

    private static void without(DomainResource resource, String extension) {
        resource.getExtension().removeIf(candidate -> candidate.getUrl().equals(EXTENSION + extension));
    }

    private static Coding coding(QuestionnaireResponse response, String extension) {
        return (Coding) response.getExtensionByUrl(EXTENSION + extension).getValue();
    }

    private static Extension part(ObservationDefinition definition, String extension, String part) {
        return definition.getExtensionByUrl(EXTENSION + extension).getExtensionByUrl(part);
    }
}
