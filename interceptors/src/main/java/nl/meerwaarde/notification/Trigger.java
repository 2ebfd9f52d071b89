package nl.meerwaarde.notification;

import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Which changes are told.
 *
 * @param resourceType of what changes
 * @param onCreate whether new resources count
 * @param onUpdate whether changed resources count
 * @param current search criteria that the resource meets now, such as {@code Task?status=requested}; all of them
 * @param previous search criteria that the resource met before; those of a new resource count as met; null: whatever it was
 */
record Trigger(
        String resourceType,
        boolean onCreate,
        boolean onUpdate,
        List<String> current,
        @Nullable String previous) {
    Trigger {
        current = List.copyOf(current);
    }

    /** The same, where the resource also meets these. */
    Trigger narrowedBy(List<String> filters) {
        List<String> all = new java.util.ArrayList<>(current);
        all.addAll(filters);
        return new Trigger(resourceType, onCreate, onUpdate, all, previous);
    }

    /** @param before null when the resource is new */
    boolean isPulled(@Nullable Resource before, Resource after, Criteria criteria) {
        return resourceType.equals(after.fhirType())
                && (before == null ? onCreate : onUpdate)
                && current.stream().allMatch(condition -> criteria.areMet(condition, after))
                && (previous == null || before == null || criteria.areMet(previous, before));
    }
}
