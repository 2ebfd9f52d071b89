package nl.meerwaarde.server.login;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Opens launches for a record system, which then opens the application with the launch parameter (SMART EHR launch). */
@RestController
@ConditionalOnWebApplication
@ConditionalOnProperty(LoginConfiguration.ENABLED)
class LaunchController {
    static final String LAUNCH = "/oauth2/launch";

    private final Directory directory;
    private final Launches launches;
    private final PatientChoice patients;

    LaunchController(Directory directory, Launches launches, PatientChoice patients) {
        this.directory = directory;
        this.launches = launches;
        this.patients = patients;
    }

    /**
     * What a record system asks for.
     *
     * @param client id of the application
     * @param patient id of a Patient here
     * @param encounter id of an Encounter, where one is open
     * @param need_patient_banner false when the record system shows beside the application whose data it is
     */
    record Asked(
            @Nullable String client,
            @Nullable String patient,
            @Nullable String encounter,
            @Nullable Boolean need_patient_banner) {}

    @PostMapping(LAUNCH)
    ResponseEntity<Map<String, Object>> launch(@RequestBody Asked asked, @AuthenticationPrincipal Jwt token) {
        boolean trusted = directory
                .app(token.getSubject())
                .filter(App::launches)
                .filter(app -> app.id().equals(token.getClaimAsString("client_id")))
                .isPresent();
        if (!trusted) {
            return refused(HttpStatus.FORBIDDEN, "access_denied", "this client does not open launches");
        }
        String client = asked.client();
        List<String> scopes = client == null
                ? List.of()
                : directory.app(client).map(App::scopes).orElse(List.of());
        if (client == null || !scopes.contains(GrantedScopes.LAUNCH)) {
            return refused(HttpStatus.BAD_REQUEST, "invalid_request", "client is an application that can be launched");
        }
        String patient = asked.patient();
        if (patient == null || patients.candidate(patient).isEmpty()) {
            return refused(HttpStatus.BAD_REQUEST, "invalid_request", "patient is the id of a Patient of this server");
        }
        boolean banner = !Boolean.FALSE.equals(asked.need_patient_banner());
        String launch = launches.open(client, new LaunchContext(patient, asked.encounter(), banner));
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("launch", launch, "expires_in", Launches.LIFE.toSeconds()));
    }

    private static ResponseEntity<Map<String, Object>> refused(HttpStatus status, String error, String description) {
        return ResponseEntity.status(status).body(Map.of("error", error, "error_description", description));
    }
}
