package nl.meerwaarde.server.limit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.apache.commons.lang3.StringUtils;
import org.hl7.fhir.r4.model.Bundle;

/**
 * Refuses Bundles with too many entries, and searches that ask for more than a search may: each link of a chain and each parameter is a join, each value a
 * place in a list.
 */
@Interceptor
public class RequestLimit {
    private final LimitSettings limits;

    RequestLimit(LimitSettings limits) {
        this.limits = limits;
    }

    /**
     * Before a request is handled.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 413 for a Bundle, 400 for a search with everything that is too much
     */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RequestDetails request, RestOperationTypeEnum operation) {
        if (operation == RestOperationTypeEnum.SEARCH_TYPE || operation == RestOperationTypeEnum.SEARCH_SYSTEM) {
            checkSearch(request);
        } else if (request.getResource() instanceof Bundle bundle) {
            checkBundle(bundle);
        }
    }

    private void checkBundle(Bundle bundle) {
        int entries = bundle.getEntry().size();
        if (entries > limits.bundleEntries()) {
            throw Problems.tooLarge(
                    problem(ProblemCode.TOO_LARGE, "Bundle.entry", "bundle-entries", entries, limits.bundleEntries()));
        }
    }

    private void checkSearch(RequestDetails request) {
        List<Problem> problems = new ArrayList<>();
        Map<String, String[]> parameters = request.getParameters();
        int count =
                parameters.values().stream().mapToInt(values -> values.length).sum();
        if (count > limits.searchParameters()) {
            problems.add(costly("", "search-parameters", count, limits.searchParameters()));
        }
        parameters.forEach((name, values) -> check(name, values, problems));
        if (!problems.isEmpty()) {
            throw Problems.badRequest(problems);
        }
    }

    private void check(String name, String[] values, List<Problem> problems) {
        int links = StringUtils.countMatches(name, '.') + StringUtils.countMatches(name, Constants.PARAM_HAS + ":");
        if (links > limits.chainLength()) {
            problems.add(costly(name, "chain-length", links, limits.chainLength()));
        }
        for (String value : values) {
            int alternatives = StringUtils.countMatches(value, ',') + 1;
            if (alternatives > limits.searchValues()) {
                problems.add(costly(name, "search-values", alternatives, limits.searchValues()));
            }
        }
    }

    private static Problem costly(String parameter, String key, int asked, int most) {
        return problem(ProblemCode.TOO_COSTLY, parameter, key, asked, most);
    }

    private static Problem problem(ProblemCode code, String path, String key, int asked, int most) {
        return new Problem(code, path, Sentence.beside(RequestLimit.class, key, asked, most));
    }
}
