package nl.meerwaarde.assembly;

import java.util.List;
import java.util.stream.Stream;

/**
 * A form while it is being assembled.
 *
 * @param items the first level; changes while what is shared is taken out
 * @param inclusions what was put in, each after the one that names it, the modular Questionnaire itself first
 */
record Form(List<FormItem> items, List<Inclusion> inclusions) {
    /** Every item, in the order of the form. */
    Stream<FormItem> all() {
        return items.stream().flatMap(FormItem::withDescendants);
    }

    /** The level on which an item stands. */
    List<FormItem> level(FormItem item) {
        return item.parent() == null ? items : item.parent().children();
    }

    /** Takes an item out, with everything below it. */
    void remove(FormItem item) {
        level(item).remove(item);
    }

    /** Takes an item out because another asks or says the same; whoever looks for it finds the other. */
    void replace(FormItem item, FormItem by) {
        remove(item);
        inclusions.forEach(inclusion -> inclusion.roots().replaceAll(root -> root == item ? by : root));
    }
}
