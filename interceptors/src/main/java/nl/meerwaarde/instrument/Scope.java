package nl.meerwaarde.instrument;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The variables that an expression sees: those of the Questionnaire and of the items it stands in, the outer ones first. Of two with one name the
 * later one counts, so an inner variable may hide an outer one and still be computed from it.
 *
 * @param variables in the order in which they are declared
 */
public record Scope(List<Variable> variables) {
    public Scope {
        variables = List.copyOf(variables);
    }

    /**
     * What an expression on an item sees.
     *
     * @param all every variable of the instrument, those of an item after those of the items around it
     * @param linkId the item; null for the Questionnaire itself
     */
    static Scope at(@Nullable String linkId, List<Question> questions, List<Variable> all) {
        if (all.stream().allMatch(variable -> variable.item() == null)) {
            return new Scope(all);
        }
        Set<String> around = new HashSet<>();
        collect(linkId, questions, around);
        return new Scope(all.stream()
                .filter(variable -> variable.item() == null || around.contains(variable.item()))
                .toList());
    }

    private static boolean collect(@Nullable String linkId, List<Question> questions, Set<String> around) {
        for (Question question : questions) {
            if (question.linkId().equals(linkId) || collect(linkId, question.children(), around)) {
                around.add(question.linkId());
                return true;
            }
        }
        return false;
    }

    /** The variable that {@code %name} means here. */
    public Optional<Variable> find(String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .reduce((outer, inner) -> inner);
    }

    /** What this variable's own expression sees: those declared before it. */
    public Scope before(Variable variable) {
        int index = variables.indexOf(variable);
        return new Scope(variables.subList(0, index < 0 ? variables.size() : index));
    }
}
