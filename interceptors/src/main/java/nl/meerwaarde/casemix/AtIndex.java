package nl.meerwaarde.casemix;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meerwaarde.fhir.DateSpan;
import nl.meerwaarde.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an episode at its index date; later knowledge is no case-mix.
 *
 * @param age whole years, or null when not known exactly
 * @param ageBand ten years wide, {@code 60-69}; or null
 * @param sex administrative gender code, or null
 * @param scores the scores that count at baseline, by the key of their code
 * @param conditions keys of the codes of conditions that the patient surely had by then
 */
public record AtIndex(
        @Nullable Integer age,
        @Nullable String ageBand,
        @Nullable String sex,
        Map<String, BigDecimal> scores,
        Set<String> conditions) {
    public AtIndex {
        scores = Map.copyOf(scores);
        conditions = Set.copyOf(conditions);
    }

    /** Keys of the codes of conditions that surely had begun by the index date; of one without a date nobody knows. */
    public static Set<String> conditionsBy(@Nullable DateSpan index, List<? extends RecordEntry> record) {
        Set<String> codes = new HashSet<>();
        for (RecordEntry entry : record) {
            if (entry instanceof RecordEntry.Event event
                    && event.resourceType().equals("Condition")
                    && index != null
                    && event.when() != null
                    && event.when().isSurelyBy(index)) {
                codes.addAll(event.codes());
            }
        }
        return codes;
    }
}
