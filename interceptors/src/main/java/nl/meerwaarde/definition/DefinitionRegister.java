package nl.meerwaarde.definition;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.fhir.CanonicalReference;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The table {@code mw_definition}: one row per canonical address and version. Reads are one indexed query and see what this transaction wrote. */
public class DefinitionRegister {
    /** Most characters of a version: what the table holds. */
    static final int LONGEST_VERSION = 100;

    private static final String COLUMNS =
            "select url, version, resource_type, resource_id, resource_version, rules from mw_definition";
    private static final RowMapper<StoredDefinition> ROW = (row, n) -> new StoredDefinition(
            new CanonicalReference(row.getString(1), row.getString(2)),
            row.getString(3),
            row.getString(4),
            row.getLong(5),
            row.getString(6));

    private final JdbcTemplate jdbc;

    public DefinitionRegister(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The definition at this address and version; without a version the newest one. */
    public Optional<StoredDefinition> find(CanonicalReference reference) {
        return reference.version() == null ? versions(reference.url()).stream().findFirst() : exactly(reference);
    }

    /** The definition with exactly this address and version, where no version means one that has none. */
    public Optional<StoredDefinition> exactly(CanonicalReference canonical) {
        return jdbc
                .query(COLUMNS + " where url = ? and version = ?", ROW, canonical.url(), versionColumn(canonical))
                .stream()
                .findFirst();
    }

    /** All versions at an address, newest first. */
    public List<StoredDefinition> versions(String url) {
        return jdbc.query(COLUMNS + " where url = ?", ROW, url).stream()
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** Every definition that a resource of this type holds. */
    public List<StoredDefinition> ofType(String resourceType) {
        return jdbc.query(COLUMNS + " where resource_type = ? order by url, version", ROW, resourceType);
    }

    /** The definition that this resource holds. */
    public Optional<StoredDefinition> ofResource(String resourceType, String resourceId) {
        return jdbc
                .query(COLUMNS + " where resource_type = ? and resource_id = ?", ROW, resourceType, resourceId)
                .stream()
                .findFirst();
    }

    /** Notes a definition, replacing what the same resource held before. */
    public void put(StoredDefinition definition) {
        remove(definition.resourceType(), definition.resourceId());
        jdbc.update(
                "insert into mw_definition (url, version, resource_type, resource_id, resource_version, rules) values (?, ?, ?, ?, ?, ?)",
                definition.canonical().url(),
                versionColumn(definition.canonical()),
                definition.resourceType(),
                definition.resourceId(),
                definition.resourceVersion(),
                definition.rules());
    }

    /** Forgets what the resource held. */
    public void remove(String resourceType, String resourceId) {
        jdbc.update("delete from mw_definition where resource_type = ? and resource_id = ?", resourceType, resourceId);
    }

    /** Forgets everything. */
    public void clear() {
        jdbc.update("delete from mw_definition");
    }

    /** The primary key needs a value where the definition has no version. */
    private static String versionColumn(CanonicalReference canonical) {
        return canonical.version() == null ? "" : canonical.version();
    }

    private static final Comparator<StoredDefinition> NEWEST_FIRST = Comparator.comparing(
                    (StoredDefinition definition) -> new VersionOrder(versionColumn(definition.canonical())))
            .reversed();
}
