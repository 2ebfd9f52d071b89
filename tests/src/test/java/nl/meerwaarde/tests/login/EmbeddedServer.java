package nl.meerwaarde.tests.login;

/** The authorization server that the FHIR server brings. */
record EmbeddedServer() implements AuthorizationServer {
    @Override
    public String issuer() {
        return SignInServer.address();
    }

    @Override
    public String fhirBase() {
        return SignInServer.fhirBase();
    }

    @Override
    public String own() {
        return "openid fhirUser launch/patient patient/Observation.rs";
    }

    @Override
    public Visitor visitor(String name) {
        return new Person(name);
    }
}
