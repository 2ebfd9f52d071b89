package nl.meerwaarde.tests.identity;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.stream.Stream;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.login.KeycloakServer;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.TestIssuer;
import nl.meerwaarde.tests.support.TestToken;
import org.junit.jupiter.params.provider.Arguments;

/** Of what Keycloak signs only access tokens for this server count; and nobody can make one up. */
class KeycloakCampaign implements TokenContract {
    private static final KeycloakServer SERVER = KeycloakServer.shared();

    @Override
    public Fhir nobody() {
        return new Fhir(SERVER.fhirBase());
    }

    @Override
    public String token(Role role) {
        return signed(role);
    }

    private static String signed(Role role) {
        return SERVER.as(role, "").headers().get("Authorization").substring("Bearer ".length());
    }

    static Stream<Arguments> tokensThatCount() {
        return Stream.of(
                arguments("of a system", signed(Role.EHR)),
                arguments("of a registry", signed(Role.REGISTRY)),
                arguments("of a person", signed(Role.ADMINISTRATOR)));
    }

    static Stream<Arguments> tokensThatDoNotCount() {
        TestIssuer unknown = TestIssuer.start();
        TestToken forged = TestToken.forged(SERVER.signingKey(), SERVER.issuer(), SERVER.fhirBase(), "somebody")
                .of(Role.EHR);
        String signed = signed(Role.EHR);
        return Stream.concat(
                SERVER.otherTokens().entrySet().stream().map(other -> arguments(other.getKey(), other.getValue())),
                Stream.of(
                        arguments(
                                "of somebody else under the name of Keycloak",
                                unknown.token("somebody")
                                        .of(Role.EHR)
                                        .with("iss", SERVER.issuer())
                                        .with("aud", SERVER.fhirBase())
                                        .signed(JWSAlgorithm.RS256)),
                        arguments("signed with the public key as secret", forged.signedWithThePublicKey()),
                        arguments("signed by nobody", forged.unsigned()),
                        arguments("cut off", signed.substring(0, signed.length() - 8)),
                        arguments("without its signature", signed.substring(0, signed.lastIndexOf('.') + 1))));
    }
}
