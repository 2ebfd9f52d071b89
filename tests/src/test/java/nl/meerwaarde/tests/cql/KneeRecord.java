package nl.meerwaarde.tests.cql;

import java.util.List;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** One patient with an arthrosis of the left knee, and the measure of the knee's function in CQL. */
final class KneeRecord {
    private final Bundle resources = new Bundle();
    private @Nullable CqlEngine engine;

    KneeRecord() {
        add((Patient) Patients.unstored().setId("p"));
    }

    /** An episode of the left knee. */
    KneeRecord operated(String episode, String day) {
        CarePlan plan = TestEpisode.unstored("knee-osteoarthritis-care", Side.LEFT);
        plan.setSubject(new Reference("Patient/p")).setId(episode);
        Procedure operation = TestEpisode.unstoredOperation(day);
        operation.setSubject(new Reference("Patient/p")).setId("operation-" + episode);
        operation.addBasedOn(new Reference("CarePlan/" + episode));
        return add(plan).add(operation);
    }

    /** Answers to the KOOS-PS of the left knee that name their episode and moment. */
    QuestionnaireResponse function(String id, String episode, String moment, String authored) {
        QuestionnaireResponse response = answered("koos-ps", id, authored);
        response.addExtension(Side.LEFT.extension());
        response.addBasedOn(new Reference("CarePlan/" + episode));
        response.addExtension(Extensions.MEASUREMENT_MOMENT, new Coding(CodeSystems.MEASUREMENT_MOMENT, moment, null));
        return response;
    }

    /** Answers that are found by their day. */
    QuestionnaireResponse answered(String questionnaire, String id, String authored) {
        QuestionnaireResponse response = new QuestionnaireResponse();
        response.setStatus(QuestionnaireResponseStatus.COMPLETED)
                .setQuestionnaire(Canonicals.BASE + "/Questionnaire/" + questionnaire + "|1.0.0")
                .setSubject(new Reference("Patient/p"))
                .setAuthoredElement(new DateTimeType(authored))
                .setId(id);
        add(response);
        return response;
    }

    /** The score of answers to the KOOS-PS. */
    Observation scored(QuestionnaireResponse response, int value) {
        Observation score = new Observation();
        score.setStatus(Observation.ObservationStatus.FINAL)
                .setCode(new CodeableConcept(new Coding(CodeSystems.SCORE, "koos-ps-function", null)))
                .setSubject(new Reference("Patient/p"))
                .setEffective(response.getAuthoredElement().copy())
                .setValue(new Quantity(value))
                .addDerivedFrom(new Reference("QuestionnaireResponse/" + response.getIdPart()))
                .setId("score-" + response.getIdPart());
        add(score);
        return score;
    }

    private KneeRecord add(Resource resource) {
        resources.addEntry().setResource(resource);
        return this;
    }

    /** The engine, knowing this patient as it is when first asked, and what is shipped in CQL. */
    CqlEngine engine() {
        if (engine == null) {
            CqlAgreementIT.shipped(Library.class).forEach(this::add);
            engine = new CqlEngine(CqlEngine.together(List.of(resources)));
        }
        return engine;
    }

    static Measure measure() {
        return CqlAgreementIT.shipped(Measure.class)
                .filter(shipped -> shipped.getIdPart().equals("knee-osteoarthritis-function"))
                .findFirst()
                .orElseThrow();
    }
}
