package nl.meerwaarde.itemresponse;

/**
 * An item with the category that was chosen.
 *
 * @param item the item's parameters
 * @param category 0 for the lowest category, at most {@code item.categories() - 1}
 */
public record GradedAnswer(GradedItem item, int category) {
    public GradedAnswer {
        if (category < 0 || category >= item.categories()) {
            throw new IllegalArgumentException("An item of " + item.categories() + " categories has no " + category);
        }
    }
}
