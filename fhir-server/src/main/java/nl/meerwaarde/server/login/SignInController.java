package nl.meerwaarde.server.login;

import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.meerwaarde.server.login.PatientChoice.Candidate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The way from an application's request to its code, as a person sees it: who you are, for which patient, what you allow. */
@Controller
@ConditionalOnWebApplication
@ConditionalOnProperty(LoginConfiguration.ENABLED)
class SignInController {
    static final String SIGN_IN = "/sign-in";
    static final String CONSENT = "/sign-in/consent";
    static final String PATIENT = "/sign-in/patient";
    static final String STYLE = "/sign-in/style.css";
    static final String ICON = "/sign-in/icon.svg";
    static final String DONE = "/sign-in/done";
    static final String SIGN_OUT = "/sign-in/out";

    /** How long somebody has to wait, in seconds. */
    static final String WAIT = "wait";

    private static final int MINUTE = 60;

    /** More than this, and a person gets a field to look for a name. */
    private static final int AT_A_GLANCE = 12;

    private final Directory directory;
    private final GrantStore grants;
    private final Launches launches;
    private final PatientChoice patients;
    private final LoginProperties properties;
    private final Pages pages = new Pages();

    SignInController(
            Directory directory,
            GrantStore grants,
            Launches launches,
            PatientChoice patients,
            LoginProperties properties) {
        this.directory = directory;
        this.grants = grants;
        this.launches = launches;
        this.patients = patients;
        this.properties = properties;
    }

    @GetMapping(SIGN_IN)
    ResponseEntity<String> signIn(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(name = WAIT, defaultValue = "0") long wait,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            CsrfToken csrf) {
        Map<String, Object> content = new HashMap<>();
        content.put("failed", error != null);
        content.put("minutes", minutes(wait));
        content.put("csrf", csrf.getToken());
        return pages.page(HttpStatus.OK, "sign-in", language, content);
    }

    @GetMapping(DONE)
    ResponseEntity<String> done(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            Principal principal,
            CsrfToken csrf) {
        return pages.page(
                HttpStatus.OK,
                "done",
                language,
                Map.of("who", account(principal).shownName(), "csrf", csrf.getToken()));
    }

    /** Begun ones count; what stands in the address is nobody's promise. */
    private static long minutes(long seconds) {
        return (Math.min(Math.max(seconds, 0), AttemptLimit.LONGEST_WAIT.toSeconds()) + MINUTE - 1) / MINUTE;
    }

    /** Where she is sent after signing out. */
    @GetMapping(SIGN_OUT)
    ResponseEntity<String> signedOut(
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language) {
        return pages.notice(HttpStatus.OK, "signed-out", language);
    }

    @GetMapping(STYLE)
    ResponseEntity<Resource> style() {
        return file("style.css", MediaType.parseMediaType("text/css;charset=UTF-8"));
    }

    @GetMapping(ICON)
    ResponseEntity<Resource> icon() {
        return file("icon.svg", MediaType.parseMediaType("image/svg+xml"));
    }

    private static ResponseEntity<Resource> file(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(new ClassPathResource(name, SignInController.class));
    }

    /** Where the authorization server sends a person who is signed in. */
    @GetMapping(CONSENT)
    ResponseEntity<String> consent(
            @RequestParam String state,
            @RequestParam(defaultValue = "") String name,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            Principal principal,
            CsrfToken csrf) {
        Optional<OAuth2Authorization> found = pending(state, principal);
        if (found.isEmpty()) {
            return pages.notice(HttpStatus.BAD_REQUEST, "too-late", language);
        }
        OAuth2Authorization grant = found.get();
        Account account = account(principal);
        OAuth2AuthorizationRequest request = request(grant);
        LaunchContext context = grant.getAttribute(LaunchContext.ATTRIBUTE);
        if (context == null
                && request.getAdditionalParameters().get(LaunchRequestRules.LAUNCH) instanceof String launch) {
            Optional<LaunchContext> opened = launches.fetch(launch, request.getClientId())
                    .filter(candidate -> patients.mayLaunch(account, candidate.patient()));
            if (opened.isEmpty()) {
                grants.remove(grant);
                return pages.notice(HttpStatus.FORBIDDEN, "no-launch", language);
            }
            context = opened.get();
            keep(grant, context);
        } else if (context == null && GrantedScopes.needPatient(request.getScopes())) {
            List<Candidate> choice = patients.of(account);
            if (!patients.isOnlyOneself(account) || choice.isEmpty()) {
                return choose(grant, account, choice, name, language, csrf);
            }
            context = LaunchContext.ofPatient(choice.get(0).id());
            keep(grant, context);
        }
        return ask(grant, account, context, language, csrf);
    }

    /** A person's choice of a patient. */
    @PostMapping(PATIENT)
    ResponseEntity<String> patient(
            @RequestParam String state,
            @RequestParam(defaultValue = "") String patient,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            Principal principal) {
        Optional<OAuth2Authorization> found = pending(state, principal);
        if (found.isEmpty()) {
            return pages.notice(HttpStatus.BAD_REQUEST, "too-late", language);
        }
        boolean mayChoose = patients.of(account(principal)).stream()
                .anyMatch(candidate -> candidate.id().equals(patient));
        if (mayChoose && found.get().getAttribute(LaunchContext.ATTRIBUTE) == null) {
            keep(found.get(), LaunchContext.ofPatient(patient));
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(CONSENT + "?state="
                        + java.net.URLEncoder.encode(state, java.nio.charset.StandardCharsets.UTF_8)))
                .build();
    }

    private Optional<OAuth2Authorization> pending(String state, Principal principal) {
        return Optional.ofNullable(grants.findByToken(state, new OAuth2TokenType(OAuth2ParameterNames.STATE)))
                .filter(grant -> grant.getPrincipalName().equals(principal.getName()));
    }

    private Account account(Principal principal) {
        return directory
                .account(principal.getName())
                .orElseThrow(() -> new IllegalStateException("Somebody signed in who is not in the directory"));
    }

    private static OAuth2AuthorizationRequest request(OAuth2Authorization grant) {
        return Objects.requireNonNull(grant.getAttribute(OAuth2AuthorizationRequest.class.getName()));
    }

    private void keep(OAuth2Authorization grant, LaunchContext context) {
        grants.save(OAuth2Authorization.from(grant)
                .attribute(LaunchContext.ATTRIBUTE, context)
                .build());
    }

    private ResponseEntity<String> choose(
            OAuth2Authorization grant,
            Account account,
            List<Candidate> choice,
            String name,
            @Nullable String language,
            CsrfToken csrf) {
        String sought = name.strip().toLowerCase(Locale.ROOT);
        Map<String, Object> content = about(grant, account, csrf);
        content.put("name", name);
        content.put("none", choice.isEmpty());
        content.put("many", choice.size() > AT_A_GLANCE);
        content.put(
                "patients",
                choice.stream()
                        .filter(candidate ->
                                candidate.name().toLowerCase(Locale.ROOT).contains(sought))
                        .map(candidate -> shown(candidate, language))
                        .toList());
        return pages.page(HttpStatus.OK, "patient", language, content);
    }

    private ResponseEntity<String> ask(
            OAuth2Authorization grant,
            Account account,
            @Nullable LaunchContext context,
            @Nullable String accepted,
            CsrfToken csrf) {
        ScopeWords words = new ScopeWords(Pages.language(accepted), patients.isOnlyOneself(account), properties);
        Map<String, Object> content = about(grant, account, csrf);
        content.put(
                "patient",
                Optional.ofNullable(context)
                        .flatMap(opened -> patients.candidate(opened.patient()))
                        .map(candidate -> shown(candidate, accepted))
                        .orElse(null));
        content.put("choices", words.choices(request(grant).getScopes()));
        content.put("silent", words.silent(request(grant).getScopes()));
        return pages.page(HttpStatus.OK, "consent", accepted, content);
    }

    private Map<String, Object> about(OAuth2Authorization grant, Account account, CsrfToken csrf) {
        Map<String, Object> content = new HashMap<>();
        content.put("who", account.shownName());
        content.put("csrf", csrf.getToken());
        content.put(
                "app",
                directory.app(grant.getRegisteredClientId()).map(App::name).orElse(""));
        content.put("client", grant.getRegisteredClientId());
        content.put("state", grant.getAttribute(OAuth2ParameterNames.STATE));
        return content;
    }

    private static Map<String, Object> shown(Candidate candidate, @Nullable String accepted) {
        String born = Pages.date(Pages.language(accepted), candidate.birthDate());
        return Map.of("id", candidate.id(), "name", candidate.name(), "born", born);
    }
}
