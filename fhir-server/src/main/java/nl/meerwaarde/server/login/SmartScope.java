package nl.meerwaarde.server.login;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A scope on resources, such as {@code patient/Observation.rs?category=survey}.
 *
 * @param context of whom: {@code patient}, {@code user} or {@code system}
 * @param resource a resource type, or {@link #EVERY}
 * @param interactions what, never empty
 * @param restrictions parameters of the search that the resources must match, all of them, as they stand in the scope; empty for every resource of the type
 * @see <a href="https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html">SMART App Launch 2.2, scopes</a>
 */
record SmartScope(String context, String resource, Set<Interaction> interactions, Set<String> restrictions) {
    static final String PATIENT = "patient";
    static final String USER = "user";
    static final String SYSTEM = "system";
    static final String EVERY = "*";

    private static final Pattern FORM =
            Pattern.compile("(patient|user|system)/(\\*|[A-Z][A-Za-z]+)\\.(c?r?u?d?s?)(?:\\?(.+))?");

    /** In the order in which scopes write them. */
    enum Interaction {
        CREATE('c'),
        READ('r'),
        UPDATE('u'),
        DELETE('d'),
        SEARCH('s');

        private final char letter;

        Interaction(char letter) {
            this.letter = letter;
        }
    }

    SmartScope {
        if (interactions.isEmpty()) {
            throw new IllegalArgumentException("A scope allows something");
        }
        interactions = Set.copyOf(interactions);
        restrictions = Set.copyOf(restrictions);
    }

    /** Reads a scope of version 2; empty for any other text. */
    static Optional<SmartScope> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches() || form.group(3).isEmpty()) {
            return Optional.empty();
        }
        Set<Interaction> interactions = Arrays.stream(Interaction.values())
                .filter(interaction -> form.group(3).indexOf(interaction.letter) >= 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Interaction.class)));
        Set<String> restrictions = form.group(4) == null
                ? Set.of()
                : Set.copyOf(Arrays.asList(form.group(4).split("&")));
        return Optional.of(new SmartScope(form.group(1), form.group(2), interactions, restrictions));
    }

    /** What both allow; empty when that is nothing. */
    Optional<SmartScope> meet(SmartScope other) {
        Set<Interaction> both = EnumSet.copyOf(interactions);
        both.retainAll(other.interactions);
        if (both.isEmpty() || !context.equals(other.context) || !(isOn(other.resource) || other.isOn(resource))) {
            return Optional.empty();
        }
        Set<String> all = new TreeSet<>(restrictions);
        all.addAll(other.restrictions);
        return Optional.of(new SmartScope(context, resource.equals(EVERY) ? other.resource : resource, both, all));
    }

    private boolean isOn(String type) {
        return resource.equals(EVERY) || resource.equals(type);
    }

    /** Whether this allows everything that the other does. */
    boolean covers(SmartScope other) {
        return meet(other).filter(other::equals).isPresent();
    }

    /** What asked and allowed scopes have in common, each part once. */
    static Set<SmartScope> common(Collection<SmartScope> asked, Collection<SmartScope> allowed) {
        Set<SmartScope> met = asked.stream()
                .flatMap(one -> allowed.stream().flatMap(other -> one.meet(other).stream()))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        return met.stream()
                .filter(one -> met.stream().noneMatch(other -> !other.equals(one) && other.covers(one)))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    boolean allows(Interaction interaction) {
        return interactions.contains(interaction);
    }

    @Override
    public String toString() {
        String letters = Arrays.stream(Interaction.values())
                .filter(interactions::contains)
                .map(interaction -> String.valueOf(interaction.letter))
                .collect(Collectors.joining());
        String search = restrictions.isEmpty() ? "" : "?" + String.join("&", new TreeSet<>(restrictions));
        return context + "/" + resource + "." + letters + search;
    }
}
