package nl.meerwaarde.disclosure;

import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * From the table as it is to another one that looks the same from outside.
 *
 * @param changes how much each number differs, by node; those that stay the same are not in it
 */
record Move(SortedMap<Integer, Long> changes) {
    long of(int node) {
        return changes.getOrDefault(node, 0L);
    }

    /** The organisations that would notice it, because a number of their own differs. */
    TreeSet<String> noticedBy(Lattice lattice, @Nullable String apartFrom) {
        TreeSet<String> owners = new TreeSet<>();
        changes.keySet().forEach(node -> {
            String owner = lattice.node(node).owner();
            if (owner != null && !owner.equals(apartFrom)) {
                owners.add(owner);
            }
        });
        return owners;
    }
}
