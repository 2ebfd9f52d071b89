package nl.meerwaarde.tests.casemix;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Bundles;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Patients of a hospital of their own, on a pathway of their own (primary knee replacement under another address), operated on 1 June 2024.
 *
 * @param pathway address of the pathway
 * @param organization id of the hospital
 */
record KneeCohort(Fhir fhir, String pathway, String organization) {
    private static final int QUESTIONS = 12;

    static KneeCohort create(Fhir fhir) {
        PlanDefinition definition =
                fhir.get("PlanDefinition/knee-replacement-primary").stored(PlanDefinition.class);
        definition.setId((String) null);
        definition.setMeta(null);
        definition.setUrl("https://hospital.example.org/PlanDefinition/" + UUID.randomUUID());
        assertThat(fhir.post(definition)).isCreated();
        String hospital = fhir.post(new Organization().setName("Test hospital")).id();
        return new KneeCohort(fhir, definition.getUrl(), hospital);
    }

    /**
     * A patient with Oxford Knee Scores before and after.
     *
     * @param born date of birth, or null
     * @param after null when nobody answered
     * @param readmitted whether the patient was in hospital again within the month
     */
    record Person(
            AdministrativeGender sex,
            @Nullable String born,
            int before,
            @Nullable Integer after,
            boolean readmitted) {
        Person(AdministrativeGender sex, @Nullable String born, int before, @Nullable Integer after) {
            this(sex, born, before, after, false);
        }
    }

    /** Stores patients in one transaction; gives the ids of their episodes. */
    List<String> add(List<Person> persons) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        persons.forEach(person -> add(bundle, person));
        Bundle stored = fhir.bundle(bundle).stored(Bundle.class);
        List<String> episodes = new ArrayList<>();
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            if (bundle.getEntry().get(i).getResource() instanceof CarePlan) {
                episodes.add(Bundles.id(stored.getEntry().get(i)));
            }
        }
        return episodes;
    }

    private void add(Bundle bundle, Person person) {
        Patient patient = Patients.unstored();
        patient.setGender(person.sex());
        patient.setBirthDate(null);
        if (person.born() != null) {
            patient.getBirthDateElement().setValueAsString(person.born());
        }
        Reference whose = Bundles.create(bundle, patient);
        CarePlan plan = TestEpisode.unstored("knee-replacement-primary", Side.LEFT);
        plan.getInstantiatesCanonical().get(0).setValue(pathway);
        plan.setSubject(whose).setAuthor(new Reference("Organization/" + organization));
        Reference episode = Bundles.create(bundle, plan);
        Procedure operation = TestEpisode.unstoredOperation("2024-06-01");
        operation.setSubject(whose).addBasedOn(episode);
        operation.addExtension(Side.LEFT.extension());
        Bundles.create(bundle, operation);
        if (person.readmitted()) {
            Bundles.create(bundle, admission(whose));
        }
        answer(bundle, whose, episode, person.before(), "2024-05-20");
        if (person.after() != null) {
            answer(bundle, whose, episode, person.after(), "2024-12-01");
        }
    }

    private static Encounter admission(Reference whose) {
        Encounter admission =
                new Encounter().setStatus(EncounterStatus.FINISHED).setSubject(whose);
        admission
                .getClass_()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .setCode("IMP");
        admission.getPeriod().setStartElement(new DateTimeType("2024-06-15"));
        return admission;
    }

    private static void answer(Bundle bundle, Reference whose, Reference episode, int score, String day) {
        Answers answers = Answers.to("oxford-knee-score").on(day);
        for (int i = 0; i < QUESTIONS; i++) {
            int points = score / QUESTIONS + (i < score % QUESTIONS ? 1 : 0);
            answers.answer("oks-%02d".formatted(i + 1), String.valueOf(points));
        }
        QuestionnaireResponse response = answers.response();
        response.setSubject(whose).addBasedOn(episode);
        response.setAuthoredElement(new DateTimeType(day));
        Bundles.create(bundle, response);
    }

    /** A man or woman of seventy or so, whose score after follows from the score before, but for a little more or less. */
    static Person follower(int i) {
        boolean man = i % 3 == 0;
        int before = 8 + 2 * (i % 14);
        int noise = (i * 7) % 5 - 2;
        return new Person(
                man ? AdministrativeGender.MALE : AdministrativeGender.FEMALE,
                (1940 + i % 23) + "-03-01",
                before,
                10 + before / 2 + (man ? 6 : 0) + noise);
    }
}
