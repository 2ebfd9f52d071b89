package nl.meerwaarde.server.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** A patient with everything recorded about them, as resources. */
final class PatientResources {
    private static final String CLINICAL_STATUS = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private static final String VERIFICATION_STATUS = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    private static final Coding TEST_DATA =
            new Coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", "HTEST", "test health data");

    private final SyntheticPatient patient;
    private final LocalDate intake;
    private final Transaction transaction = new Transaction();

    private PatientResources(SyntheticPatient patient) {
        this.patient = patient;
        this.intake = patient.episodes().get(0).index().minusDays(28);
    }

    /** @param reference the day on which episodes count as running or over */
    static Bundle bundle(SyntheticPatient patient, LocalDate reference) {
        PatientResources resources = new PatientResources(patient);
        resources.transaction.put(resources.person());
        patient.comorbidities().forEach(comorbidity -> resources.transaction.put(resources.condition(comorbidity)));
        resources.transaction.put(resources.bodyMassIndex());
        patient.episodes()
                .forEach(episode -> new EpisodeResources(patient, episode, reference, resources.transaction).put());
        return resources.transaction.bundle();
    }

    private Patient person() {
        Patient person = new Patient().setActive(true);
        person.setId(patient.id());
        person.getMeta().addSecurity(TEST_DATA);
        person.addName().setFamily("Proefpersoon " + patient.number()).addGiven(patient.female() ? "Vera" : "Victor");
        person.setGender(patient.female() ? AdministrativeGender.FEMALE : AdministrativeGender.MALE);
        person.setBirthDateElement(new DateType(patient.birth().toString()));
        if (patient.death() != null) {
            person.setDeceased(new DateTimeType(patient.death().toString()));
        }
        person.addCommunication()
                .setPreferred(true)
                .setLanguage(new CodeableConcept(new Coding()
                        .setSystem("urn:ietf:bcp:47")
                        .setCode(patient.answering().language())));
        person.setManagingOrganization(new Reference(HospitalResources.reference(patient.hospital())));
        return person;
    }

    private Condition condition(Comorbidity comorbidity) {
        Condition condition = new Condition();
        condition.setId(patient.id() + "-" + comorbidity.idPart());
        condition.setClinicalStatus(status(CLINICAL_STATUS, "active"));
        condition.setVerificationStatus(status(VERIFICATION_STATUS, "confirmed"));
        condition.setCode(comorbidity.concept());
        condition.setSubject(new Reference(patient.reference()));
        condition.setRecordedDateElement(new DateTimeType(intake.toString()));
        return condition;
    }

    private static CodeableConcept status(String system, String code) {
        return new CodeableConcept(new Coding().setSystem(system).setCode(code));
    }

    private Observation bodyMassIndex() {
        Observation observation = new Observation().setStatus(Observation.ObservationStatus.FINAL);
        observation.setId(patient.id() + "-bmi");
        observation.addCategory(status(Canonicals.ExternalCodeSystems.OBSERVATION_CATEGORY, "vital-signs"));
        observation.setCode(new CodeableConcept(
                new Coding(Canonicals.ExternalCodeSystems.LOINC, "39156-5", "Body mass index (BMI) [Ratio]")));
        observation.setSubject(new Reference(patient.reference()));
        observation.setEffective(new DateTimeType(intake.toString()));
        observation.addPerformer(new Reference(HospitalResources.reference(patient.hospital())));
        observation.setValue(new Quantity()
                .setValue(BigDecimal.valueOf(patient.bodyMassIndex()).setScale(1, RoundingMode.HALF_UP))
                .setUnit("kg/m2")
                .setSystem(Canonicals.ExternalCodeSystems.UCUM)
                .setCode("kg/m2"));
        return observation;
    }
}
