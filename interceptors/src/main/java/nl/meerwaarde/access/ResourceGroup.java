package nl.meerwaarde.access;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Resource types that the matrix treats alike.
 *
 * @param code as in the matrix
 * @param patients the search parameter by which resources of one patient are found; {@value #REQUESTER} when they belong to who stored them; empty when they are of nobody
 * @param types none for the group of all other types
 */
record ResourceGroup(String code, String patients, Set<String> types) {
    private static final String OTHER = "other";
    private static final String REQUESTER = "requester";
    private static final Map<String, ResourceGroup> BY_TYPE = new LinkedHashMap<>();
    private static final Map<String, ResourceGroup> BY_CODE = new LinkedHashMap<>();

    static {
        CsvTable.rows("resource-groups.csv").forEach(row -> {
            ResourceGroup group = of(row);
            BY_CODE.put(group.code(), group);
            group.types().forEach(type -> BY_TYPE.put(type, group));
        });
    }

    ResourceGroup {
        types = Set.copyOf(types);
    }

    private static ResourceGroup of(Map<String, String> row) {
        String types = row.getOrDefault("types", "");
        String patients = row.getOrDefault("patients", "-");
        return new ResourceGroup(
                row.getOrDefault("group", ""),
                patients.equals("-") ? "" : patients,
                types.equals("*") ? Set.of() : Set.copyOf(Arrays.asList(types.split(" "))));
    }

    /** The group of a type. */
    static ResourceGroup of(String type) {
        return BY_TYPE.getOrDefault(type, Objects.requireNonNull(BY_CODE.get(OTHER)));
    }

    /** Every group, in the order of the file. */
    static Set<String> codes() {
        return BY_CODE.keySet();
    }

    /** Whether a resource of this group is about a patient, whose it is. */
    boolean isOfPatients() {
        return !patients.isEmpty() && !isOfRequesters();
    }

    /** Whether a resource of this group belongs to who stored it. */
    boolean isOfRequesters() {
        return patients.equals(REQUESTER);
    }
}
