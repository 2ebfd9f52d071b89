package nl.meerwaarde.tests.login;

import com.nimbusds.jwt.JWTClaimsSet;
import nl.meerwaarde.tests.support.Fhir;

/** Where people sign in and applications get tokens: the server itself, or a Keycloak beside it. People, applications and systems are the same at each. */
interface AuthorizationServer {
    /** As in tokens. */
    String issuer();

    /** Address of the FHIR server for which it issues tokens. */
    String fhirBase();

    /** What an application asks for that is about the record of who signs in. */
    String own();

    /** One of the people, who did not sign in yet. */
    Visitor visitor(String name);

    /** An address that the FHIR server tells applications, such as {@code token_endpoint}. */
    default String endpoint(String name) {
        return new Web()
                .get(fhirBase() + "/.well-known/smart-configuration")
                .json()
                .getString(name);
    }

    /** A FHIR client that sends this token. */
    default Fhir fhir(String token) {
        return new Fhir(fhirBase()).with("Authorization", "Bearer " + token);
    }

    /** What stands in a token of this server, whose signature is right. */
    default JWTClaimsSet claims(String token) {
        return Tokens.claims(endpoint("jwks_uri"), token);
    }

    /** The application of patients, which has no secret. */
    default TestApp portal() {
        return TestApp.portal(this);
    }

    /** The application of professionals, which has a key pair. */
    default TestApp viewer() {
        return TestApp.viewer(this);
    }

    default BackendClient ehr() {
        return new BackendClient(endpoint("token_endpoint"), "ehr", TestKeys.EHR);
    }

    default BackendClient registry() {
        return new BackendClient(endpoint("token_endpoint"), "registry", TestKeys.REGISTRY);
    }
}
