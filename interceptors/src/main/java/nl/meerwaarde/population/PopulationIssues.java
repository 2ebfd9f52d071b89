package nl.meerwaarde.population;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;

/** What could not be filled in and why, each once. */
final class PopulationIssues {
    private final Set<Problem> issues = new LinkedHashSet<>();

    void add(ProblemCode code, String path, String sentence) {
        issues.add(new Problem(code, path, sentence));
    }

    void addAll(List<Problem> problems) {
        issues.addAll(problems);
    }

    List<Problem> all() {
        return List.copyOf(issues);
    }
}
