package nl.meerwaarde.tests.story;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestPlan;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Joris, 41, has Crohn's disease and has been well for years. He and others like him take their medicine half as often as the guideline says. After a year the team
 * looks whether that costs them anything.
 */
@Story
class BowelStoryIT {
    private static final String CONTROL = "ibd-control";
    private static final String LESS = CodeSystems.GUIDELINE_DEVIATION + "|less-treatment";
    private static final String MEDICATION = CodeSystems.DECISION_POINT + "|medication";

    private final Fhir fhir = TestServer.fhir();
    private final Case joris = Case.of(fhir, "joris");
    private final Case noor = Case.of(fhir, "noor");
    private final Case omar = Case.of(fhir, "omar");
    /** Has colitis, and takes the medicine as before. */
    private final Case tess = Case.of(fhir, "tess");

    @BeforeAll
    void theTeam() {
        OutcomeSets.switchOn(fhir, "inflammatory-bowel-disease");
        joris.casebook()
                .store(
                        "Organization/story-hospital",
                        "Practitioner/joris-gastroenterologist",
                        "Practitioner/joris-nurse-specialist",
                        "Measure/joris-measure");
    }

    @AfterAll
    void theHospitalCloses() {
        OutcomeSets.switchOff(fhir, "inflammatory-bowel-disease");
    }

    /** January 2024. Who has Crohn's disease is asked about that, who has colitis about colitis. */
    @Test
    @Order(1)
    void everybodyIsAskedAboutTheirOwnDisease() {
        Stream.of(joris, noor, omar).forEach(it -> it.begin("34000006"));
        tess.begin("64766004");

        assertThat(joris.chart().waiting("baseline"))
                .contains(CONTROL, "pro2-crohn")
                .doesNotContain("pro2-colitis");
        assertThat(tess.chart().waiting("baseline"))
                .contains(CONTROL, "pro2-colitis")
                .doesNotContain("pro2-crohn");
    }

    /** February 2024. A dose is part of an option; half of it is another option, off the guideline and with the reason. */
    @Test
    @Order(2)
    void threeOfFourChooseLess() {
        Stream.of(joris, noor, omar)
                .forEach(it -> assertThat(it.casebook().send("CarePlan/joris-decision"))
                        .isCreated());
        assertThat(fhir.put(choosingTheUsual(tess.casebook().read("CarePlan/joris-decision", CarePlan.class))))
                .isCreated();
        Stream.of(joris, noor, omar, tess)
                .forEach(it -> assertThat(it.casebook().send("Procedure/joris-new-dose"))
                        .isCreated());

        assertThat(lessMedicine()).containsExactlyInAnyOrder("Patient/joris", "Patient/noor", "Patient/omar");
        assertThat(joris.chart().askedAbout("CarePlan/joris-decision")).containsExactly("collaborate until 2024-02-19");
    }

    /** February 2025. Eight answers of 0 to 2 are added up; 16 is best. */
    @Test
    @Order(3)
    void afterAYearTheTeamLooksWhatItCosts() {
        joris.answered(14, 16);
        noor.answered(16, 16);
        omar.answered(12, 14);
        tess.answered(14, 10);

        Report report = new Report(fhir.get("Measure/joris-measure/$evaluate-measure?periodStart=2024&periodEnd=2024"
                + "&reporter=Organization/story-hospital&reportType=subject-list"));

        assertThat(report.value("mean-before")).isEqualByComparingTo("14");
        assertThat(report.value("mean-after")).isEqualByComparingTo("14");
        assertThat(report.value("mean-gain")).isEqualByComparingTo("0");
        assertThat(report.count("worsened", "numerator")).isOne();
        assertThat(patients(report, "improved-any")).containsExactlyInAnyOrder("Patient/joris", "Patient/omar");
        assertThat(patients(report, "worsened"))
                .containsExactly("Patient/tess")
                .doesNotContainAnyElementsOf(lessMedicine());
    }

    /** Who in this hospital takes less medicine than the guideline says. */
    private List<String> lessMedicine() {
        return joris.chart()
                .found(
                        CarePlan.class,
                        Map.of(
                                "clinician-group",
                                "Organization/story-hospital",
                                "decision-point",
                                MEDICATION,
                                "wanted-variation",
                                LESS))
                .map(decision -> decision.getSubject().getReference())
                .toList();
    }

    private static List<String> patients(Report report, String statistic) {
        String list = report.group(statistic).getPopulation().stream()
                .filter(population ->
                        population.getCode().getCodingFirstRep().getCode().equals("numerator"))
                .findFirst()
                .orElseThrow()
                .getSubjectResults()
                .getReference();
        return report.resource().getContained().stream()
                .map(ListResource.class::cast)
                .filter(contained -> ("#" + contained.getIdElement().getIdPart().replace("#", "")).equals(list))
                .flatMap(contained -> contained.getEntry().stream())
                .map(entry -> entry.getItem().getReference())
                .toList();
    }

    private static CarePlan choosingTheUsual(CarePlan decision) {
        CodeableConcept usual = decision.getActivity().get(0).getDetail().getCode();
        decision.getActivity().get(0).getDetail().setStatus(CarePlanActivityStatus.INPROGRESS);
        decision.getActivity().get(1).getDetail().setStatus(CarePlanActivityStatus.CANCELLED);
        decision.getExtension().stream()
                .filter(extension -> extension.getUrl().endsWith("/decision-choice"))
                .forEach(extension -> extension.setValue(usual.copy()));
        return decision;
    }

    /**
     * Somebody like Joris: the same resources under another name.
     *
     * @param casebook the guide's resources, with what is the patient's own renamed
     * @param chart the patient's record
     */
    private record Case(Casebook casebook, Chart chart, TestPatient patient) {
        static Case of(Fhir fhir, String name) {
            Casebook casebook = new Casebook(fhir);
            Stream.of(
                            "Patient/joris",
                            "Condition/joris-crohn",
                            "CareTeam/joris-team",
                            "CarePlan/joris-decision",
                            "Procedure/joris-new-dose")
                    .forEach(reference -> casebook.isCalled(reference, reference.replace("joris", name)));
            return new Case(casebook, new Chart(fhir, "Patient/" + name), new TestPatient(fhir, name));
        }

        TestPlan begin(String diagnosis) {
            casebook.store("Patient/joris", "CareTeam/joris-team");
            Condition condition = casebook.read("Condition/joris-crohn", Condition.class);
            condition.getCode().getCodingFirstRep().setCode(diagnosis).setDisplay(null);
            assertThat(patient.fhir().put(condition)).isCreated();
            return casebook.begin("CarePlan/joris-episode", "inflammatory-bowel-disease-care", Map.of());
        }

        void answered(int before, int after) {
            answer(before, "2024-02-12");
            answer(after, "2025-02-17");
        }

        /** As many questions answered best as make the sum, the rest half or worst. */
        private void answer(int sum, String day) {
            Answers answers = patient.answers(CONTROL).on(day);
            int left = sum;
            for (String question : List.of("1a", "1b", "3a", "3b", "3c", "3d", "3e", "3f")) {
                int points = Math.min(2, left);
                answers.answer("ibd-control-" + question, String.valueOf(points));
                left -= points;
            }
            assertThat(answers.change(response ->
                                    response.addBasedOn(new Reference(casebook.reference("CarePlan/joris-episode"))))
                            .submit())
                    .isCreated();
        }
    }
}
