package nl.meerwaarde.measure;

/**
 * The names that disclosure control knows the counts of a report by: the populations of the response chain by their codes, the sets that are analysed, and of
 * each set how many are in a statistic's numerator.
 */
public final class CountNames {
    /** Those whose follow-up nothing ended before the window closed. */
    public static final String ELIGIBLE = "eligible";

    /** Those with a score before and after. */
    public static final String PAIRED = "paired";

    /** Those of them of which a case-mix model expected something. */
    public static final String MODELLED = "modelled";

    /** Those who were treated, whether anybody was asked anything or not. */
    public static final String TREATED = "treated";

    private CountNames() {}

    /** The set that a group analyses. */
    public static String set(FactMeasure.Group group) {
        return Tallied.of(group).map(Tallied::set).orElse(set(group.modelledOnly()));
    }

    /** The set of pairs of scores, or that of them of which a model expected something. */
    public static String set(boolean modelledOnly) {
        return modelledOnly ? MODELLED : PAIRED;
    }

    /** The numerator of a group's share. */
    public static String numerator(FactMeasure.Group group) {
        return Tallied.of(group)
                .map(Tallied::numerator)
                .orElseGet(() -> numerator(set(group), group.statistic().code()));
    }

    /** Those of a set of whom a statistic is true. */
    public static String numerator(String set, String statistic) {
        return statistic + " of " + set;
    }

    /** The count that a population of a group stands for. */
    public static String count(FactMeasure.Group group, String population) {
        return switch (population) {
            case "initial-population" -> Tallied.of(group).isPresent() ? TREATED : ELIGIBLE;
            case "measure-population", "denominator" -> set(group);
            case "numerator" -> numerator(group);
            default -> population;
        };
    }
}
