package nl.meerwaarde.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;

/** The order in which scores can be computed when one uses the result of another. */
final class ScoreOrder {
    private final Map<String, Set<String>> needs = new HashMap<>();
    private final Map<Variable, Set<String>> variableNeeds = new IdentityHashMap<>();
    private final Map<String, ScoreRule> scoresByLinkId;
    private final Set<String> done = new LinkedHashSet<>();

    /**
     * @param ordered the scores, each after those it needs; as declared where that leaves a choice
     * @param cycle a score that needs itself, directly or through others
     */
    record Outcome(List<ScoreRule> ordered, Optional<ScoreRule> cycle) {}

    private ScoreOrder(List<ScoreRule> scores, Function<String, Scope> scopes) {
        scoresByLinkId = scores.stream().collect(Collectors.toMap(ScoreRule::linkId, s -> s, (first, second) -> first));
        for (ScoreRule score : scores) {
            needs.put(
                    score.linkId(),
                    score.computation() instanceof ScoreComputation.Expression computation
                            ? needed(computation.expression(), scopes.apply(score.linkId()))
                            : Set.of());
        }
    }

    /** @param scopes the variables that an expression on an item sees, by linkId */
    static Outcome of(List<ScoreRule> scores, Function<String, Scope> scopes) {
        ScoreOrder order = new ScoreOrder(scores, scopes);
        for (ScoreRule score : scores) {
            Optional<ScoreRule> cycle = order.visit(score.linkId(), new LinkedHashSet<>());
            if (cycle.isPresent()) {
                return new Outcome(scores, cycle);
            }
        }
        return new Outcome(order.done.stream().map(order.scoresByLinkId::get).toList(), Optional.empty());
    }

    /** A score is needed where its linkId stands as a literal, in the expression or in a variable that it uses. */
    private Set<String> needed(ExpressionNode expression, Scope scope) {
        Set<String> needed = new LinkedHashSet<>(FhirPath.literals(expression));
        needed.retainAll(scoresByLinkId.keySet());
        for (String name : FhirPath.variablesUsed(expression)) {
            scope.find(name).ifPresent(variable -> needed.addAll(neededBy(variable, scope)));
        }
        return needed;
    }

    private Set<String> neededBy(Variable variable, Scope scope) {
        Set<String> known = variableNeeds.get(variable);
        if (known == null) {
            known = needed(variable.expression(), scope.before(variable));
            variableNeeds.put(variable, known);
        }
        return known;
    }

    private Optional<ScoreRule> visit(String linkId, Set<String> path) {
        if (done.contains(linkId)) {
            return Optional.empty();
        }
        if (!path.add(linkId)) {
            return Optional.ofNullable(scoresByLinkId.get(linkId));
        }
        for (String needed : new ArrayList<>(needs.get(linkId))) {
            Optional<ScoreRule> cycle = visit(needed, path);
            if (cycle.isPresent()) {
                return cycle;
            }
        }
        path.remove(linkId);
        done.add(linkId);
        return Optional.empty();
    }
}
