package nl.meerwaarde.tests.identity;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which tokens count, whoever issues them, and what is told to whom has none. The class that has these tests brings {@code tokensThatCount} and
 * {@code tokensThatDoNotCount}.
 */
interface TokenContract {
    Complaint REFUSED = new Complaint(ProblemCode.NOT_AUTHENTICATED, "", "This token does not count here");
    Complaint MISSING = new Complaint(ProblemCode.NOT_AUTHENTICATED, "", "Say who you are");
    String DEFINITIONS = "Questionnaire?_count=1";

    /** A client without a token. */
    Fhir nobody();

    /** A token that counts. */
    String token(Role role);

    default Reply ask(String token) {
        return nobody().with("Authorization", "Bearer " + token).get(DEFINITIONS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensThatCount")
    default void aTokenThatCountsLetsIn(String what, String token) {
        assertThat(ask(token)).hasStatus(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensThatDoNotCount")
    default void aTokenThatDoesNotCountLetsNobodyIn(String what, String token) {
        assertThat(ask(token))
                .isRefusedWith(401, List.of(REFUSED))
                .hasHeader("WWW-Authenticate", "error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Questionnaire",
                "Patient/1",
                "Patient/$everything",
                "",
                "$async-status",
                "metadata/Patient",
                "?_getpages=b2f4",
                "Patient?_format=json&access_token=x"
            })
    default void withoutATokenNothingIsTold(String path) {
        assertThat(nobody().get(path)).isRefusedWith(401, List.of(MISSING)).hasHeader("WWW-Authenticate", "Bearer");
    }

    @Test
    default void aTokenInTheAddressDoesNotCount() {
        assertThat(nobody().get(DEFINITIONS + "&access_token=" + token(Role.EHR)))
                .hasStatus(401);
    }

    @Test
    default void whatTheServerCanDoIsToldToEverybody() {
        assertThat(nobody().get("metadata").stored(CapabilityStatement.class).getRest())
                .hasSize(1);
    }

    @Test
    default void healthIsToldToEverybodyAndMetricsToAdministrators() {
        assertThat(status("/actuator/health/readiness", null)).isEqualTo(200);
        assertThat(status("/actuator/health", null)).isEqualTo(200);
        assertThat(status("/actuator/prometheus", null)).isEqualTo(401);
        assertThat(status("/actuator/prometheus", token(Role.EHR))).isEqualTo(403);
        assertThat(status("/actuator/prometheus", token(Role.ADMINISTRATOR))).isEqualTo(200);
    }

    private int status(String path, @Nullable String token) {
        RequestSpecification request = RestAssured.given();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.get(nobody().base().replaceFirst("/fhir$", path)).statusCode();
    }

    /** Neither the address nor another header says anything. */
    @Test
    default void nobodyBecomesSomebodyByAHeader() {
        Fhir somebody = nobody().with("X-Forwarded-User", "ehr")
                .with("X-Emergency-Reason", "emergency")
                .with("Authorization", "Basic ZWhyOmVocg==");
        assertThat(somebody.get("Patient")).hasStatus(401);
    }
}
