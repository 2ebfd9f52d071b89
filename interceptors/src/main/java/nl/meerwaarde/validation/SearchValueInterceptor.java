package nl.meerwaarde.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.util.JpaParamUtil;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.QualifiedParamList;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ParameterUtil;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import ca.uhn.fhir.util.UrlUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.jspecify.annotations.Nullable;

/**
 * Says 400 to values of searches over which HAPI 8.8 falls. A number with a giant exponent it writes out digit by digit: one request takes minutes, and then all memory. A date
 * or number that is none it takes for a fault of its own where it stands in an entry of a batch.
 */
@Interceptor
public class SearchValueInterceptor {
    /** A number of more than a thousand digits, or with an exponent of more than four. */
    private static final Pattern GIANT = Pattern.compile(
            "(?:^|[,|$\\s])(?:[a-z]{2})?[+-]?(?:[\\p{Nd}.]{1001,}|[\\p{Nd}.]+[eE][+-]?\\p{Nd}{5,}(?=$|[,|$\\s]))");

    private static final Set<RestSearchParameterTypeEnum> NUMERIC = EnumSet.of(
            RestSearchParameterTypeEnum.NUMBER,
            RestSearchParameterTypeEnum.QUANTITY,
            RestSearchParameterTypeEnum.COMPOSITE);
    private static final Set<RestSearchParameterTypeEnum> READ = EnumSet.of(
            RestSearchParameterTypeEnum.DATE, RestSearchParameterTypeEnum.NUMBER, RestSearchParameterTypeEnum.QUANTITY);

    /** Authorization has order 200 in HAPI: who may not ask learns nothing. */
    private static final int AFTER_AUTHORIZATION = 900;

    private final FhirContext fhirContext;
    private final ISearchParamRegistry searchParameters;

    SearchValueInterceptor(FhirContext fhirContext, ISearchParamRegistry searchParameters) {
        this.fhirContext = fhirContext;
        this.searchParameters = searchParameters;
    }

    /** Before HAPI reads the parameters: it reads a million digits in a minute. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED, order = AFTER_AUTHORIZATION)
    public void arrived(RequestDetails request) {
        List<Problem> problems = new ArrayList<>();
        giants(request.getParameters(), "", problems);
        giants(request.getHeader(Constants.HEADER_IF_NONE_EXIST), Constants.HEADER_IF_NONE_EXIST, problems);
        refuse(problems);
    }

    /** The same of the entries of a Bundle. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = AFTER_AUTHORIZATION)
    public void read(RequestDetails request) {
        if (request.getResource() instanceof Bundle bundle) {
            List<Problem> problems = new ArrayList<>();
            for (int i = 0; i < bundle.getEntry().size(); i++) {
                BundleEntryComponent entry = bundle.getEntry().get(i);
                String path = "Bundle.entry[" + i + "].request";
                giants(entry.getRequest().getUrl(), path + ".url", problems);
                giants(entry.getRequest().getIfNoneExist(), path + ".ifNoneExist", problems);
            }
            refuse(problems);
        }
    }

    private void giants(@Nullable String address, String path, List<Problem> problems) {
        // Few have a number of that kind, and only those are read.
        if (address != null && address.length() > 5) {
            giants(parameters(address), path, problems);
        }
    }

    private void giants(Map<String, String[]> parameters, String path, List<Problem> problems) {
        parameters.forEach((name, values) -> {
            if (Arrays.stream(values).anyMatch(value -> GIANT.matcher(value).find()) && isNumeric(name)) {
                problems.add(problem(path.isEmpty() ? name : path, "giant-number", name));
            }
        });
    }

    /** Whether a parameter, or one at the end of a chain, is a number of some resource: elsewhere an identifier may look like one. */
    private boolean isNumeric(String name) {
        return name.startsWith(Constants.PARAM_FILTER)
                || Arrays.stream(name.split("[.:]")).anyMatch(code -> fhirContext.getResourceTypes().stream()
                        .flatMap(type -> parameter(type, code).stream())
                        .anyMatch(parameter -> NUMERIC.contains(parameter.getParamType())));
    }

    private Optional<RuntimeSearchParam> parameter(String type, String name) {
        return Optional.ofNullable(
                searchParameters.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SEARCH));
    }

    /** HAPI makes a transaction of each entry of a batch; what is said here becomes the answer to that entry. */
    @Hook(Pointcut.STORAGE_TRANSACTION_PROCESSING)
    public void processing(IBaseBundle sent) {
        if (sent instanceof Bundle bundle) {
            List<Problem> problems = new ArrayList<>();
            bundle.getEntry().forEach(entry -> {
                unreadable(entry.getRequest().getUrl(), "Bundle.entry.request.url", problems);
                if (entry.getRequest().hasIfNoneExist()) {
                    unreadable(
                            entry.getResource().fhirType() + "?"
                                    + entry.getRequest().getIfNoneExist(),
                            "Bundle.entry.request.ifNoneExist",
                            problems);
                }
                version(entry.getRequest().getIfMatch(), problems);
            });
            refuse(problems);
        }
    }

    private void unreadable(@Nullable String address, String path, List<Problem> problems) {
        int question = address == null ? -1 : address.indexOf('?');
        if (address == null || question < 0 || !fhirContext.getResourceTypes().contains(address.substring(0, question))) {
            return;
        }
        String type = address.substring(0, question);
        parameters(address).forEach((name, values) -> parameter(type, name)
                .filter(parameter -> READ.contains(parameter.getParamType()))
                .filter(parameter -> !Arrays.stream(values).allMatch(value -> isReadable(parameter, value)))
                .ifPresent(parameter -> problems.add(problem(path, "value", name))));
    }

    private boolean isReadable(RuntimeSearchParam parameter, String value) {
        try {
            JpaParamUtil.parseQueryParams(
                    fhirContext,
                    parameter.getParamType(),
                    parameter.getName(),
                    List.of(QualifiedParamList.splitQueryStringByCommasIgnoreEscape(null, value)));
            return true;
        } catch (DataFormatException | InvalidRequestException | IllegalArgumentException e) {
            return false;
        }
    }

    private static void version(@Nullable String ifMatch, List<Problem> problems) {
        if (ifMatch != null && !ParameterUtil.parseETagValue(ifMatch).matches("\\d{1,18}")) {
            problems.add(problem("Bundle.entry.request.ifMatch", "version"));
        }
    }

    private static Map<String, String[]> parameters(String address) {
        return UrlUtil.parseQueryString(address.substring(address.indexOf('?') + 1));
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw Problems.badRequest(problems);
        }
    }

    private static Problem problem(String path, String key, Object... arguments) {
        return new Problem(
                ProblemCode.UNREADABLE_REQUEST,
                path,
                Sentence.beside(SearchValueInterceptor.class, "unreadable-request." + key, arguments));
    }
}
