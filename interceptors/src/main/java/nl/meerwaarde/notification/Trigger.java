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
 * @param event code of what happens instead of a change of a stored resource; then {@code resourceType} is what tells of it; null: it is a change
 */
record Trigger(
        String resourceType,
        boolean onCreate,
        boolean onUpdate,
        List<String> current,
        @Nullable String previous,
        @Nullable String event) {
    Trigger {
        current = List.copyOf(current);
    }

    /** Changes of stored resources. */
    static Trigger ofChanges(
            String resourceType, boolean onCreate, boolean onUpdate, List<String> current, @Nullable String previous) {
        return new Trigger(resourceType, onCreate, onUpdate, current, previous, null);
    }

    /** Something that happens and that a resource of this type tells of, without being stored as others are. */
    static Trigger ofEvent(String resourceType, String event) {
        return new Trigger(resourceType, false, false, List.of(), null, event);
    }

    /** The same, where the resource also meets these. */
    Trigger narrowedBy(List<String> filters) {
        List<String> all = new java.util.ArrayList<>(current);
        all.addAll(filters);
        return new Trigger(resourceType, onCreate, onUpdate, all, previous, event);
    }

    /** @param before null when the resource is new */
    boolean isPulled(@Nullable Resource before, Resource after, Criteria criteria) {
        return resourceType.equals(after.fhirType())
                && (before == null ? onCreate : onUpdate)
                && meetsCurrent(after, criteria)
                && (previous == null || before == null || criteria.areMet(previous, before));
    }

    /** @param about what tells of the event */
    boolean isPulledBy(String happened, Resource about, Criteria criteria) {
        return happened.equals(event) && resourceType.equals(about.fhirType()) && meetsCurrent(about, criteria);
    }

    private boolean meetsCurrent(Resource resource, Criteria criteria) {
        return current.stream().allMatch(condition -> criteria.areMet(condition, resource));
    }
}
