package nl.meerwaarde.tests.audit;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who can write to the database changes what the trail says, and the chain tells. Each test puts back what it changed. */
class AuditChainIT {
    private final Fhir fhir = TestServer.fhir();
    private final JdbcTemplate jdbc = TestServer.jdbc();
    private final TestPatient patient = Patients.create(fhir);
    private final boolean postgres = TestServer.facts().postgres();

    @AfterEach
    void theChainHoldsAgain() {
        assertThat(valid(verify())).isTrue();
    }

    @Test
    void anUntouchedTrailHolds() {
        UUID entry = sealedRead();
        Parameters report = verify();
        assertThat(valid(report)).isTrue();
        assertThat(report.getParameter("head").getValue().primitiveValue()).matches("[0-9a-f]{64}");
        assertThat(jdbc.queryForObject("select count(*) from mw_audit_sealed where entry = ?", Integer.class, entry))
                .isEqualTo(1);
    }

    @Test
    void aChangedEntryIsFound() {
        UUID entry = sealedRead();
        tampering("update mw_audit_entry set patient = 'other' where entry = ?", entry);
        assertFound("entry-changed", entry);
        tampering("update mw_audit_entry set patient = ? where entry = ?", patient.id(), entry);
    }

    @Test
    void aRemovedEntryIsFound() {
        UUID entry = sealedRead();
        Map<String, Object> row = jdbc.queryForMap("select * from mw_audit_entry where entry = ?", entry);
        tampering("delete from mw_audit_entry where entry = ?", entry);
        assertFound("entry-missing", entry);
        insert("mw_audit_entry", row);
    }

    @Test
    void aRemovedEntryThatWaitsForItsSealIsFound() {
        UUID entry = UUID.randomUUID();
        jdbc.update("insert into mw_audit_unsealed (entry) values (?)", entry);
        assertFound("entry-missing", entry);
        jdbc.update("delete from mw_audit_unsealed where entry = ?", entry);
    }

    @Test
    void anEntryThatWasPutThereIsFound() {
        UUID entry = sealedRead();
        UUID invented = UUID.randomUUID();
        Map<String, Object> row = jdbc.queryForMap("select * from mw_audit_entry where entry = ?", entry);
        row.put("entry", invented);
        insert("mw_audit_entry", row);
        assertFound("entry-outside", invented);
        tampering("delete from mw_audit_entry where entry = ?", invented);
    }

    @Test
    void entriesInAnotherOrderAreFound() {
        sealedRead();
        Map<String, Object> first = jdbc.queryForMap(
                "select seal, place from mw_audit_sealed where seal in (select seal from mw_audit_seal where entries > 1)"
                        + " and place = 0 order by seal fetch first 1 rows only");
        swapFirstTwo(first.get("seal"));
        assertThat(kind(verify())).isEqualTo("seal-changed");
        swapFirstTwo(first.get("seal"));
    }

    private void swapFirstTwo(Object seal) {
        tampering("update mw_audit_sealed set place = -1 where seal = ? and place = 0", seal);
        tampering("update mw_audit_sealed set place = 0 where seal = ? and place = 1", seal);
        tampering("update mw_audit_sealed set place = 1 where seal = ? and place = -1", seal);
    }

    /** Who changes an entry and all hashes after it still lacks the key. */
    @Test
    void aSealMadeWithoutTheKeyIsFound() {
        UUID entry = sealedRead();
        Map<String, Object> seal = jdbc.queryForMap(
                "select s.* from mw_audit_seal s join mw_audit_sealed e on e.seal = s.seal where e.entry = ?", entry);
        tampering("update mw_audit_seal set code = ? where seal = ?", "0".repeat(64), seal.get("seal"));
        assertThat(kind(verify())).isEqualTo("seal-changed");
        tampering("update mw_audit_seal set code = ? where seal = ?", seal.get("code"), seal.get("seal"));
    }

    @Test
    void aRemovedSealIsFoundAlsoAtTheEnd() {
        sealedRead();
        sealedRead();
        Map<String, Object> last =
                jdbc.queryForMap("select * from mw_audit_seal order by seal desc fetch first 1 rows only");
        tampering("delete from mw_audit_seal where seal = ?", last.get("seal"));
        assertThat(kind(verify())).isEqualTo("seal-missing");
        insert("mw_audit_seal", last);
    }

    /** Cutting off the end with all that belongs to it leaves nothing here that tells; a head that was noted elsewhere does. */
    @Test
    void anEndThatWasCutOffIsFoundByItsNotedHead() {
        sealedRead();
        String noted = "%064x".formatted(1);
        assertThat(kind(verify(noted))).isEqualTo("head-missing");
        String head = verify().getParameter("head").getValue().primitiveValue();
        assertThat(valid(verify(head))).isTrue();
    }

    @Test
    void whatIsNoHashIsRefused() {
        assertThat(fhir.get("$verify-audit?head=x&nonsense=1")).hasStatus(400).leaksNothing();
    }

    /** A transaction that ends late has an entry with an early number: it is not overlooked. */
    @Test
    void anEntryWhoseTransactionEndsLateIsSealedLater() {
        UUID early = new UUID(0x0000_0000_0001_7000L, UUID.randomUUID().getLeastSignificantBits());
        Map<String, Object> row = jdbc.queryForMap("select * from mw_audit_entry where entry = ?", sealedRead());
        row.put("entry", early);
        new TransactionTemplate(new DataSourceTransactionManager(jdbc.getDataSource())).executeWithoutResult(status -> {
            insert("mw_audit_entry", row);
            jdbc.update("insert into mw_audit_unsealed (entry) values (?)", early);
        });
        TestServer.seal();
        assertThat(jdbc.queryForObject("select count(*) from mw_audit_sealed where entry = ?", Integer.class, early))
                .isEqualTo(1);
    }

    /** On PostgreSQL the tables refuse it by themselves. */
    @Test
    void theTrailCannotBeChangedByMistake() {
        assumeThat(postgres).isTrue();
        UUID entry = sealedRead();
        for (String statement : List.of(
                "update mw_audit_entry set status = 0 where entry = '" + entry + "'",
                "delete from mw_audit_entry where entry = '" + entry + "'",
                "truncate mw_audit_entry",
                "update mw_audit_seal set hash = code",
                "delete from mw_audit_sealed")) {
            assertThatThrownBy(() -> jdbc.execute(statement))
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    /** Of a read of the patient that lies under a seal. */
    private UUID sealedRead() {
        assertThat(fhir.get(patient.reference())).succeeded();
        TestServer.seal();
        return jdbc.queryForObject(
                "select entry from mw_audit_entry where patient = ? order by recorded desc fetch first 1 rows only",
                UUID.class,
                patient.id());
    }

    /** As the owner of the tables, who can switch the triggers off. */
    private void tampering(String statement, Object... values) {
        jdbc.execute((java.sql.Connection connection) -> {
            JdbcTemplate one = new JdbcTemplate(
                    new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true));
            if (postgres) {
                one.execute("set session_replication_role = replica");
            }
            try {
                return one.update(statement, values);
            } finally {
                if (postgres) {
                    one.execute("set session_replication_role = origin");
                }
            }
        });
    }

    private void insert(String table, Map<String, Object> row) {
        String columns = String.join(", ", row.keySet());
        String places = "?" + ", ?".repeat(row.size() - 1);
        jdbc.update(
                "insert into " + table + " (" + columns + ") values (" + places + ")",
                row.values().toArray());
    }

    private void assertFound(String kind, UUID entry) {
        Parameters report = verify();
        assertThat(valid(report)).isFalse();
        assertThat(kind(report)).isEqualTo(kind);
        assertThat(part(report, "entry")).isEqualTo("AuditEvent/" + entry);
    }

    private Parameters verify(String... heads) {
        return fhir.get("$verify-audit" + (heads.length == 0 ? "" : "?head=" + String.join("&head=", heads)))
                .stored(Parameters.class);
    }

    private static boolean valid(Parameters report) {
        return report.getParameterBool("valid");
    }

    private static String kind(Parameters report) {
        return part(report, "code");
    }

    private static String part(Parameters report, String name) {
        ParametersParameterComponent problem = report.getParameter("problem");
        assertThat(problem).as(Fhir.json(report)).isNotNull();
        return problem.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue() instanceof org.hl7.fhir.r4.model.Reference reference
                        ? reference.getReference()
                        : part.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }
}
