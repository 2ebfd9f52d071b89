package nl.meerwaarde.tests.campaign;

import java.util.UUID;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;

/**
 * A pathway that a hospital brings, with a Measure over it: as the shipped ones, under addresses that nobody else has.
 *
 * @param definition the pathway, not stored yet
 */
record OwnPathway(PlanDefinition definition) {
    private static final String OWN = "https://hospital.example.org/";

    static OwnPathway unstored(Fhir fhir) {
        PlanDefinition definition =
                fhir.get("PlanDefinition/" + KneeAnswers.PATHWAY).stored(PlanDefinition.class);
        definition.setId((String) null);
        definition.setMeta(null);
        definition.setUrl(OWN + "PlanDefinition/" + UUID.randomUUID());
        return new OwnPathway(definition);
    }

    Measure measure(Fhir fhir) {
        Measure measure = fhir.get("Measure/knee-replacement-primary-oxford").stored(Measure.class);
        measure.setId((String) null);
        measure.setMeta(null);
        measure.setUrl(OWN + "Measure/" + UUID.randomUUID());
        measure.getExtensionByUrl(Extensions.PATHWAY).setValue(new CanonicalType(definition.getUrl()));
        return measure;
    }

    /** An episode that follows the pathway, stored or not. */
    TestEpisode start(TestPatient patient) {
        CarePlan plan = TestEpisode.unstored(KneeAnswers.PATHWAY, Side.LEFT);
        plan.getInstantiatesCanonical().get(0).setValue(definition.getUrl());
        plan.setSubject(new Reference(patient.reference()));
        return new TestEpisode(patient, patient.fhir().post(plan).id(), KneeAnswers.PATHWAY, Side.LEFT);
    }
}
