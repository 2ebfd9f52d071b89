package nl.meerwaarde.server.login;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which of the scopes that an application asks for it may get: nobody is refused for having asked for more. */
final class GrantedScopes {
    static final String LAUNCH = "launch";
    static final String LAUNCH_PATIENT = "launch/patient";
    static final String FHIR_USER = "fhirUser";
    static final String OFFLINE_ACCESS = "offline_access";
    static final String ONLINE_ACCESS = "online_access";

    private GrantedScopes() {}

    /** To an application that acts for a person. */
    static Set<String> toPerson(Collection<String> asked, Collection<String> allowed) {
        Set<String> granted = new LinkedHashSet<>(asked);
        granted.retainAll(allowed);
        granted.removeIf(scope -> SmartScope.parse(scope).isPresent());
        granted.addAll(common(asked, allowed, scope -> !scope.context().equals(SmartScope.SYSTEM)));
        return granted;
    }

    /** To a system that acts for itself. */
    static Set<String> toSystem(Collection<String> asked, Collection<String> allowed) {
        return common(asked, allowed, scope -> scope.context().equals(SmartScope.SYSTEM));
    }

    private static Set<String> common(
            Collection<String> asked, Collection<String> allowed, Predicate<SmartScope> suits) {
        Set<String> texts = new LinkedHashSet<>();
        SmartScope.common(parsed(asked, suits), parsed(allowed, suits)).forEach(scope -> texts.add(scope.toString()));
        return texts;
    }

    private static List<SmartScope> parsed(Collection<String> scopes, Predicate<SmartScope> suits) {
        return scopes.stream()
                .flatMap(scope -> SmartScope.parse(scope).stream())
                .filter(suits)
                .toList();
    }

    /** Whether these scopes say nothing without a patient. */
    static boolean needPatient(Collection<String> scopes) {
        return scopes.stream()
                .anyMatch(scope -> scope.equals(LAUNCH_PATIENT)
                        || SmartScope.parse(scope)
                                .filter(smart -> smart.context().equals(SmartScope.PATIENT))
                                .isPresent());
    }
}
