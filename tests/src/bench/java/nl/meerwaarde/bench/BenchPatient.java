package nl.meerwaarde.bench;

import java.util.List;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** A patient with a knee replacement; all its resources have its id. */
final class BenchPatient {
    private static final String PATHWAY = "knee-replacement-primary";

    private BenchPatient() {}

    static List<Resource> resources(String id, String operatedOn) {
        Patient patient = new Patient();
        patient.setId(id);
        patient.setGender(id.hashCode() % 2 == 0 ? AdministrativeGender.FEMALE : AdministrativeGender.MALE);
        patient.setBirthDateElement(new DateType("1950-05-05"));
        Reference subject = new Reference("Patient/" + id);
        CarePlan plan = TestEpisode.unstored(PATHWAY, Side.LEFT);
        plan.setId(id);
        plan.setSubject(subject);
        Procedure operation = TestEpisode.unstoredOperation(operatedOn);
        operation.setId(id);
        operation.setSubject(subject);
        operation.addBasedOn(new Reference("CarePlan/" + id));
        operation.addExtension(Side.LEFT.extension());
        return List.of(patient, plan, operation);
    }

    /** Twelve equal answers of a day, not sent yet. */
    static QuestionnaireResponse answers(Fhir fhir, String id, String answer, String day) {
        TestPatient patient = new TestPatient(fhir, id);
        return patient.answers("oxford-knee-score")
                .all(answer)
                .on(day)
                .basedOn(new TestEpisode(patient, id, PATHWAY, Side.LEFT))
                .response();
    }
}
