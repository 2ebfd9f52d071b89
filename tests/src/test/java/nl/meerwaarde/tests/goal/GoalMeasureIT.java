package nl.meerwaarde.tests.goal;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.ig.ImplementationGuide;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is measured by what patients want for themselves. */
class GoalMeasureIT {
    private final Fhir fhir = TestServer.fhir();

    @ParameterizedTest
    @ValueSource(strings = {"gas-t-score", "goal-attainment", "goal-attainment-level"})
    void attainmentIsNotCompared(String score) throws IOException {
        Measure measure = measure();
        measure.getExtensionByUrl(Extensions.SCORE).setValue(new Coding(CodeSystems.SCORE, score, null));
        assertThat(fhir.post(measure))
                .isRefusedAlsoWith(
                        new Complaint(ProblemCode.INVALID_DEFINITION, "Measure.extension", "not compared between"));
    }

    /** One goal reached, one missed, one that can still be reached, and one that nobody confirmed. */
    @Test
    void theTeamSeesHowManyOfItsPatientsGoalsWereReached() {
        String hospital =
                "Organization/" + fhir.post(new Organization().setName("Team")).id();
        TestPatient patient = Patients.create(fhir);
        TestEpisode episode = patient.episode("breast-cancer-care", Side.LEFT);
        episode.operatedOn("2026-02-01");
        int[] levels = {1, -1, -1};
        String[] days = {"2026-05-01", "2027-01-01", "2026-05-01"};
        for (int i = 0; i < levels.length; i++) {
            TestGoal goal = TestGoal.scaled(patient);
            episode.change(plan -> plan.addGoal(new Reference(goal.reference())).setAuthor(new Reference(hospital)));
            assertThat(fhir.post(goal.rating(patient.reference(), levels[i], days[i])))
                    .isCreated();
        }
        TestGoal unanswered = TestGoal.scaled(patient);
        episode.change(plan -> plan.addGoal(new Reference(unanswered.reference())));

        Report report = new Report(fhir.get(
                "Measure/breast-cancer-goals/$evaluate-measure?periodStart=2026&periodEnd=2026&reporter=" + hospital));

        assertThat(report.count("goals-attained", "denominator")).isEqualTo(2);
        assertThat(report.count("goals-attained", "numerator")).isOne();
        assertThat(report.value("goals-attained")).isEqualByComparingTo("0.5");
    }

    private static Measure measure() throws IOException {
        try (InputStream json = ImplementationGuide.open("Measure-knee-replacement-primary-oxford.json")) {
            Measure measure = Fhir.CONTEXT.newJsonParser().parseResource(Measure.class, json);
            measure.setId((String) null);
            return measure.setUrl("https://tests.meerwaarde.example/Measure/" + UUID.randomUUID());
        }
    }
}
