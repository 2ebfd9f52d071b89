package nl.meerwaarde.outcomeset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Code;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;

/**
 * The parameters of {@code $respondent-burden}, checked.
 *
 * @param sets addresses of the sets that are counted together
 * @param conditions the patient's conditions and treatments; empty when every patient is meant
 */
record RespondentBurdenRequest(List<CanonicalReference> sets, Set<Code> conditions) {
    private static final String SET = "set";
    private static final String CONDITION = "condition";

    RespondentBurdenRequest {
        sets = List.copyOf(sets);
        conditions = Set.copyOf(conditions);
    }

    /** The parameters, or everything that is wrong with them. */
    sealed interface Reading {
        record Usable(RespondentBurdenRequest request) implements Reading {}

        record Refused(List<Problem> problems) implements Reading {}
    }

    static Reading read(OperationParameters given) {
        List<Problem> problems = new ArrayList<>();
        given.names().stream()
                .filter(name -> !name.equals(SET) && !name.equals(CONDITION))
                .forEach(name -> problems.add(
                        invalid(name, "is not a parameter of $respondent-burden; allowed are condition and set.")));
        List<CanonicalReference> sets = new ArrayList<>();
        for (String text : texts(given, SET)) {
            if (text.isBlank()) {
                problems.add(invalid(SET, "must be the address of an outcome set (url or url|version)."));
            } else {
                sets.add(CanonicalReference.parse(text));
            }
        }
        Set<Code> conditions = new HashSet<>();
        for (String text : texts(given, CONDITION)) {
            if (text.matches("[^|\\s]+\\|[^|\\s]+")) {
                conditions.add(Code.ofKey(text));
            } else {
                problems.add(invalid(CONDITION, "must be system|code."));
            }
        }
        return problems.isEmpty()
                ? new Reading.Usable(new RespondentBurdenRequest(sets, conditions))
                : new Reading.Refused(List.copyOf(problems));
    }

    private static List<String> texts(OperationParameters given, String name) {
        return given.all(name).stream().map(OperationParameters::text).toList();
    }

    private static Problem invalid(String parameter, String sentence) {
        return new Problem(ProblemCode.INVALID_PARAMETER, parameter, "Parameter " + parameter + " " + sentence);
    }

    /** Whether a patient with these conditions is asked. */
    boolean includes(Measurement measurement) {
        return conditions.isEmpty()
                || measurement.onlyWith().isEmpty()
                || measurement.onlyWith().stream().anyMatch(conditions::contains);
    }
}
