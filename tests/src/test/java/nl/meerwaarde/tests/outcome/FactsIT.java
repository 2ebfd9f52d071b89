package nl.meerwaarde.tests.outcome;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Answers;
import nl.meerwaarde.tests.support.Facts;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.Test;

/** A knee replacement on 1 March 2026: baseline up to 182 days before, month 6 from 122 to 305 days after. */
class FactsIT {
    private static final String KNEE = "oxford-knee-score";
    private static final String PATHWAY = "knee-replacement-primary";
    private static final String OPERATION = "2026-03-01";

    private final Fhir fhir = TestServer.fhir();
    private final Facts facts = new Facts(TestServer.jdbc());
    private final TestPatient patient = Patients.create(fhir);
    private final TestEpisode episode = patient.episode(PATHWAY, Side.LEFT);

    @Test
    void anOperationRecordedAfterTheAnswersMakesThemABaseline() {
        answered("2026-02-20", "2");
        assertThat(baseline()).isEmpty();
        episode.operatedOn(OPERATION);
        assertThat(baseline()).containsExactly("24");
    }

    @Test
    void aBaselineThatComesLateStillCounts() {
        episode.operatedOn(OPERATION);
        answered("2026-01-10", "1");
        assertThat(counting("baseline")).isEqualTo("12");
        answered("2026-02-20", "2");
        assertThat(counting("baseline")).isEqualTo("24");
        assertThat(baseline()).containsExactly("12", "24");
        answered("2026-02-01", "3");
        assertThat(counting("baseline")).isEqualTo("24");
    }

    @Test
    void answersAfterTheOperationAreNeverABaseline() {
        episode.operatedOn(OPERATION);
        answered("2026-03-02", "2");
        assertThat(baseline()).isEmpty();
        answered("2025-08-30", "2");
        assertThat(baseline()).isEmpty();
        answered("2025-08-31", "1");
        assertThat(baseline()).containsExactly("12");
    }

    @Test
    void atFollowUpTheNearestToTheTargetCounts() {
        episode.operatedOn(OPERATION);
        answered("2026-07-15", "1");
        answered("2026-09-01", "3");
        answered("2026-12-01", "2");
        assertThat(counting("month-6")).isEqualTo("36");
        assertThat(facts.all(episode.id(), "month-6", KNEE)).containsExactly("12", "24", "36");
    }

    @Test
    void aCorrectedDateOfTheOperationMovesEveryWindow() {
        String operation = episode.operatedOn(OPERATION);
        answered("2026-02-20", "2");
        changeProcedure(operation, "2026-02-01");
        assertThat(baseline()).isEmpty();
        assertThat(row("index_from")).isEqualTo(Date.valueOf("2026-02-01"));
        changeProcedure(operation, "2026-02-21");
        assertThat(counting("baseline")).isEqualTo("24");
    }

    @Test
    void anOperationThatWasAMistakeLeavesNoIndex() {
        String operation = episode.operatedOn(OPERATION);
        answered("2026-02-20", "2");
        Procedure mistaken = fhir.get("Procedure/" + operation).stored(Procedure.class);
        fhir.put(mistaken.setStatus(ProcedureStatus.ENTEREDINERROR));
        assertThat(row("index_from")).isNull();
        assertThat(baseline()).isEmpty();
    }

    @Test
    void anAgeIsFixedAtTheOperation() {
        episode.operatedOn(OPERATION);
        assertThat(row("age")).isEqualTo(76);
        assertThat(row("age_band")).isEqualTo("70-79");
        patient.change(p -> p.getBirthDateElement().setValueAsString("1950-03-02"));
        assertThat(row("age")).isEqualTo(75);
        patient.change(p -> p.getBirthDateElement().setValueAsString("1950"));
        assertThat(row("age")).isNull();
        assertThat(row("age_band")).isEqualTo("70-79");
    }

    @Test
    void deathEndsTheMomentsWhoseWindowsWereStillOpen() {
        episode.operatedOn(OPERATION);
        patient.change(p -> p.setDeceased(new DateTimeType("2027-01-10")));
        assertThat(facts.event(episode.id(), "death")).contains(LocalDate.of(2027, 1, 10));
        assertThat(row("ended_by")).isEqualTo("death");
        assertThat(facts.counted(episode.id(), "month-6")).isTrue();
        assertThat(facts.counted(episode.id(), "month-12")).isFalse();
        patient.change(p -> p.setDeceased(null));
        assertThat(row("ended_by")).isNull();
        assertThat(facts.counted(episode.id(), "month-12")).isTrue();
    }

    @Test
    void aRevisionOfTheSameKneeEndsFollowUp() {
        episode.operatedOn(OPERATION);
        patient.episode("knee-replacement-revision", Side.RIGHT).operatedOn("2026-06-01");
        assertThat(facts.event(episode.id(), "revision")).isEmpty();
        patient.episode("knee-replacement-revision", Side.LEFT).operatedOn("2026-06-01");
        assertThat(facts.event(episode.id(), "revision")).contains(LocalDate.of(2026, 6, 1));
        assertThat(facts.counted(episode.id(), "month-6")).isFalse();
    }

    @Test
    void twoKneesAreTwoEpisodes() {
        TestEpisode right = patient.episode(PATHWAY, Side.RIGHT);
        episode.operatedOn(OPERATION);
        right.operatedOn("2026-03-08");
        answered("2026-02-20", "1");
        answers("2026-02-21", "3").side(Side.RIGHT).submit().id();
        patient.answers("eq-5d-5l")
                .all("1")
                .answer("vas", 80)
                .on("2026-02-22")
                .submit()
                .id();
        assertThat(baseline()).containsExactly("12");
        assertThat(facts.all(right.id(), "baseline", KNEE)).containsExactly("36");
        assertThat(facts.all(episode.id(), "baseline", "eq-vas")).containsExactly("80");
        assertThat(facts.all(right.id(), "baseline", "eq-vas")).containsExactly("80");
    }

    @Test
    void thePatientsOwnAnswerGoesBeforeAProxys() {
        episode.operatedOn(OPERATION);
        answered("2026-02-01", "1");
        answers("2026-02-20", "3")
                .saying(Extensions.RESPONDENT, CodeSystems.RESPONDENT, "proxy")
                .submit()
                .id();
        assertThat(counting("baseline")).isEqualTo("12");
    }

    @Test
    void factsFollowWhatBecomesOfAResponse() {
        episode.operatedOn(OPERATION);
        Answers answers = answers("2026-02-20", "2");
        String id = answers.submit().id();
        answers.all("3").status(QuestionnaireResponseStatus.AMENDED).submitAs(id);
        assertThat(baseline()).containsExactly("36");
        answers.status(QuestionnaireResponseStatus.ENTEREDINERROR).submitAs(id);
        assertThat(baseline()).isEmpty();
        answers.status(QuestionnaireResponseStatus.AMENDED).submitAs(id);
        assertThat(baseline()).containsExactly("36");
        fhir.delete("QuestionnaireResponse/" + id);
        assertThat(baseline()).isEmpty();
    }

    @Test
    void aResponseThatMovesToAnotherPatientLeavesTheFirst() {
        episode.operatedOn(OPERATION);
        TestPatient other = Patients.create(fhir);
        TestEpisode others = other.episode(PATHWAY, Side.LEFT);
        others.operatedOn(OPERATION);
        Answers answers = answers("2026-02-20", "2");
        String id = answers.submit().id();
        assertThat(answers.of(other).submitAs(id)).hasStatus(200);
        assertThat(baseline()).isEmpty();
        assertThat(facts.all(others.id(), "baseline", KNEE)).containsExactly("24");
    }

    @Test
    void anEpisodeThatMovesToAnotherPatientLeavesTheFirst() {
        TestPatient other = Patients.create(fhir);
        moveEpisode(other);
        moveEpisode(patient);
    }

    private void moveEpisode(TestPatient to) {
        episode.change(plan -> plan.getSubject().setReference(to.reference()));
        assertThat(row("patient_id")).isEqualTo(to.id());
    }

    @Test
    void anEpisodeThatWasAMistakeHasNoFacts() {
        episode.operatedOn(OPERATION);
        answered("2026-02-20", "2");
        assertThat(facts.rows(episode.id())).isPositive();
        episode.change(plan -> plan.setStatus(CarePlanStatus.ENTEREDINERROR));
        assertThat(facts.rows(episode.id())).isZero();
        episode.change(plan -> plan.setStatus(CarePlanStatus.ACTIVE));
        assertThat(baseline()).containsExactly("24");
    }

    @Test
    void aDeletedEpisodeHasNoFacts() {
        answered("2026-02-20", "2");
        assertThat(facts.rows(episode.id())).isPositive();
        assertThat(fhir.delete(episode.reference())).succeeded();
        assertThat(facts.rows(episode.id())).isZero();
    }

    /** A response may name its moment itself; then no date has to be known. */
    @Test
    void aNamedMomentNeedsNoDates() {
        episode.operatedOn("2026");
        answers("2026", "2")
                .basedOn(episode)
                .saying(Extensions.MEASUREMENT_MOMENT, CodeSystems.MEASUREMENT_MOMENT, "month-6")
                .submit()
                .id();
        assertThat(counting("month-6")).isEqualTo("24");
        assertThat(facts.invited(episode.id(), "month-6")).isTrue();
        assertThat(facts.invited(episode.id(), "month-12")).isFalse();
    }

    @Test
    void whatAModelExpectsStandsBesideTheScore() {
        fhir.post(Expectations.of(episode, "nhs-proms-knee-primary", "month-6", KNEE, "34.8"))
                .id();
        assertThat(TestServer.jdbc()
                        .queryForList(
                                "select expected from mw_expectation where episode_id = ?",
                                BigDecimal.class,
                                episode.id()))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("34.8"));
    }

    private void answered(String day, String answer) {
        answers(day, answer).submit().id();
    }

    private Answers answers(String day, String answer) {
        return patient.answers(KNEE).all(answer).on(day);
    }

    private void changeProcedure(String id, String day) {
        Procedure procedure = fhir.get("Procedure/" + id).stored(Procedure.class);
        assertThat(fhir.put(procedure.setPerformed(new DateTimeType(day)))).hasStatus(200);
    }

    private List<String> baseline() {
        return facts.all(episode.id(), "baseline", KNEE);
    }

    private String counting(String moment) {
        return facts.counting(episode.id(), moment, KNEE).orElse("nothing");
    }

    private Object row(String column) {
        return facts.episode(episode.id()).orElseThrow().get(column);
    }
}
