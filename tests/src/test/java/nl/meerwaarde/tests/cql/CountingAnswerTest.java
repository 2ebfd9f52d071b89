package nl.meerwaarde.tests.cql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import nl.meerwaarde.terminology.Canonicals.CodeSystems;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;

/** Which of several answers at one moment counts, said in CQL: one patient, operated on 1 June 2024. */
class CountingAnswerTest {
    private static final String INDEX = "2024-06-01";
    private static final String TARGET = "2025-06-01";

    /**
     * An answer; the order of their ids is the opposite of the order in which they are given.
     *
     * @param moment that it names
     * @param authored day, or day and time
     * @param value of the score
     */
    private record Answered(String moment, String authored, int value, boolean proxy) {}

    @Test
    void theLastAnswerCountsAtBaseline() {
        assertThat(meanBefore(
                        answer("baseline", "2024-05-20", 70),
                        answer("baseline", "2024-05-30", 40),
                        answer("baseline", "2024-03-01", 60)))
                .isEqualTo("40");
    }

    @Test
    void theLastAnswerOfADayCountsAtBaseline() {
        assertThat(meanBefore(
                        answer("baseline", "2024-05-30T09:00:00Z", 70),
                        answer("baseline", "2024-05-30T18:00:00Z", 40),
                        answer("baseline", "2024-05-30T12:00:00Z", 60)))
                .isEqualTo("40");
    }

    @Test
    void thePatientsOwnAnswerCountsBeforeANearerOneOfAProxy() {
        assertThat(meanBefore(answer("baseline", "2024-03-01", 40), proxy("baseline", "2024-05-30", 70)))
                .isEqualTo("40");
        assertThat(meanBefore(proxy("baseline", "2024-05-30", 70), answer("baseline", "2024-03-01", 40)))
                .isEqualTo("40");
    }

    @Test
    void theAnswerNearestToTheTargetDayCountsAtAFollowUp() {
        assertThat(meanAfter(
                        answer("month-12", "2025-02-01", 70),
                        answer("month-12", "2025-06-10", 50),
                        answer("month-12", "2025-09-01", 90)))
                .isEqualTo("50");
    }

    @Test
    void aTieAtAFollowUpGoesToTheEarlier() {
        assertThat(meanAfter(answer("month-12", "2025-06-11", 70), answer("month-12", "2025-05-22", 50)))
                .isEqualTo("50");
        assertThat(meanAfter(answer("month-12", "2025-05-22", 50), answer("month-12", "2025-06-11", 70)))
                .isEqualTo("50");
    }

    private static Answered answer(String moment, String authored, int value) {
        return new Answered(moment, authored, value, false);
    }

    private static Answered proxy(String moment, String authored, int value) {
        return new Answered(moment, authored, value, true);
    }

    private static String meanBefore(Answered... before) {
        return mean("mean-before", before, answer("month-12", TARGET, 80)).toPlainString();
    }

    /** Of somebody who had nothing left to lose. */
    private static String meanAfter(Answered... after) {
        return mean("mean-gain", after, answer("baseline", "2024-05-30", 0)).toPlainString();
    }

    private static BigDecimal mean(String statistic, Answered[] answers, Answered other) {
        KneeRecord record = new KneeRecord().operated("e", INDEX);
        for (int i = 0; i < answers.length; i++) {
            answered(record, "a" + (9 - i), answers[i]);
        }
        answered(record, "b", other);
        return Objects.requireNonNull(record.engine().means(KneeRecord.measure(), 2024, 2024)).getGroup().stream()
                .filter(group -> statistic.equals(group.getId()))
                .findFirst()
                .orElseThrow()
                .getMeasureScore()
                .getValue()
                .stripTrailingZeros();
    }

    private static void answered(KneeRecord record, String id, Answered answered) {
        Observation score =
                record.scored(record.function(id, "e", answered.moment(), answered.authored()), answered.value());
        if (answered.proxy()) {
            score.addExtension(Extensions.RESPONDENT, new Coding(CodeSystems.RESPONDENT, "proxy", null));
        }
    }
}
