package nl.meerwaarde.server.login;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.meerwaarde.server.login.SmartScope.Interaction;
import org.springframework.util.StringUtils;

/** What scopes mean, in words that a patient can read. */
final class ScopeWords {
    /** How scopes say that an Observation comes from a questionnaire. */
    private static final String SURVEY = "category=survey";

    private final String language;
    private final boolean own;
    private final LoginProperties properties;

    /** @param own whether the reader is the patient */
    ScopeWords(String language, boolean own, LoginProperties properties) {
        this.language = language;
        this.own = own;
        this.properties = properties;
    }

    /** Each scope that a person can leave out, with what it means, in the order of the page. */
    List<Map<String, Object>> choices(Collection<String> scopes) {
        List<Map<String, Object>> choices = new ArrayList<>();
        for (String scope : new TreeSet<>(scopes)) {
            words(scope).ifPresent(words -> choices.add(Map.of("scope", scope, "words", words)));
        }
        return choices;
    }

    /** Scopes that say nothing by themselves; they go along with the others. */
    List<String> silent(Collection<String> scopes) {
        return new TreeSet<>(scopes)
                .stream().filter(scope -> words(scope).isEmpty()).toList();
    }

    private Optional<String> words(String scope) {
        return SmartScope.parse(scope).map(this::words).or(() -> switch (scope) {
            case GrantedScopes.FHIR_USER -> Optional.of(say("scope.fhirUser"));
            case GrantedScopes.OFFLINE_ACCESS ->
                Optional.of(say("scope.offline_access", properties.offlineLife().toDays()));
            case GrantedScopes.ONLINE_ACCESS ->
                Optional.of(say("scope.online_access", properties.onlineLife().toHours()));
            default -> Optional.empty();
        });
    }

    private String words(SmartScope scope) {
        List<String> verbs = new ArrayList<>();
        if (scope.allows(Interaction.READ) || scope.allows(Interaction.SEARCH)) {
            verbs.add(say("may.read"));
        }
        if (scope.allows(Interaction.CREATE)) {
            verbs.add(say("may.create"));
        }
        if (scope.allows(Interaction.UPDATE)) {
            verbs.add(say("may.update"));
        }
        if (scope.allows(Interaction.DELETE)) {
            verbs.add(say("may.delete"));
        }
        String words = say("scope.resources", what(scope.resource()), whose(scope), String.join(", ", verbs));
        String restricted = scope.restrictions().stream()
                .sorted()
                .map(restriction -> SURVEY.equals(restriction) ? say("only.survey") : restriction)
                .collect(Collectors.joining(", "));
        return StringUtils.capitalize(words) + (restricted.isEmpty() ? "" : " " + say("only", restricted));
    }

    private String whose(SmartScope scope) {
        return say(own && scope.context().equals("patient") ? "of.oneself" : "of." + scope.context());
    }

    private String what(String resource) {
        try {
            return say("type." + (resource.equals(SmartScope.EVERY) ? "every" : resource));
        } catch (MissingResourceException e) {
            return say("type.other", resource);
        }
    }

    private String say(String key, Object... arguments) {
        return Pages.sentence(language, key, arguments);
    }
}
