package nl.meerwaarde.tests.report;

import java.util.function.Consumer;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;

/**
 * A hospital of its own, so that its reports hold a test's patients and nobody else's.
 *
 * @param id the Organization's id
 */
record Hospital(Fhir fhir, String id) {
    static Hospital create(Fhir fhir) {
        return new Hospital(
                fhir, fhir.post(new Organization().setName("Test hospital")).id());
    }

    String reference() {
        return "Organization/" + id;
    }

    TestEpisode knee(Consumer<Patient> change) {
        TestPatient patient = Patients.create(fhir, change);
        CarePlan plan = TestEpisode.unstored("knee-replacement-primary", Side.LEFT);
        plan.getSubject().setReference(patient.reference());
        plan.setAuthor(new Reference(reference()));
        return new TestEpisode(patient, fhir.post(plan).id(), "knee-replacement-primary", Side.LEFT);
    }

    /** A patient operated on 1 June 2024 who scored so much before and after; twelve equal answers make 12 × the answer. */
    TestEpisode operated(Consumer<Patient> change, String answerBefore, String answerAfter) {
        TestEpisode episode = knee(change);
        episode.operatedOn("2024-06-01");
        answer(episode, answerBefore, "2024-05-20");
        answer(episode, answerAfter, "2024-12-01");
        return episode;
    }

    void answer(TestEpisode episode, String answer, String day) {
        episode.patient()
                .answers("oxford-knee-score")
                .all(answer)
                .on(day)
                .basedOn(episode)
                .submit()
                .id();
    }

    /** The report of this hospital over 2024. */
    Report report() {
        return report("");
    }

    Report report(String moreParameters) {
        return new Report(fhir.get(
                "Measure/knee-replacement-primary-oxford/$evaluate-measure?periodStart=2024-01-01&periodEnd=2024-12-31&reporter="
                        + reference() + moreParameters));
    }

    static String measureUrl() {
        return Canonicals.BASE + "/Measure/knee-replacement-primary-oxford";
    }
}
