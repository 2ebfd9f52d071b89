package nl.meerwaarde.tests.cql;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.terminology.Canonicals.ExternalCodeSystems;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Instruments;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;

/** Patients with whatever may happen to them, the same on every run. Of everything there are a few that count, and a few that nearly do. */
final class Cohort {
    static final int HOSPITALS = 3;
    private static final List<String> LANGUAGES = List.of("nl", "nl-NL", "tr", "ar");

    private final Random random;
    private final String name;
    private final String pathway;
    private final String instrument;
    private final Moment moment;
    private final Moment experience;
    private final List<Resource> resources = new ArrayList<>();

    /**
     * A measurement moment.
     *
     * @param opens first day of its window, from the index event
     * @param closes last day
     */
    record Moment(String code, int opens, int closes) {}

    private static final Moment BASELINE = new Moment("baseline", -182, 0);

    Cohort(String name, String instrument, Moment moment, Moment experience) {
        this.random = new Random(name.hashCode());
        this.name = name;
        this.pathway = name + "-care";
        this.instrument = instrument;
        this.moment = moment;
        this.experience = experience;
    }

    /** Of the condition and of its outcome set. */
    String name() {
        return name;
    }

    /** So many patients, one after another; each list is of one patient. */
    List<List<Resource>> patients(int number) {
        List<List<Resource>> patients = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            resources.clear();
            patient(name + "-" + i);
            patients.add(List.copyOf(resources));
        }
        return patients;
    }

    static String hospital(int number) {
        return "hospital-" + number;
    }

    private void patient(String id) {
        LocalDate index = day();
        Patient patient = Patients.unstored();
        patient.setId(id);
        patient.setGender(one(AdministrativeGender.FEMALE, AdministrativeGender.MALE))
                .setBirthDateElement(
                        new DateType((1930 + random.nextInt(60)) + "-0" + (1 + random.nextInt(9)) + "-11"));
        if (often()) {
            patient.addCommunication()
                    .setPreferred(true)
                    .setLanguage(new CodeableConcept(
                            new Coding("urn:ietf:bcp:47", one(LANGUAGES.toArray(String[]::new)), null)));
        }
        if (often()) {
            patient.addExtension(Extensions.HEALTH_LITERACY, new CodeType(one("limited", "sufficient")));
            patient.addExtension(Extensions.DEPRIVATION, new IntegerType(1 + random.nextInt(5)));
        }
        if (seldom()) {
            patient.setDeceased(
                    new DateTimeType(index.plusDays(random.nextInt(700)).toString()));
        }
        resources.add(patient);
        episode(id, id + "-a", index);
        if (seldom()) {
            episode(id, id + "-b", index.minusDays(400));
        }
        events(id, index);
    }

    /** Mostly long ago; some windows are still open. */
    private LocalDate day() {
        return often()
                ? LocalDate.of(2023, 6, 1).plusDays(random.nextInt(500))
                : LocalDate.now(ZoneOffset.UTC).minusDays(random.nextInt(400));
    }

    private void episode(String patient, String id, LocalDate index) {
        CarePlan plan = TestEpisode.unstored(pathway + one("", "|1.0.0"), Side.LEFT);
        plan.setId(id);
        plan.setSubject(new Reference("Patient/" + patient));
        plan.setAuthor(new Reference("Organization/" + hospital(random.nextInt(HOSPITALS))));
        String begun = one(
                "",
                index.minusDays(random.nextInt(90)).toString(),
                index.plusDays(5).toString(),
                "2023-05");
        if (!begun.isEmpty()) {
            plan.getPeriod().setStartElement(new DateTimeType(begun));
        }
        resources.add(plan);
        Procedure procedure = TestEpisode.unstoredOperation(index.toString());
        procedure.setId(id);
        procedure.setSubject(new Reference("Patient/" + patient));
        procedure.addBasedOn(new Reference("CarePlan/" + id));
        if (seldom()) {
            procedure.addPerformer().setActor(new Reference("Organization/" + hospital(random.nextInt(HOSPITALS))));
        }
        resources.add(procedure);
        asked(patient, id);
        answered(patient, id, index);
    }

    private void asked(String patient, String episode) {
        for (Moment at : List.of(BASELINE, moment, experience)) {
            if (often()) {
                Task task = new Task();
                task.setId(episode + "-" + at.code() + "-" + resources.size());
                task.setStatus(one(Task.TaskStatus.REQUESTED, Task.TaskStatus.CANCELLED))
                        .setIntent(Task.TaskIntent.ORDER);
                task.addBasedOn(new Reference("CarePlan/" + episode));
                task.setFor(new Reference("Patient/" + patient));
                task.addExtension(
                        Extensions.MEASUREMENT_MOMENT, new Coding(CodeSystems.MEASUREMENT_MOMENT, at.code(), null));
                resources.add(task);
            }
        }
    }

    /** Answers to the condition's instrument say when they were asked; the others are found by their day. */
    private void answered(String patient, String episode, LocalDate index) {
        for (Moment at : List.of(BASELINE, moment)) {
            for (int i = random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(2); i > 0; i--) {
                QuestionnaireResponse named = response(patient, instrument, index, at);
                named.addBasedOn(new Reference("CarePlan/" + episode));
                named.addExtension(
                        Extensions.MEASUREMENT_MOMENT, new Coding(CodeSystems.MEASUREMENT_MOMENT, at.code(), null));
                resources.add(named);
            }
        }
        if (often()) {
            resources.add(response(patient, "collaborate", index, BASELINE));
        }
        if (often()) {
            resources.add(response(patient, "prem-msz", index, experience));
        }
    }

    /** Within the window, or nearly. */
    private QuestionnaireResponse response(String patient, String questionnaire, LocalDate index, Moment at) {
        LocalDate day = index.plusDays(at.opens() - 5L + random.nextInt(at.closes() - at.opens() + 5));
        Questionnaire definition = Instruments.shipped(questionnaire);
        Answers answers = Answers.to(definition).on(day.toString());
        definition.getItem().stream()
                .filter(item -> !item.getReadOnly())
                .filter(item -> item.hasAnswerOption() || item.getType() == Questionnaire.QuestionnaireItemType.INTEGER)
                .forEach(item -> answer(answers, item));
        if (seldom()) {
            answers.without(definition.getItem().get(0).getLinkId());
        }
        if (seldom()) {
            answers.saying(Extensions.RESPONDENT, CodeSystems.RESPONDENT, "proxy");
        }
        QuestionnaireResponse response = answers.response();
        response.setId(patient + "-" + resources.size());
        response.setSubject(new Reference("Patient/" + patient));
        return response;
    }

    private void answer(Answers answers, QuestionnaireItemComponent item) {
        if (item.hasAnswerOption()) {
            int options = item.getAnswerOption().size();
            Coding chosen = (Coding) item.getAnswerOption()
                    .get(random.nextInt(Math.min(options, 3)))
                    .getValue();
            answers.answer(item.getLinkId(), chosen.getCode());
        } else {
            answers.answer(item.getLinkId(), most(item) - (often() ? 0 : random.nextInt(3)));
        }
    }

    private static int most(QuestionnaireItemComponent item) {
        return ((IntegerType) item.getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/maxValue")
                        .getValue())
                .getValue();
    }

    private void events(String patient, LocalDate index) {
        Reference subject = new Reference("Patient/" + patient);
        if (often()) {
            Observation complication = new Observation();
            complication.setStatus(one(Observation.ObservationStatus.FINAL, Observation.ObservationStatus.CANCELLED));
            complication.setCode(concept(CodeSystems.OUTCOME, "complication"));
            complication.setEffective(when(index));
            complication.setValue(this.<Type>one(
                    new BooleanType(true),
                    new BooleanType(false),
                    concept(ExternalCodeSystems.SNOMED_CT, "131148009"),
                    concept(ExternalCodeSystems.SNOMED_CT, "373067005")));
            add(complication.setSubject(subject), patient);
        }
        if (often()) {
            Procedure again = new Procedure();
            again.setStatus(one(Procedure.ProcedureStatus.COMPLETED, Procedure.ProcedureStatus.NOTDONE));
            again.setCode(concept(CodeSystems.OUTCOME, one("reoperation", "positive-margin-reoperation")));
            again.setPerformed(when(index));
            add(again.setSubject(subject), patient);
        }
        if (often()) {
            Encounter stay = new Encounter();
            stay.setStatus(Encounter.EncounterStatus.FINISHED);
            stay.setClass_(new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", one("IMP", "AMB"), null));
            stay.getPeriod().setStartElement(when(index));
            add(stay.setSubject(subject), patient);
        }
        if (often()) {
            Condition condition = new Condition();
            condition.setCode(concept(ExternalCodeSystems.SNOMED_CT, one("49601007", "48661000")));
            condition.setOnset(when(index));
            add(condition.setSubject(subject), patient);
        }
    }

    private void add(Resource resource, String patient) {
        resource.setId(patient + "-" + resources.size());
        resources.add(resource);
    }

    /** On the index day, soon after it, or about when a window closes. */
    private DateTimeType when(LocalDate index) {
        return new DateTimeType(
                index.plusDays(one(0, 1, 20, 30, 31, 89, 90, 91, 365, 366)).toString());
    }

    private static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }

    private boolean often() {
        return random.nextInt(4) > 0;
    }

    private boolean seldom() {
        return random.nextInt(7) == 0;
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
