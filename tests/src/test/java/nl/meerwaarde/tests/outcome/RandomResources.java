package nl.meerwaarde.tests.outcome;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.ExternalCodeSystems;
import nl.meerwaarde.terminology.Canonicals.Profiles;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentPredictionComponent;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Makes the resources of a random history, with dates around 1 March 2026 and all the variety that outcomes depend on. */
final class RandomResources {
    /** What the pathways below ask comes up most. */
    private static final List<String> INSTRUMENTS = List.of(
            "oxford-knee-score", "oxford-knee-score", "oxford-knee-score", "oxford-hip-score", "eq-5d-3l", "eq-5d-5l");

    private static final List<String> MOMENTS = List.of("baseline", "month-6", "month-12");

    private final Random random;

    RandomResources(Random random) {
        this.random = random;
    }

    QuestionnaireResponse response() {
        String instrument = one(INSTRUMENTS);
        Answers answers = Answers.to(instrument).on(date(280)).status(status());
        boolean eq5d = instrument.startsWith("eq-5d");
        answers.all(String.valueOf(eq5d ? 1 + random.nextInt(3) : random.nextInt(5)));
        if (eq5d && random.nextBoolean()) {
            answers.answer("vas", random.nextInt(101));
        }
        if (!eq5d) {
            answers.side(one(List.of(Side.values())));
        }
        QuestionnaireResponse response = answers.response();
        for (int missing = Math.max(0, random.nextInt(7) - 3); missing > 0; missing--) {
            response.getItem().remove(random.nextInt(response.getItem().size()));
        }
        if (oneIn(5)) {
            response.addExtension(extension(Extensions.RESPONDENT, CodeSystems.RESPONDENT, "proxy"));
        }
        if (oneIn(5)) {
            response.addExtension(moment());
        }
        return response;
    }

    QuestionnaireResponseStatus status() {
        return one(List.of(
                QuestionnaireResponseStatus.COMPLETED,
                QuestionnaireResponseStatus.COMPLETED,
                QuestionnaireResponseStatus.COMPLETED,
                QuestionnaireResponseStatus.COMPLETED,
                QuestionnaireResponseStatus.AMENDED,
                QuestionnaireResponseStatus.AMENDED,
                QuestionnaireResponseStatus.INPROGRESS,
                QuestionnaireResponseStatus.ENTEREDINERROR));
    }

    CarePlan episode() {
        String pathway = one(List.of(
                "knee-replacement-primary",
                "knee-replacement-primary",
                "knee-replacement-revision",
                "hip-replacement-primary",
                MeasuredPathway.ID));
        CarePlan plan = TestEpisode.unstored(pathway, one(List.of(Side.values())));
        if (oneIn(6)) {
            plan.getExtension().clear();
        }
        return plan;
    }

    /** One that answers for outcomes, or not. */
    CareTeam team() {
        CareTeam team = new CareTeam()
                .setStatus(oneIn(6) ? CareTeamStatus.ENTEREDINERROR : CareTeamStatus.ACTIVE)
                .setName("Team " + random.nextInt(100));
        if (!oneIn(3)) {
            team.addExtension(
                    Extensions.OWNED_OUTCOMES,
                    new CanonicalType(Canonicals.BASE + "/Measure/knee-replacement-primary-oxford"));
        }
        return team;
    }

    Procedure operation() {
        Procedure operation = TestEpisode.unstoredOperation(date(45));
        if (random.nextBoolean()) {
            operation.addExtension(one(List.of(Side.values())).extension());
        }
        return operation;
    }

    Encounter admission() {
        Encounter admission = new Encounter().setStatus(EncounterStatus.FINISHED);
        admission
                .getClass_()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .setCode(oneIn(3) ? "AMB" : "IMP");
        admission.getPeriod().setStartElement(new DateTimeType(day(45).toString()));
        return admission;
    }

    Observation measurement() {
        Observation measurement = new Observation().setStatus(ObservationStatus.FINAL);
        measurement.getCode().addCoding(MeasuredPathway.FLEXION.coding());
        measurement.setValue(new Quantity(random.nextInt(130)));
        measurement.setEffective(new DateTimeType(date(280)));
        return measurement;
    }

    RiskAssessment expectation() {
        RiskAssessment assessment = new RiskAssessment().setStatus(RiskAssessmentStatus.FINAL);
        assessment
                .getMethod()
                .addCoding()
                .setSystem(CodeSystems.CASE_MIX_MODEL)
                .setCode("demo")
                .setVersion("1");
        RiskAssessmentPredictionComponent prediction = assessment.addPrediction();
        prediction.getOutcome().addCoding().setSystem(CodeSystems.SCORE).setCode("oxford-knee-score");
        prediction.addExtension(moment());
        prediction.addExtension(Extensions.EXPECTED_VALUE, new DecimalType(random.nextInt(480) / 10.0));
        return assessment;
    }

    Task invitation() {
        Task invitation = new Task().setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.ORDER);
        invitation.addExtension(moment());
        return invitation;
    }

    /** A Task that the server keeps, in whatever state somebody may send it. */
    Task questionnaireTask() {
        Task task = invitation();
        task.getMeta().addProfile(Profiles.QUESTIONNAIRE_TASK);
        task.setStatus(taskStatus());
        task.setCode(sdc("complete-questionnaire"));
        String instrument = one(INSTRUMENTS);
        if (instrument.startsWith("oxford")) {
            task.addExtension(one(List.of(Side.values())).extension());
        }
        task.addInput()
                .setType(sdc("questionnaire"))
                .setValue(new CanonicalType(Canonicals.BASE + "/Questionnaire/" + instrument));
        return task;
    }

    TaskStatus taskStatus() {
        return one(List.of(
                TaskStatus.REQUESTED,
                TaskStatus.REQUESTED,
                TaskStatus.REQUESTED,
                TaskStatus.INPROGRESS,
                TaskStatus.REJECTED,
                TaskStatus.ONHOLD,
                TaskStatus.CANCELLED,
                TaskStatus.COMPLETED));
    }

    private static CodeableConcept sdc(String code) {
        return new CodeableConcept(
                new Coding().setSystem(ExternalCodeSystems.SDC_TEMPORARY).setCode(code));
    }

    /** A treatment that is planned, or cancelled. */
    ServiceRequest planned() {
        ServiceRequest planned = new ServiceRequest();
        planned.getMeta().addProfile(Profiles.PLANNED_INDEX_EVENT);
        planned.setStatus(oneIn(4) ? ServiceRequestStatus.REVOKED : ServiceRequestStatus.ACTIVE)
                .setIntent(ServiceRequestIntent.PLAN);
        return planned.setOccurrence(new DateTimeType(date(60)));
    }

    /** Somebody who does not want questionnaires, or did not. */
    Consent refusal() {
        Consent refusal = new Consent();
        refusal.setStatus(oneIn(2) ? ConsentState.ACTIVE : ConsentState.INACTIVE);
        refusal.setScope(new CodeableConcept(new Coding()
                .setSystem("http://terminology.hl7.org/CodeSystem/consentscope")
                .setCode("patient-privacy")));
        refusal.addCategory(new CodeableConcept(
                new Coding().setSystem(CodeSystems.CONSENT_CATEGORY).setCode("questionnaires")));
        refusal.setPolicyRule(new CodeableConcept(new Coding()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .setCode("OPTOUT")));
        refusal.getProvision().setType(ConsentProvisionType.DENY);
        return refusal;
    }

    /** Says which response fulfilled an invitation. */
    void fulfil(Task invitation, Reference response) {
        invitation.getOutput().clear();
        invitation.addOutput().setValue(response).getType().setText("answers");
    }

    Extension moment() {
        return extension(Extensions.MEASUREMENT_MOMENT, CodeSystems.MEASUREMENT_MOMENT, one(MOMENTS));
    }

    private static Extension extension(String url, String system, String code) {
        return new Extension(url, new Coding().setSystem(system).setCode(code));
    }

    /** Half of the days are close by, where the baseline is; the others lie anywhere within the spread. */
    LocalDate day(int spread) {
        int within = random.nextBoolean() ? Math.min(spread, 40) : spread;
        return LocalDate.of(2026, 3, 1).plusDays(random.nextInt(2 * within) - within);
    }

    /** A date as precisely as somebody happens to know it. */
    String date(int spread) {
        String day = day(spread).toString();
        return switch (random.nextInt(14)) {
            case 0 -> day.substring(0, 4);
            case 1 -> day.substring(0, 7);
            case 2 -> day + "T08:30:00+01:00";
            case 3 -> day + "T23:30:00-05:00";
            default -> day;
        };
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
