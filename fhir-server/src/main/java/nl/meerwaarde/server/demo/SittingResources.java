package nl.meerwaarde.server.demo;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and answered at one moment, as resources: per questionnaire the invitation (a Task) and the response.
 *
 * @param episodeId id of the episode, with which the ids begin
 * @param carePlans references to the episodes that the questions serve
 */
record SittingResources(
        SyntheticPatient patient,
        Attendance attendance,
        String episodeId,
        List<String> carePlans,
        Transaction transaction) {
    private static final ZoneId HERE = ZoneId.of("Europe/Amsterdam");
    private static final String VERSION = "|1.0.0";
    private static final String SDC_TERMS = "http://hl7.org/fhir/uv/sdc/CodeSystem/temp";

    /**
     * Adds the invitation and, when there are answers, the response.
     *
     * @param instrument id of the questionnaire
     * @param items the answers; none when nobody answered
     * @param side of the joint that the questions are about, or null when they are about none
     */
    void put(String instrument, List<QuestionnaireResponseItemComponent> items, @Nullable Side side) {
        LocalDateTime answered = attendance.answered();
        if (answered == null || items.isEmpty()) {
            transaction.put(invitation(instrument, null));
        } else {
            String response = transaction.put(response(instrument, items, side, answered));
            transaction.put(invitation(instrument, response));
        }
    }

    private String id(String instrument) {
        return episodeId + "-" + attendance.moment().code() + "-" + instrument;
    }

    private List<Reference> basedOn() {
        return carePlans.stream().map(Reference::new).toList();
    }

    private Task invitation(String instrument, @Nullable String response) {
        Task task = new Task().setIntent(TaskIntent.ORDER);
        task.setId(id(instrument));
        task.addExtension(
                Canonicals.Extensions.MEASUREMENT_MOMENT, attendance.moment().coding());
        basedOn().forEach(task::addBasedOn);
        task.setStatus(
                response != null
                        ? TaskStatus.COMPLETED
                        : attendance.withdrawn() ? TaskStatus.CANCELLED : TaskStatus.REQUESTED);
        task.setCode(term("complete-questionnaire"));
        task.setFor(new Reference(patient.reference()));
        task.setOwner(new Reference(patient.reference()));
        task.setRequester(new Reference(HospitalResources.reference(patient.hospital())));
        task.setAuthoredOnElement(new DateTimeType(attendance.invited().toString()));
        task.addInput().setType(term("questionnaire")).setValue(new CanonicalType(canonical(instrument)));
        if (response != null) {
            task.addOutput().setType(term("questionnaire-response")).setValue(new Reference(response));
        }
        return task;
    }

    private static CodeableConcept term(String code) {
        return new CodeableConcept(new Coding().setSystem(SDC_TERMS).setCode(code));
    }

    private static String canonical(String instrument) {
        return Canonicals.BASE + "/Questionnaire/" + instrument + VERSION;
    }

    private QuestionnaireResponse response(
            String instrument,
            List<QuestionnaireResponseItemComponent> items,
            @Nullable Side side,
            LocalDateTime answered) {
        Answering answering = patient.answering();
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setId(id(instrument));
        response.getMeta().addProfile(Canonicals.Profiles.PROM_RESPONSE);
        response.setLanguage(answering.language());
        if (side != null) {
            response.addExtension(Canonicals.Extensions.LATERALITY, side.coding());
        }
        response.addExtension(
                Canonicals.Extensions.MEASUREMENT_MOMENT, attendance.moment().coding());
        response.addExtension(
                Canonicals.Extensions.RESPONDENT,
                new Coding().setSystem(Canonicals.CodeSystems.RESPONDENT).setCode(answering.respondent()));
        response.addExtension(
                Canonicals.Extensions.ANSWER_MODE,
                new Coding().setSystem(Canonicals.CodeSystems.ANSWER_MODE).setCode(answering.mode()));
        basedOn().forEach(response::addBasedOn);
        response.setQuestionnaire(canonical(instrument));
        response.setStatus(QuestionnaireResponseStatus.COMPLETED);
        response.setSubject(new Reference(patient.reference()));
        response.setAuthoredElement(
                new DateTimeType(answered.atZone(HERE).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
        if (!answering.respondent().equals("proxy")) {
            response.setSource(new Reference(patient.reference()));
        }
        response.setItem(items);
        return response;
    }
}
