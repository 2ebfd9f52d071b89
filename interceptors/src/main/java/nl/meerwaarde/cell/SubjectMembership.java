package nl.meerwaarde.cell;

import java.util.Optional;
import java.util.function.Predicate;
import nl.meerwaarde.cell.SubjectQuery.Subject;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.Statistic;
import nl.meerwaarde.measure.Tallied;

/** Which episodes are in which population, for lists of subjects. Says the same as the sums of {@link FactQuery}. */
final class SubjectMembership {
    private SubjectMembership() {}

    /** Membership of a population of a group; empty for populations that are only counted (deaths, open windows). */
    static Optional<Predicate<Subject>> of(FactMeasure.Group group, String population) {
        Optional<Tallied> tallied = Tallied.of(group);
        return tallied.isPresent() ? of(tallied.get(), population) : ofScores(group, population);
    }

    private static Optional<Predicate<Subject>> of(Tallied tallied, String population) {
        return switch (population) {
            case "initial-population" -> Optional.of(row -> row.isIn(tallied, member -> true));
            case "denominator", "measure-population" ->
                Optional.of(row -> row.isIn(tallied, TallyQuery.Member::analysed));
            case "numerator" -> Optional.of(row -> row.isIn(tallied, TallyQuery.Member::positive));
            default -> Optional.empty();
        };
    }

    private static Optional<Predicate<Subject>> ofScores(FactMeasure.Group group, String population) {
        Predicate<Subject> set = group.modelledOnly() ? Subject::modelled : Subject::paired;
        return switch (population) {
            case "eligible", "initial-population" -> Optional.of(Subject::eligible);
            case "invited" -> Optional.of(Subject::invited);
            case "returned" -> Optional.of(Subject::returned);
            case "scorable" -> Optional.of(Subject::scorable);
            case "paired" -> Optional.of(Subject::paired);
            case "measure-population", "denominator" -> Optional.of(set);
            case "numerator" -> numerator(group.statistic()).map(set::and);
            default -> Optional.empty();
        };
    }

    private static Optional<Predicate<Subject>> numerator(Statistic statistic) {
        return switch (statistic) {
            case IMPROVED_ANY -> Optional.of(row -> row.improved() > 0);
            case UNCHANGED -> Optional.of(row -> row.improved() == 0);
            case WORSENED -> Optional.of(row -> row.improved() < 0);
            case BEYOND_MEASUREMENT_ERROR -> Optional.of(Subject::beyondError);
            case REACHED_MIC -> Optional.of(Subject::reachedMic);
            default -> Optional.empty();
        };
    }
}
