package nl.meerwaarde.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The order in which scores can be computed when one uses the result of another. */
final class ScoreOrder {
    private final Map<String, Set<String>> needs = new HashMap<>();
    private final Map<String, ScoreRule> scoresByLinkId;
    private final Set<String> done = new LinkedHashSet<>();

    /**
     * @param ordered the scores, each after those it needs; as declared where that leaves a choice
     * @param cycle a score that needs itself, directly or through others
     */
    record Outcome(List<ScoreRule> ordered, Optional<ScoreRule> cycle) {}

    private ScoreOrder(List<ScoreRule> scores, List<Variable> variables) {
        Set<String> linkIds = scores.stream().map(ScoreRule::linkId).collect(Collectors.toSet());
        scoresByLinkId = scores.stream().collect(Collectors.toMap(ScoreRule::linkId, s -> s, (first, second) -> first));
        Map<String, Set<String>> variableNeeds = new HashMap<>();
        for (Variable variable : variables) {
            variableNeeds.put(variable.name(), needed(variable.expression(), linkIds, variableNeeds));
        }
        scores.forEach(score -> needs.put(score.linkId(), needed(score.expression(), linkIds, variableNeeds)));
    }

    static Outcome of(List<ScoreRule> scores, List<Variable> variables) {
        ScoreOrder order = new ScoreOrder(scores, variables);
        for (ScoreRule score : scores) {
            Optional<ScoreRule> cycle = order.visit(score.linkId(), new LinkedHashSet<>());
            if (cycle.isPresent()) {
                return new Outcome(scores, cycle);
            }
        }
        return new Outcome(order.done.stream().map(order.scoresByLinkId::get).toList(), Optional.empty());
    }

    /** A score is needed where its linkId stands as a literal, in the expression or in a variable that it uses. */
    private static Set<String> needed(
            org.hl7.fhir.r4.fhirpath.ExpressionNode expression,
            Set<String> linkIds,
            Map<String, Set<String>> variableNeeds) {
        Set<String> needed = new LinkedHashSet<>(FhirPath.literals(expression));
        needed.retainAll(linkIds);
        FhirPath.variablesUsed(expression).forEach(name -> needed.addAll(variableNeeds.getOrDefault(name, Set.of())));
        return needed;
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
