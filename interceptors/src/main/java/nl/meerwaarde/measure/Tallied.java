package nl.meerwaarde.measure;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.casemix.CaseMixModel;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.terminology.Canonicals;
import org.jspecify.annotations.Nullable;

/**
 * What a group adds up that is no change of a score: its statistic with what sets it apart from other groups of that statistic.
 *
 * @param event code of the event that is counted; null for other statistics
 * @param days within how many days; 0 for statistics without
 * @param model key of the case-mix model with whose expectations a share is compared, so that only episodes count of which it expected something; or null
 */
public record Tallied(
        Statistic statistic,
        @Nullable String event,
        int days,
        @Nullable String model) {
    /** The set of those of whom it is known how long they waited. */
    public static final String TIMED = "timed";

    /** What a group adds up; empty when the sums over scores say all. */
    public static Optional<Tallied> of(FactMeasure.Group group) {
        return switch (group.statistic()) {
            case TOP_SCORE, EVENT_RATE, MEAN_DAYS_TO_TREATMENT, TREATED_WITHIN_DAYS, GOALS_ATTAINED ->
                Optional.of(new Tallied(group.statistic(), group.event(), group.days(), null));
            case OBSERVED_OVER_EXPECTED ->
                Optional.ofNullable(group.expected())
                        .map(expected -> new Tallied(expected.share(), group.event(), group.days(), expected.model()));
            default -> Optional.empty();
        };
    }

    /** What the groups of a Measure add up, each once. */
    public static Set<Tallied> of(FactMeasure measure) {
        Set<Tallied> tallied = new LinkedHashSet<>();
        measure.groups().forEach(group -> of(group).ifPresent(tallied::add));
        return tallied;
    }

    /** What it is called between servers. */
    public String key() {
        return Stream.of(statistic.code(), event, days == 0 ? null : String.valueOf(days), model)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("/"));
    }

    /** The name of the set that is analysed, for disclosure control. */
    public String set() {
        return model == null ? whole() : key() + " expected";
    }

    /** The set as it is without a model. */
    public String whole() {
        return switch (statistic) {
            case EVENT_RATE -> "followed for " + days + " days";
            case MEAN_DAYS_TO_TREATMENT, TREATED_WITHIN_DAYS -> TIMED;
            case GOALS_ATTAINED -> "rated goals";
            default -> CountNames.PAIRED;
        };
    }

    /** The name of those of the set that are in the numerator of a share. */
    public String numerator() {
        return model == null ? ofWhole() : key() + " observed";
    }

    /** The numerator as it is without a model. */
    public String ofWhole() {
        return switch (statistic) {
            case EVENT_RATE -> event + " within " + days + " days";
            case TREATED_WITHIN_DAYS -> "treated within " + days + " days";
            case GOALS_ATTAINED -> "attained goals";
            default -> statistic.code() + " of " + CountNames.PAIRED;
        };
    }

    /** What the model's expectations are about. */
    public String outcome(FactMeasure measure) {
        return CaseMixModel.outcome(
                statistic.code(),
                measure.score(),
                event == null ? null : new Code(Canonicals.CodeSystems.OUTCOME_EVENT, event),
                days);
    }

    /** Whether the sum is a count. */
    public boolean isShare() {
        return statistic != Statistic.MEAN_DAYS_TO_TREATMENT;
    }
}
