package nl.meerwaarde.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meerwaarde.database.FactDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The table {@code mw_audit_entry}. */
class AuditEntries {
    static final String COLUMNS =
            "entry, recorded, issuer, subject, client, roles, scopes, person, represented, organization, request, address,"
                    + " server, interaction, resource_type, resource_id, resource_version, operation, patient, query, reason,"
                    + " status, cause, times";

    static final RowMapper<AuditEntry> ROW = (row, n) -> entry(row);

    private static final String INSERT = "insert into mw_audit_entry (" + COLUMNS
            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final int NAME = 500;
    private static final int SCOPES = 10_000;
    private static final int REFERENCE = 200;
    private static final int FHIR_ID = 64;
    private static final int OPERATION = 100;
    private static final int QUERY = 100_000;

    private final JdbcTemplate jdbc;

    AuditEntries(FactDatabase database) {
        this.jdbc = database.jdbc();
    }

    /** Writes entries in the running transaction, and that they wait for a seal. */
    void add(List<AuditEntry> entries) {
        jdbc.batchUpdate(INSERT, entries.stream().map(AuditEntries::row).toList());
        jdbc.batchUpdate(
                "insert into mw_audit_unsealed (entry) values (?)",
                entries.stream().map(entry -> new Object[] {entry.id()}).toList());
    }

    Optional<AuditEntry> find(UUID id) {
        return jdbc.query("select " + COLUMNS + " from mw_audit_entry where entry = ?", ROW, id).stream()
                .findFirst();
    }

    /** Those that a search meets, as many as it wants. */
    List<AuditEntry> matching(AuditSearch search, int most) {
        List<Object> values = new ArrayList<>(search.values());
        values.add(search.offset());
        values.add(most);
        String order = search.newestFirst() ? "desc" : "asc";
        return jdbc.query(
                "select " + COLUMNS + " from mw_audit_entry" + search.where() + " order by recorded " + order
                        + ", entry " + order + " offset ? rows fetch next ? rows only",
                ROW,
                values.toArray());
    }

    /** How many a search meets. */
    int count(AuditSearch search) {
        return Optional.ofNullable(jdbc.queryForObject(
                        "select count(*) from mw_audit_entry" + search.where(),
                        Integer.class,
                        search.values().toArray()))
                .orElse(0);
    }

    private static Object[] row(AuditEntry entry) {
        Agent agent = entry.agent();
        Origin origin = entry.origin();
        Target target = entry.target();
        return new Object[] {
            entry.id(),
            entry.recorded().atOffset(ZoneOffset.UTC),
            text(agent.issuer(), NAME),
            text(agent.subject(), NAME),
            text(agent.client(), NAME),
            text(agent.roles(), NAME),
            text(agent.scopes(), SCOPES),
            text(agent.person(), REFERENCE),
            text(agent.represented(), REFERENCE),
            text(agent.organization(), REFERENCE),
            text(origin.request(), REFERENCE),
            text(origin.address(), REFERENCE),
            text(origin.server(), NAME),
            target.interaction().code(),
            text(target.type(), FHIR_ID),
            text(target.id(), FHIR_ID),
            text(target.version(), FHIR_ID),
            text(target.operation(), OPERATION),
            text(entry.patient(), FHIR_ID),
            text(entry.query(), QUERY),
            text(entry.reason(), NAME),
            entry.status(),
            text(entry.denial().cause(), OPERATION),
            entry.denial().times()
        };
    }

    /** As a database takes it: what a client sends may be longer, or hold characters that are none, and is recorded all the same. */
    private static String text(String sent, int longest) {
        String wellFormed =
                new String(sent.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
        return wellFormed.codePointCount(0, wellFormed.length()) <= longest
                ? wellFormed
                : wellFormed.substring(0, wellFormed.offsetByCodePoints(0, longest));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getObject("entry", UUID.class),
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                new Agent(
                        row.getString("issuer"),
                        row.getString("subject"),
                        row.getString("client"),
                        row.getString("roles"),
                        row.getString("scopes"),
                        row.getString("person"),
                        row.getString("represented"),
                        row.getString("organization")),
                new Origin(row.getString("request"), row.getString("address"), row.getString("server")),
                new Target(
                        Interaction.of(row.getString("interaction")),
                        row.getString("resource_type"),
                        row.getString("resource_id"),
                        row.getString("resource_version"),
                        row.getString("operation")),
                row.getString("patient"),
                row.getString("query"),
                row.getString("reason"),
                row.getInt("status"),
                new AuditEntry.Denial(row.getString("cause"), row.getInt("times")));
    }
}
