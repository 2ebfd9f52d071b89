package nl.meerwaarde.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where in a resource something goes, as {@code Questionnaire.item.definition} says it: the canonical of a resource type or profile, and the id of one of its
 * elements, or of one further down.
 *
 * @param canonical with the version it is named with
 * @param steps from the resource down; never empty
 */
record ElementPath(String canonical, List<Step> steps) {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*(\\[x])?");

    ElementPath {
        steps = List.copyOf(steps);
    }

    /**
     * One element on the way.
     *
     * @param name of the element; of a choice with the type where it is named
     * @param slice which of several, as the profile calls it, or null
     */
    record Step(String name, @Nullable String slice) {}

    /** Reads a definition; empty when it has not that form. */
    static Optional<ElementPath> of(@Nullable String definition) {
        int hash = definition == null ? -1 : definition.indexOf('#');
        if (definition == null || hash <= 0) {
            return Optional.empty();
        }
        String[] names = definition.substring(hash + 1).split("\\.");
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i < names.length; i++) {
            Optional<Step> step = step(names[i]);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
        }
        return steps.isEmpty() ? Optional.empty() : Optional.of(new ElementPath(definition.substring(0, hash), steps));
    }

    /** {@code value[x]:valueQuantity} is the choice with its type, not a slice. */
    private static Optional<Step> step(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String slice = colon < 0 ? null : text.substring(colon + 1);
        boolean typed = slice != null && name.endsWith("[x]") && slice.startsWith(name.substring(0, name.length() - 3));
        String element = typed && slice != null ? slice : name;
        return NAME.matcher(element).matches()
                ? Optional.of(new Step(element, typed ? null : slice))
                : Optional.empty();
    }

    /** The element itself, without the way there. */
    Step last() {
        return steps.get(steps.size() - 1);
    }

    /** The first so many steps as an element id, without the type in front. */
    String id(int length) {
        return steps.subList(0, length).stream()
                .map(step -> step.slice() == null ? step.name() : step.name() + ":" + step.slice())
                .collect(Collectors.joining("."));
    }

    int length() {
        return steps.size();
    }

    /** Whether it leads into what is made by this definition. A version is a matter of the one who named it. */
    boolean isOf(String otherCanonical) {
        return canonical.equals(otherCanonical) || withoutVersion(canonical).equals(withoutVersion(otherCanonical));
    }

    private static String withoutVersion(String canonical) {
        int bar = canonical.indexOf('|');
        return bar < 0 ? canonical : canonical.substring(0, bar);
    }
}
