package nl.meerwaarde.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.dao.predicate.SearchFilterParser;
import ca.uhn.fhir.jpa.dao.predicate.SearchFilterParser.FilterSyntaxException;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.QualifiedParamList;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ParameterUtil;
import ca.uhn.fhir.util.UrlUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.jspecify.annotations.Nullable;

/**
 * Says 400 to requests that HAPI 8.8 begins although it cannot read them, and ends with 500: a {@code _filter} that is none, a page that begins before the first, an entry of
 * a batch without a method. By then it has forgotten why. And to deletions by a parameter that HAPI leaves out of account, as it does with most that begin with an underscore: these
 * would delete everything.
 */
@Interceptor
public class SearchRequestInterceptor {
    /** Parameters with an underscore that narrow a deletion, or say how it is done and answered. */
    private static final Set<String> COUNT_IN_DELETIONS = Set.of(
            "_id",
            "_lastUpdated",
            "_tag",
            "_profile",
            "_security",
            "_source",
            "_list",
            "_has",
            "_language",
            "_count",
            "_offset",
            "_total",
            "_includeDeleted",
            "_expunge",
            "_cascade",
            "_format",
            "_pretty");

    /** Authorization has order 200 in HAPI: who may not ask learns nothing. */
    private static final int AFTER_AUTHORIZATION = 900;

    /** @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 400 with every such problem */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = AFTER_AUTHORIZATION)
    public void check(RequestDetails request) {
        List<Problem> problems = new ArrayList<>();
        check(request.getParameters(), "", problems);
        check(query(request.getHeader(Constants.HEADER_IF_NONE_EXIST)), "If-None-Exist", problems);
        if (request.getRequestType() == RequestTypeEnum.DELETE) {
            checkDeletion(request.getParameters(), "", problems);
        }
        if (request.getResource() instanceof Bundle bundle) {
            check(bundle, problems);
        }
        if (!problems.isEmpty()) {
            throw Problems.badRequest(problems);
        }
    }

    private static void check(Bundle bundle, List<Problem> problems) {
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            BundleEntryComponent entry = bundle.getEntry().get(i);
            BundleEntryRequestComponent asked = entry.getRequest();
            String path = "Bundle.entry[" + i + "].request";
            if (bundle.getType() == BundleType.BATCH && !asked.hasMethod()) {
                problems.add(problem(path + ".method", "method-missing"));
            }
            check(query(asked.getUrl()), path + ".url", problems);
            if (asked.getMethod() == HTTPVerb.DELETE) {
                checkDeletion(query(asked.getUrl()), path + ".url", problems);
            }
            check(query(asked.getIfNoneExist()), path + ".ifNoneExist", problems);
        }
    }

    private static Map<String, String[]> query(@Nullable String address) {
        return address == null ? Map.of() : UrlUtil.parseQueryString(address.substring(address.indexOf('?') + 1));
    }

    private static void checkDeletion(Map<String, String[]> parameters, String path, List<Problem> problems) {
        parameters.keySet().stream()
                .map(name -> name.split("[:.]", 2)[0])
                .filter(name -> name.startsWith("_") && !COUNT_IN_DELETIONS.contains(name))
                .forEach(name -> problems.add(problem(path.isEmpty() ? name : path, "deletion", name)));
    }

    private static void check(Map<String, String[]> parameters, String path, List<Problem> problems) {
        parameters.forEach((name, values) -> {
            // Only of the first does HAPI make something.
            String value = values.length == 0 ? "" : values[0];
            if (is(Constants.PARAM_FILTER, name) && !(name.equals(Constants.PARAM_FILTER) && isFilter(value))) {
                problems.add(problem(path.isEmpty() ? Constants.PARAM_FILTER : path, "filter"));
            }
            if (is(Constants.PARAM_OFFSET, name) && value.strip().startsWith("-")) {
                problems.add(problem(path.isEmpty() ? Constants.PARAM_OFFSET : path, "offset"));
            }
        });
    }

    /** With or without a modifier. */
    private static boolean is(String parameter, String name) {
        return name.equals(parameter) || name.startsWith(parameter + ":") || name.startsWith(parameter + ".");
    }

    /** Whether HAPI's reader gets to an end of it; what it then says is wrong it says itself. */
    private static boolean isFilter(String value) {
        String read = ParameterUtil.unescape(QualifiedParamList.splitQueryStringByCommasIgnoreEscape(null, value)
                .get(0));
        try {
            SearchFilterParser.parse(read);
            return true;
        } catch (FilterSyntaxException e) {
            return true;
        } catch (IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static Problem problem(String path, String key, Object... arguments) {
        return new Problem(
                ProblemCode.UNREADABLE_REQUEST,
                path,
                Sentence.beside(SearchRequestInterceptor.class, "unreadable-request." + key, arguments));
    }
}
