package nl.meerwaarde.server.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;

/** An episode as resources: the episode itself, its operation, what was expected of it, and what was asked and answered. */
final class EpisodeResources {
    /** The last window of the shipped pathways closes so many days after the operation. */
    private static final int LAST_WINDOW = 548;

    private static final String VERSION = "|1.0.0";

    private final SyntheticPatient patient;
    private final SyntheticEpisode episode;
    private final LocalDate reference;
    private final Transaction transaction;
    private final String id;

    EpisodeResources(SyntheticPatient patient, SyntheticEpisode episode, LocalDate reference, Transaction transaction) {
        this.patient = patient;
        this.episode = episode;
        this.reference = reference;
        this.transaction = transaction;
        this.id = patient.episodeId(episode.number());
    }

    void put() {
        transaction.put(carePlan());
        transaction.put(indexProcedure());
        if (episode.readmitted() != null) {
            transaction.put(readmission(episode.readmitted()));
        }
        scoreBefore().ifPresent(score -> transaction.put(expectation(score)));
        episode.sittings().forEach(this::put);
    }

    private void put(Sitting sitting) {
        String oxford = episode.caseMix().joint().instrument();
        List<String> here = List.of(carePlanReference(episode.number()));
        new SittingResources(patient, sitting.attendance(), id, here, transaction)
                .put(oxford, ResponseItems.oxford(episode.caseMix().joint(), sitting.oxford()), episode.side());
        if (episode.asksAboutHealth()) {
            List<String> both = new ArrayList<>(here);
            if (episode.twin() != null) {
                both.add(carePlanReference(episode.twin()));
            }
            new SittingResources(patient, sitting.attendance(), id, both, transaction)
                    .put("eq-5d-5l", ResponseItems.euroQol(sitting.euroQol()), null);
        }
    }

    private String carePlanReference(int number) {
        return "CarePlan/" + patient.episodeId(number);
    }

    private CarePlan carePlan() {
        CarePlan plan = new CarePlan().setStatus(status()).setIntent(CarePlanIntent.PLAN);
        plan.setId(id);
        plan.getMeta().addProfile(Canonicals.Profiles.EPISODE);
        plan.addExtension(Canonicals.Extensions.LATERALITY, episode.side().coding());
        plan.addInstantiatesCanonical(Canonicals.BASE + "/PlanDefinition/"
                + episode.caseMix().joint().pathway(episode.caseMix().revision()) + VERSION);
        plan.setSubject(new Reference(patient.reference()));
        plan.setAuthor(hospital());
        return plan;
    }

    private CarePlanStatus status() {
        if (episode.end() != null) {
            return episode.end().equals(patient.death()) ? CarePlanStatus.REVOKED : CarePlanStatus.COMPLETED;
        }
        return episode.index().plusDays(LAST_WINDOW).isBefore(reference)
                ? CarePlanStatus.COMPLETED
                : CarePlanStatus.ACTIVE;
    }

    private Reference hospital() {
        return new Reference(HospitalResources.reference(patient.hospital()));
    }

    private Procedure indexProcedure() {
        Procedure procedure = new Procedure().setStatus(ProcedureStatus.COMPLETED);
        procedure.setId(id + "-operation");
        procedure.getMeta().addProfile(Canonicals.Profiles.INDEX_PROCEDURE);
        procedure.addExtension(Canonicals.Extensions.LATERALITY, episode.side().coding());
        procedure.addBasedOn(new Reference(carePlanReference(episode.number())));
        procedure.setCode(episode.caseMix().joint().procedure(episode.caseMix().revision()));
        procedure.setSubject(new Reference(patient.reference()));
        procedure.setPerformed(new DateTimeType(episode.index().toString()));
        procedure.addPerformer().setActor(hospital());
        return procedure;
    }

    private Encounter readmission(LocalDate day) {
        Encounter encounter = new Encounter().setStatus(Encounter.EncounterStatus.FINISHED);
        encounter.setId(id + "-readmission");
        encounter.setClass_(
                new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "IMP", "inpatient encounter"));
        encounter.setSubject(new Reference(patient.reference()));
        encounter.getPeriod().setStartElement(new DateTimeType(day.toString()));
        encounter.setServiceProvider(hospital());
        return encounter;
    }

    private OptionalDouble scoreBefore() {
        return episode.sittings().stream()
                .filter(sitting -> sitting.attendance().moment() == Moment.BASELINE)
                .map(Sitting::oxford)
                .filter(Objects::nonNull)
                .map(OxfordAnswers::score)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }

    private RiskAssessment expectation(double scoreBefore) {
        RiskAssessment assessment = new RiskAssessment().setStatus(RiskAssessmentStatus.FINAL);
        assessment.setId(id + "-expected");
        assessment.getMeta().addProfile(Canonicals.Profiles.EXPECTED_OUTCOME);
        assessment.setSubject(new Reference(patient.reference()));
        assessment.setBasedOn(new Reference(carePlanReference(episode.number())));
        assessment.setMethod(new CodeableConcept(DemoCaseMix.model()));
        assessment.setOccurrence(new DateTimeType(episode.index().toString()));
        for (Moment moment : List.of(Moment.MONTH_6, Moment.MONTH_12)) {
            var prediction = assessment.addPrediction();
            prediction.setOutcome(new CodeableConcept(new Coding()
                    .setSystem(Canonicals.CodeSystems.SCORE)
                    .setCode(episode.caseMix().joint().instrument())));
            prediction.addExtension(Canonicals.Extensions.MEASUREMENT_MOMENT, moment.coding());
            prediction.addExtension(
                    Canonicals.Extensions.EXPECTED_VALUE,
                    new DecimalType(episode.caseMix().expected(scoreBefore)));
        }
        return assessment;
    }
}
