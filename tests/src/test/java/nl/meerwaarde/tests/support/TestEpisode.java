package nl.meerwaarde.tests.support;

import java.util.function.Consumer;
import nl.meerwaarde.terminology.Canonicals;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;

/**
 * An episode that is stored on a server.
 *
 * @param patient whose it is
 * @param id the CarePlan's id
 * @param pathway last part of the pathway's address
 * @param side the joint
 */
public record TestEpisode(TestPatient patient, String id, String pathway, Side side) {
    private static final String TOTAL_KNEE_REPLACEMENT = "609588000";

    static TestEpisode start(TestPatient patient, String pathway, Side side) {
        CarePlan plan = unstored(pathway, side);
        plan.getSubject().setReference(patient.reference());
        return new TestEpisode(patient, patient.fhir().post(plan).id(), pathway, side);
    }

    /** The CarePlan alone, of no patient yet. */
    public static CarePlan unstored(String pathway, Side side) {
        CarePlan plan = new CarePlan();
        plan.addExtension(side.extension());
        plan.addInstantiatesCanonical(Canonicals.BASE + "/PlanDefinition/" + pathway);
        plan.setStatus(CarePlanStatus.ACTIVE).setIntent(CarePlanIntent.PLAN);
        return plan;
    }

    public String reference() {
        return "CarePlan/" + id;
    }

    /** Records the index operation on a day; returns the Procedure's id. */
    public String operatedOn(String day) {
        return patient.fhir().post(procedureOn(day)).id();
    }

    /** The index operation of this episode, not stored yet. */
    public Procedure procedureOn(String day) {
        Procedure procedure = unstoredOperation(day);
        procedure.getSubject().setReference(patient.reference());
        procedure.addBasedOn(new Reference(reference()));
        procedure.addExtension(side.extension());
        return procedure;
    }

    /** The Procedure alone, of no patient yet. */
    public static Procedure unstoredOperation(String day) {
        Procedure procedure = new Procedure();
        procedure.setStatus(ProcedureStatus.COMPLETED);
        procedure
                .getCode()
                .addCoding()
                .setSystem(Canonicals.ExternalCodeSystems.SNOMED_CT)
                .setCode(TOTAL_KNEE_REPLACEMENT);
        procedure.setPerformed(new DateTimeType(day));
        return procedure;
    }

    /** Reads the CarePlan, changes it and stores it again. */
    public void change(Consumer<CarePlan> change) {
        CarePlan plan = patient.fhir().get(reference()).stored(CarePlan.class);
        change.accept(plan);
        FhirAssert.assertThat(patient.fhir().put(plan)).succeeded();
    }
}
