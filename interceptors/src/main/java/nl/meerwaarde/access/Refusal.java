package nl.meerwaarde.access;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.List;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;

/** How the gate says no. */
final class Refusal {
    private Refusal() {}

    /** 403: not for a role or a scope like this, whatever it is about. */
    static BaseServerResponseException notAllowed(String path, String key, Object... arguments) {
        return Problems.forbidden(List.of(problem(path, key, arguments)));
    }

    static Problem problem(String path, String key, Object... arguments) {
        return new Problem(ProblemCode.NOT_ALLOWED, path, Sentence.beside(Refusal.class, key, arguments));
    }

    /** 404, the same for what is not here, what was deleted, and what is here for others. */
    static BaseServerResponseException notHere(String reference) {
        return Problems.notFound(
                List.of(new Problem(ProblemCode.NOT_HERE, "", Sentence.beside(Refusal.class, "not-here", reference))));
    }
}
