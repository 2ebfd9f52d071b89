package nl.meerwaarde.tests.identity;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.GuardedServer;
import nl.meerwaarde.tests.support.TestIssuer;
import nl.meerwaarde.tests.support.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.Arguments;

/** Tokens that the tests sign: good ones, and bad ones of every kind. */
class TokenIT implements TokenContract {
    @Override
    public Fhir nobody() {
        return GuardedServer.nobody();
    }

    @Override
    public String token(Role role) {
        return GuardedServer.issuer()
                .token("somebody")
                .of(role)
                .scopes("system/*.rs")
                .signed();
    }

    private static TestToken token() {
        return GuardedServer.issuer().token("somebody").of(Role.EHR).scopes("system/*.rs");
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

    @Test
    void nobodyIsTurnedAwayBecauseAnIssuerIs() {
        assertThat(ask(GuardedServer.issuerAway().token("somebody").of(Role.EHR).signed()))
                .isRefusedWith(503, List.of(new Complaint(ProblemCode.IDENTITY_UNAVAILABLE, "", "Try again later")));
    }
}
