package nl.meerwaarde.access;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import nl.meerwaarde.requester.Role;

/** Who may do what to stored resources: the file {@code access-matrix.csv}. What stands nowhere in it is not allowed. */
final class AccessMatrix {
    private record Row(Role role, String group) {}

    private final Map<Row, Map<Interaction, Extent>> rows = new HashMap<>();

    private AccessMatrix() {}

    /** @throws IllegalStateException when the file names what there is not, or lacks a row */
    static AccessMatrix shipped() {
        AccessMatrix matrix = new AccessMatrix();
        CsvTable.rows("access-matrix.csv").forEach(matrix::add);
        for (Role role : Role.values()) {
            for (String group : ResourceGroup.codes()) {
                if (!matrix.rows.containsKey(new Row(role, group))) {
                    throw new IllegalStateException("The access matrix lacks " + role.code() + ", " + group);
                }
            }
        }
        return matrix;
    }

    private void add(Map<String, String> cells) {
        String actor = cells.getOrDefault("actor", "");
        Role role = Role.of(actor)
                .orElseThrow(() -> new IllegalStateException("The access matrix names an actor " + actor));
        Map<Interaction, Extent> extents = new EnumMap<>(Interaction.class);
        for (Interaction interaction : Interaction.values()) {
            extents.put(interaction, Extent.of(cells.getOrDefault(interaction.code(), "")));
        }
        if (rows.put(new Row(role, cells.getOrDefault("group", "")), extents) != null) {
            throw new IllegalStateException("The access matrix has a row twice: " + cells);
        }
    }

    Extent extent(Role role, Interaction interaction, ResourceGroup group) {
        return rows.getOrDefault(new Row(role, group.code()), Map.of()).getOrDefault(interaction, Extent.NONE);
    }
}
