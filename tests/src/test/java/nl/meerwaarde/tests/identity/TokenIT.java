package nl.meerwaarde.tests.identity;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JWSAlgorithm;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.GuardedServer;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestIssuer;
import nl.meerwaarde.tests.support.TestToken;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens count, and what is told to whom has none. */
class TokenIT {
    private static final Complaint REFUSED =
            new Complaint(ProblemCode.NOT_AUTHENTICATED, "", "This token does not count here");
    private static final Complaint MISSING = new Complaint(ProblemCode.NOT_AUTHENTICATED, "", "Say who you are");
    private static final String DEFINITIONS = "Questionnaire?_count=1";

    private static TestToken token() {
        return GuardedServer.issuer().token("somebody").of(Role.EHR).scopes("system/*.rs");
    }

    private static Reply ask(String token) {
        return GuardedServer.with(token).get(DEFINITIONS);
    }

    static Stream<Arguments> tokensThatCount() {
        Instant now = Instant.now();
        return Stream.of(
                arguments("plain", token().signed()),
                arguments(
                        "of the other issuer",
                        GuardedServer.otherIssuer()
                                .token("somebody")
                                .of(Role.EHR)
                                .scopes("system/*.rs")
                                .signed()),
                arguments("an access token by its type", token().typed("at+jwt").signed()),
                arguments("signed otherwise with the same key", token().signed(JWSAlgorithm.PS256)),
                arguments(
                        "for several servers",
                        token().with("aud", List.of("https://elsewhere.test", "https://guarded.test/fhir"))
                                .signed()),
                arguments(
                        "over for less than clocks may differ",
                        token().livesFrom(now.minusSeconds(310), Duration.ofMinutes(5))
                                .signed()),
                arguments(
                        "of a clock that runs ahead a little",
                        token().livesFrom(now.plusSeconds(10), Duration.ofMinutes(5))
                                .signed()),
                arguments(
                        "as long-lived as a token may be",
                        token().livesFrom(now, Duration.ofHours(1)).signed()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensThatCount")
    void aTokenThatCountsLetsIn(String what, String token) {
        assertThat(ask(token)).hasStatus(200);
    }

    static Stream<Arguments> tokensThatDoNotCount() {
        Instant now = Instant.now();
        TestIssuer unknown = TestIssuer.start();
        String signed = token().signed();
        return Stream.of(
                arguments(
                        "expired",
                        token().livesFrom(now.minusSeconds(400), Duration.ofMinutes(5))
                                .signed()),
                arguments(
                        "of the future",
                        token().livesFrom(now.plusSeconds(120), Duration.ofMinutes(5))
                                .signed()),
                arguments(
                        "not valid yet",
                        token().with("nbf", now.plusSeconds(120).getEpochSecond())
                                .signed()),
                arguments(
                        "too long-lived",
                        token().livesFrom(now, Duration.ofHours(1).plusSeconds(1))
                                .signed()),
                arguments("without an end", token().with("exp", null).signed()),
                arguments("without a beginning", token().with("iat", null).signed()),
                arguments(
                        "for another server",
                        token().with("aud", "https://elsewhere.test").signed()),
                arguments("for nobody in particular", token().with("aud", null).signed()),
                arguments(
                        "of an unknown issuer",
                        unknown.token("somebody").of(Role.EHR).signed()),
                arguments(
                        "of an unknown issuer under the name of a known one",
                        unknown.token("somebody")
                                .of(Role.EHR)
                                .with("iss", GuardedServer.issuer().uri())
                                .signed()),
                arguments(
                        "of one issuer under the name of the other",
                        token().with("iss", GuardedServer.otherIssuer().uri()).signed()),
                arguments("without an issuer", token().with("iss", null).signed()),
                arguments("of nobody", token().with("sub", null).signed()),
                arguments("of another type", token().typed("logout+jwt").signed()),
                arguments("signed by nobody", token().unsigned()),
                arguments("signed with the public key as secret", token().signedWithThePublicKey()),
                arguments("cut off", signed.substring(0, signed.length() - 8)),
                arguments("without its signature", signed.substring(0, signed.lastIndexOf('.') + 1)),
                arguments("no token at all", "open-sesame"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensThatDoNotCount")
    void aTokenThatDoesNotCountLetsNobodyIn(String what, String token) {
        Reply reply = ask(token);
        assertThat(reply).isRefusedWith(401, List.of(REFUSED)).hasHeader("WWW-Authenticate", "error=\"invalid_token\"");
    }

    @Test
    void nobodyIsTurnedAwayBecauseAnIssuerIs() {
        assertThat(ask(GuardedServer.issuerAway().token("somebody").of(Role.EHR).signed()))
                .isRefusedWith(503, List.of(new Complaint(ProblemCode.IDENTITY_UNAVAILABLE, "", "Try again later")));
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
    void withoutATokenNothingIsTold(String path) {
        assertThat(GuardedServer.nobody().get(path))
                .isRefusedWith(401, List.of(MISSING))
                .hasHeader("WWW-Authenticate", "Bearer");
    }

    @Test
    void aTokenInTheAddressDoesNotCount() {
        assertThat(GuardedServer.nobody().get(DEFINITIONS + "&access_token=" + token().signed()))
                .hasStatus(401);
    }

    @Test
    void whatTheServerCanDoIsToldToEverybody() {
        assertThat(GuardedServer.nobody()
                        .get("metadata")
                        .stored(CapabilityStatement.class)
                        .getRest())
                .hasSize(1);
    }

    @Test
    void healthIsToldToEverybodyAndMetricsToAdministrators() {
        assertThat(status("/actuator/health/readiness", null)).isEqualTo(200);
        assertThat(status("/actuator/health", null)).isEqualTo(200);
        assertThat(status("/actuator/prometheus", null)).isEqualTo(401);
        assertThat(status("/actuator/prometheus", token().signed())).isEqualTo(403);
        assertThat(status("/actuator/prometheus", token().of(Role.ADMINISTRATOR).signed()))
                .isEqualTo(200);
    }

    private static int status(String path, String token) {
        var request = RestAssured.given();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request.get(GuardedServer.address() + path).statusCode();
    }

    /** Neither the address nor another header says anything. */
    @Test
    void nobodyBecomesSomebodyByAHeader() {
        Fhir nobody = GuardedServer.nobody()
                .with("X-Forwarded-User", "ehr")
                .with("X-Emergency-Reason", "emergency")
                .with("Authorization", "Basic ZWhyOmVocg==");
        assertThat(nobody.get("Patient")).hasStatus(401);
    }
}
