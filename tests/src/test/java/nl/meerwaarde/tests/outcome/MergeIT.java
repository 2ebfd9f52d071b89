package nl.meerwaarde.tests.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meerwaarde.tests.support.Facts;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.Side;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Patient.LinkType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two records of one person: the one that was replaced lends everything to the one that stays, until somebody takes it back. */
class MergeIT {
    private static final String KNEE = "oxford-knee-score";

    private final Fhir fhir = TestServer.fhir();
    private final Facts facts = new Facts(TestServer.jdbc());
    private final TestPatient staying = Patients.create(fhir);
    private final TestPatient replaced = Patients.create(fhir);
    private final TestEpisode episode = staying.episode("knee-replacement-primary", Side.LEFT);

    @BeforeEach
    void operate() {
        episode.operatedOn("2026-03-01");
        replaced.answers(KNEE).all("2").on("2026-02-20").submit().id();
    }

    @Test
    void aMergeBringsTheAnswersTogether() {
        assertThat(baseline()).isEmpty();
        merge(replaced, staying);
        assertThat(baseline()).containsExactly("24");
    }

    @Test
    void undoingTheMergeTakesThemApartAgain() {
        merge(replaced, staying);
        replaced.change(patient -> patient.getLink().clear());
        assertThat(baseline()).isEmpty();
    }

    @Test
    void answersThatComeAfterTheMergeCountToo() {
        merge(replaced, staying);
        replaced.answers(KNEE).all("3").on("2026-02-25").submit().id();
        assertThat(baseline()).containsExactly("24", "36");
        assertThat(facts.counting(episode.id(), "baseline", KNEE)).contains("36");
    }

    @Test
    void theEpisodeOfTheReplacedMovesToWhoStays() {
        TestEpisode second = replaced.episode("knee-replacement-primary", Side.RIGHT);
        merge(replaced, staying);
        assertThat(owner(second)).isEqualTo(staying.id());
        replaced.change(patient -> patient.getLink().clear());
        assertThat(owner(second)).isEqualTo(replaced.id());
    }

    /** The same with ids in the other order: nobody's facts may stand in the way of another's. */
    @Test
    void theEpisodeOfALaterPatientMovesToAnEarlierOne() {
        TestPatient later = Patients.create(fhir);
        TestEpisode laters = later.episode("knee-replacement-primary", Side.RIGHT);
        merge(later, staying);
        assertThat(owner(laters)).isEqualTo(staying.id());
        later.change(patient -> patient.getLink().clear());
        assertThat(owner(laters)).isEqualTo(later.id());
    }

    @Test
    void aMergeMayBeMergedOn() {
        TestPatient last = Patients.create(fhir);
        merge(replaced, staying);
        merge(staying, last);
        assertThat(owner(episode)).isEqualTo(last.id());
        assertThat(baseline()).containsExactly("24");
        staying.change(patient -> patient.getLink().clear());
        assertThat(owner(episode)).isEqualTo(staying.id());
        assertThat(baseline()).containsExactly("24");
    }

    /** Somebody's mistake must not make the facts of either disappear. */
    @Test
    void patientsThatReplaceEachOtherStayThemselves() {
        merge(replaced, staying);
        merge(staying, replaced);
        assertThat(owner(episode)).isEqualTo(staying.id());
        assertThat(baseline()).isEmpty();
        staying.change(patient -> patient.getLink().clear());
        assertThat(baseline()).containsExactly("24");
    }

    private void merge(TestPatient from, TestPatient into) {
        from.change(
                patient -> patient.addLink().setType(LinkType.REPLACEDBY).setOther(new Reference(into.reference())));
    }

    private List<String> baseline() {
        return facts.all(episode.id(), "baseline", KNEE);
    }

    private Object owner(TestEpisode whose) {
        return facts.episode(whose.id()).orElseThrow().get("patient_id");
    }
}
