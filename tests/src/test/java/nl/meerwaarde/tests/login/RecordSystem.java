package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** The record system of the house, which opens applications for a patient. */
final class RecordSystem {
    private static final AuthorizationServer SERVER = new EmbeddedServer();

    private RecordSystem() {}

    /**
     * Opens a launch.
     *
     * @param more members of the request besides, each with a comma after it
     * @return the parameter with which the application is opened
     */
    static String launch(String app, String patient, String more) {
        Answer opened = asks("{%s \"client\": \"%s\", \"patient\": \"%s\"}".formatted(more, app, patient));
        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        return opened.json().getString("launch");
    }

    /** Asks for a launch with this body. */
    static Answer asks(String body) {
        String token = SERVER.ehr().token("system/*.cruds").json().getString("access_token");
        return new Web(Map.of("Authorization", "Bearer " + token))
                .postJson(SignInServer.address() + "/oauth2/launch", body);
    }
}
