package nl.meerwaarde.tests.cql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which answers belong to a moment of an episode, said in CQL; the same cases hold of facts. */
class AnswersOfAMomentTest {
    private final KneeRecord record = new KneeRecord();

    @Test
    void anAnswerAboutAJointServesOnlyTheEpisodeThatItNames() {
        record.operated("first", "2023-04-28").operated("second", "2024-06-01");
        // A year after the first operation is also the month before the second.
        record.scored(record.function("a", "first", "month-12", "2024-05-20"), 40);
        record.scored(record.function("b", "second", "month-12", "2025-06-01"), 80);

        assertThat(counted("Returned")).isEqualTo(2);
        assertThat(counted("Paired")).isZero();
    }

    @Test
    void anAnswerAboutAJointThatNamesNoEpisodeServesAllOfItsDay() {
        record.operated("first", "2023-04-28").operated("second", "2024-06-01");
        record.function("b", "second", "month-12", "2025-06-01");
        record.answered("koos-ps", "a", "2024-05-20");

        assertThat(counted("Invited")).isEqualTo(2);
    }

    @Test
    void anAnswerToAnythingThatTheMomentAsksIsProofOfAnInvitation() {
        record.operated("e", "2024-06-01").answered("prem-msz", "a", "2025-06-01");

        assertThat(counted("Invited")).isEqualTo(1);
        assertThat(counted("Returned")).isZero();
    }

    @Test
    void anAnswerToAnythingElseIsNot() {
        record.operated("e", "2024-06-01").answered("phq-9", "a", "2025-06-01");

        assertThat(counted("Invited")).isZero();
    }

    @Test
    void anAnswerOutsideTheWindowIsNot() {
        record.operated("e", "2024-06-01").answered("prem-msz", "a", "2025-12-01");

        assertThat(counted("Invited")).isZero();
    }

    private int counted(String criterion) {
        return record.engine().counts(KneeRecord.measure(), 2023, 2024).getGroup().stream()
                .filter(group -> criterion.equals(group.getId()))
                .findFirst()
                .orElseThrow()
                .getPopulationFirstRep()
                .getCount();
    }
}
