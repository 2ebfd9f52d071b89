package nl.meerwaarde.metromap;

import java.util.Optional;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.PlanDefinition.ActionRelationshipType;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionComponent;
import org.hl7.fhir.r4.model.PlanDefinition.PlanDefinitionActionRelatedActionComponent;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Range;
import org.hl7.fhir.r4.model.Type;

/**
 * When an action is due, in days from the index event.
 *
 * @param days negative is before
 * @param before whether it lies before the index event even where the number is zero
 */
record Day(int days, boolean before) implements Comparable<Day> {
    static final Day OF_TREATMENT = new Day(0, false);

    private static final String INDEX_EVENT = "index-event";
    private static final int FORTNIGHT = 14;
    private static final int TEN_WEEKS = 70;
    private static final int TWO_YEARS = 730;
    private static final double DAYS_OF_MONTH = 30.4375;
    private static final double DAYS_OF_YEAR = 365.25;
    private static final int DAYS_OF_WEEK = 7;

    /** The target ({@code timingDuration}), else the distance from the index event; empty when an action says neither. */
    static Optional<Day> of(PlanDefinitionActionComponent action) {
        boolean before = action.getRelatedAction().stream()
                .anyMatch(related -> INDEX_EVENT.equals(related.getActionId()) && isBefore(related.getRelationship()));
        if (action.getTiming() instanceof Duration target) {
            int days = days(target);
            return Optional.of(new Day(days, before || days < 0));
        }
        return action.getRelatedAction().stream()
                .filter(related -> INDEX_EVENT.equals(related.getActionId()) && related.hasOffset())
                .findFirst()
                .map(Day::of);
    }

    private static Day of(PlanDefinitionActionRelatedActionComponent related) {
        boolean before = isBefore(related.getRelationship());
        int distance = distance(related.getOffset());
        return new Day(before ? -distance : distance, before);
    }

    private static int distance(Type offset) {
        if (offset instanceof Range range) {
            return days(range.getLow());
        }
        return offset instanceof Quantity quantity ? days(quantity) : 0;
    }

    private static boolean isBefore(ActionRelationshipType relationship) {
        return relationship == ActionRelationshipType.BEFORE
                || relationship == ActionRelationshipType.BEFORESTART
                || relationship == ActionRelationshipType.BEFOREEND;
    }

    private static int days(Quantity quantity) {
        double value = quantity.hasValue() ? quantity.getValue().doubleValue() : 0;
        double unit =
                switch (quantity.hasCode() ? quantity.getCode() : "d") {
                    case "wk" -> DAYS_OF_WEEK;
                    case "mo" -> DAYS_OF_MONTH;
                    case "a" -> DAYS_OF_YEAR;
                    default -> 1;
                };
        return (int) Math.round(value * unit);
    }

    @Override
    public int compareTo(Day other) {
        int byDays = Integer.compare(days, other.days);
        return byDays != 0 ? byDays : Boolean.compare(other.before, before);
    }

    /** In words, rounded as people do: {@code 6 weeks before}. */
    Sentence words() {
        int distance = Math.abs(days);
        String side = before ? "before" : "after";
        if (distance == 0) {
            return Sentence.beside(Day.class, "when." + side);
        }
        if (distance < FORTNIGHT) {
            return words(distance == 1 ? "day" : "days", side, distance);
        }
        if (distance < TEN_WEEKS) {
            return words("weeks", side, Math.round(distance / (double) DAYS_OF_WEEK));
        }
        return distance < TWO_YEARS
                ? words("months", side, Math.round(distance / DAYS_OF_MONTH))
                : words("years", side, Math.round(distance / DAYS_OF_YEAR));
    }

    private static Sentence words(String unit, String side, long number) {
        return Sentence.beside(Day.class, "when." + unit + "." + side, number);
    }
}
