package nl.meerwaarde.tests.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.meerwaarde.audit.RefusedRequests;
import nl.meerwaarde.audit.SealingJob;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.GuardedServer;
import nl.meerwaarde.tests.support.TestIssuer;
import nl.meerwaarde.tests.support.TestToken;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who knocks and is not let in leaves a trace: from where, when, why, how often; not the token. */
class RefusedTokenIT {
    private static TestToken token() {
        return GuardedServer.issuer().token("knocks").of(Role.EHR).scopes("system/*.rs");
    }

    private static JdbcTemplate jdbc() {
        return GuardedServer.bean(FactDatabase.class).jdbc();
    }

    /** How many requests were refused for a cause until now; what was counted so far is written first. */
    private static long refused(String cause) {
        GuardedServer.bean(RefusedRequests.class).close();
        return jdbc().queryForObject(
                        "select coalesce(sum(times), 0) from mw_audit_entry where cause = ? and address = '127.0.0.1' and subject = ''",
                        Long.class,
                        cause);
    }

    private static long entries(String cause) {
        return jdbc().queryForObject("select count(*) from mw_audit_entry where cause = ?", Long.class, cause);
    }

    static Stream<Arguments> tokens() {
        Instant now = Instant.now();
        String signed = token().signed();
        return Stream.of(
                Arguments.of("token-missing", ""),
                Arguments.of(
                        "token-expired",
                        token().livesFrom(now.minusSeconds(400), Duration.ofMinutes(5))
                                .signed()),
                Arguments.of(
                        "token-early",
                        token().livesFrom(now.plusSeconds(120), Duration.ofMinutes(5))
                                .signed()),
                Arguments.of(
                        "token-lifetime",
                        token().livesFrom(now, Duration.ofHours(2)).signed()),
                Arguments.of(
                        "token-audience",
                        token().with("aud", "https://elsewhere.test").signed()),
                Arguments.of("token-subject", token().with("sub", null).signed()),
                Arguments.of("token-type", token().typed("logout+jwt").signed()),
                Arguments.of(
                        "token-issuer",
                        TestIssuer.start().token("knocks").of(Role.EHR).signed()),
                Arguments.of("token-signature", signed.substring(0, signed.length() - 8)),
                Arguments.of("token-unreadable", "open-sesame"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void whyATokenIsRefusedIsRecorded(String cause, String token) {
        long before = refused(cause);
        Fhir fhir = token.isEmpty() ? GuardedServer.nobody() : GuardedServer.with(token);
        for (int i = 0; i < 3; i++) {
            assertThat(fhir.get("Patient/somebody?name=Geheim").status()).isEqualTo(401);
        }
        assertThat(refused(cause)).isEqualTo(before + 3);
        List<Map<String, Object>> rows =
                jdbc().queryForList("select * from mw_audit_entry where cause = ? order by recorded desc", cause);
        assertThat(rows.get(0))
                .containsEntry("STATUS", 401)
                .containsEntry("RESOURCE_ID", "somebody")
                .containsEntry("PATIENT", "")
                .containsEntry("QUERY", "Patient/somebody");
        assertThat(rows.toString()).doesNotContain("Geheim");
        if (!token.isEmpty()) {
            assertThat(rows.toString()).doesNotContain(token.substring(token.length() / 2));
        }
    }

    /** Two entries for each minute that it takes, whoever keeps on knocking. */
    @Test
    void nobodyFillsTheTrailByKnocking() {
        long before = refused("token-unreadable");
        long entries = entries("token-unreadable");
        Instant begin = Instant.now();
        Fhir fhir = GuardedServer.with("knock-knock");
        for (int i = 0; i < 200; i++) {
            assertThat(fhir.get("Patient/p" + i).status()).isEqualTo(401);
        }
        long minutes = Duration.between(begin, Instant.now()).toMinutes() + 2;
        assertThat(refused("token-unreadable")).isEqualTo(before + 200);
        assertThat(entries("token-unreadable") - entries).isLessThanOrEqualTo(2 * minutes);
    }

    /** Also of a role that may not see how the server runs. */
    @Test
    void whoIsKnownAndNotLetInIsNamed() {
        Fhir fhir = new Fhir(
                GuardedServer.address(), GuardedServer.with(token().signed()).headers());
        assertThat(fhir.get("actuator/metrics").status()).isEqualTo(403);
        assertThat(jdbc().queryForList(
                                "select subject from mw_audit_entry where cause = 'role' and status = 403",
                                String.class))
                .contains("knocks");
    }

    @Test
    void anAdministratorReadsThemAndTheChainHolds() {
        assertThat(GuardedServer.with("read-me-later").get("Patient").status()).isEqualTo(401);
        refused("token-unreadable");
        Fhir administrator = GuardedServer.with(GuardedServer.issuer()
                .token("operator")
                .of(Role.ADMINISTRATOR)
                .scopes("user/*.cruds system/*.cruds")
                .signed());
        List<String> outcomes =
                administrator
                        .get("AuditEvent?outcome=4&address=127.0.0.1&_count=500")
                        .stored(Bundle.class)
                        .getEntry()
                        .stream()
                        .map(entry -> ((AuditEvent) entry.getResource()).getOutcomeDesc())
                        .toList();
        assertThat(outcomes).anyMatch(outcome -> outcome.startsWith("HTTP 401, token-unreadable, "));
        GuardedServer.bean(SealingJob.class).seal();
        assertThat(administrator.get("$verify-audit").text()).contains("\"valueBoolean\":true");
    }
}
