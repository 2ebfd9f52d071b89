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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import nl.meerwaarde.fhir.GiantNumbers;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;
import org.hl7.fhir.r4.model.DecimalType;
import org.jspecify.annotations.Nullable;

/**
 * Says 400 to values of searches and of bodies over which HAPI 8.8 falls. A number with a giant exponent it writes out digit by digit: one request takes minutes, and then all memory. A date
 * or number that is none it takes for a fault of its own where it stands in an entry of a batch.
 */
@Interceptor
public class SearchValueInterceptor {
    /** A number of more than a thousand digits, or with an exponent of more than four. */
    private static final Pattern GIANT = Pattern.compile(
            "(?:^|[,|$\\s])(?:[a-z]{2})?[+-]?(?:[\\p{Nd}.]{1001,}|[\\p{Nd}.]+[eE][+-]?\\p{Nd}{5,}(?=$|[,|$\\s]))");

    private static final long LARGEST_EXPONENT = 10_000;

    private static final Set<RestSearchParameterTypeEnum> NUMERIC = EnumSet.of(
            RestSearchParameterTypeEnum.NUMBER,
            RestSearchParameterTypeEnum.QUANTITY,
            RestSearchParameterTypeEnum.COMPOSITE);
    private static final Set<RestSearchParameterTypeEnum> READ = EnumSet.of(
            RestSearchParameterTypeEnum.DATE, RestSearchParameterTypeEnum.NUMBER, RestSearchParameterTypeEnum.QUANTITY);

    private static final int BEFORE_ANYTHING_IS_READ = -2_000;

    /** Authorization has order 200 in HAPI: who may not ask learns nothing. */
    private static final int AFTER_AUTHORIZATION = 900;

    private final FhirContext fhirContext;
    private final ISearchParamRegistry searchParameters;

    SearchValueInterceptor(FhirContext fhirContext, ISearchParamRegistry searchParameters) {
        this.fhirContext = fhirContext;
        this.searchParameters = searchParameters;
    }

    /** Before anything reads the body or the parameters, also to see whether they may be sent: HAPI reads a million digits in a minute. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED, order = BEFORE_ANYTHING_IS_READ)
    public void arrived(RequestDetails request) {
        List<Problem> problems = new ArrayList<>();
        byte[] body = request.loadRequestContents();
        if (body != null && GiantNumbers.areIn(body)) {
            problems.add(problem("", "giant-value"));
        }
        giants(request.getParameters(), "", problems);
        giants(request.getHeader(Constants.HEADER_IF_NONE_EXIST), Constants.HEADER_IF_NONE_EXIST, problems);
        refuse(problems);
    }

    /** The same of the entries of a Bundle; and of what is stored, because numbers that can be searched for stand in the index. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = AFTER_AUTHORIZATION)
    public void read(RequestDetails request) {
        if (request.isSubRequest()) {
            return; // an entry: read with its Bundle
        }
        List<Problem> problems = new ArrayList<>();
        if (request.getResource() != null && mayHaveGiant(request) && hasGiant(request.getResource())) {
            problems.add(problem("", "giant-value"));
        }
        if (request.getResource() instanceof Bundle bundle) {
            for (int i = 0; i < bundle.getEntry().size(); i++) {
                BundleEntryComponent entry = bundle.getEntry().get(i);
                String path = "Bundle.entry[" + i + "].request";
                giants(entry.getRequest().getUrl(), path + ".url", problems);
                giants(entry.getRequest().getIfNoneExist(), path + ".ifNoneExist", problems);
            }
        }
        refuse(problems);
    }

    /** In XML, and in a text, an exponent is written out later than when it is read. */
    private static boolean mayHaveGiant(RequestDetails request) {
        String type = request.getHeader(Constants.HEADER_CONTENT_TYPE);
        byte[] body = request.loadRequestContents();
        return type == null || type.contains("xml") || body != null && GiantNumbers.mayBeIn(body);
    }

    private boolean hasGiant(IBaseResource sent) {
        return fhirContext.newTerser().getAllPopulatedChildElementsOfType(sent, DecimalType.class).stream()
                .filter(DecimalType::hasValue)
                .anyMatch(decimal -> isGiant(decimal.getValue()));
    }

    private static boolean isGiant(BigDecimal value) {
        long scale = value.scale();
        return Math.abs(scale) > LARGEST_EXPONENT || Math.abs(value.precision() - scale) > LARGEST_EXPONENT;
    }

    private void giants(@Nullable String address, String path, List<Problem> problems) {
        if (address != null) {
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
                || Arrays.stream(name.split("[.:]"))
                        .anyMatch(code -> fhirContext.getResourceTypes().stream()
                                .flatMap(type -> parameter(type, code).stream())
                                .anyMatch(parameter -> NUMERIC.contains(parameter.getParamType())));
    }

    private Optional<RuntimeSearchParam> parameter(String type, String name) {
        return Optional.ofNullable(
                searchParameters.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SEARCH));
    }

    /** HAPI makes a transaction of each entry of a batch; what is said of that becomes the answer to the entry. The batch itself is left alone: its entries do not refuse each other. */
    @Hook(Pointcut.STORAGE_TRANSACTION_PROCESSING)
    public void processing(IBaseBundle sent) {
        if (sent instanceof Bundle bundle && bundle.getType() != Bundle.BundleType.BATCH) {
            List<Problem> problems = new ArrayList<>();
            bundle.getEntry().forEach(entry -> processing(entry, problems));
            refuse(problems);
        }
    }

    private void processing(BundleEntryComponent entry, List<Problem> problems) {
        BundleEntryRequestComponent asked = entry.getRequest();
        String url = Objects.requireNonNullElse(asked.getUrl(), "");
        int question = url.indexOf('?');
        if (question >= 0) {
            unreadable(url.substring(0, question), url, "Bundle.entry.request.url", problems);
        }
        if (asked.hasIfNoneExist() && entry.hasResource()) {
            String type = entry.getResource().fhirType();
            unreadable(type, asked.getIfNoneExist(), "Bundle.entry.request.ifNoneExist", problems);
        }
        if (asked.hasIfMatch()
                && !ParameterUtil.parseETagValue(asked.getIfMatch()).matches("\\d{1,18}")) {
            problems.add(problem("Bundle.entry.request.ifMatch", "version"));
        }
    }

    private void unreadable(String type, String condition, String path, List<Problem> problems) {
        if (fhirContext.getResourceTypes().contains(type)) {
            parameters(condition)
                    .forEach((name, values) -> parameter(type, name)
                            .filter(parameter -> READ.contains(parameter.getParamType()))
                            .filter(parameter -> !Arrays.stream(values).allMatch(value -> isReadable(parameter, value)))
                            .ifPresent(parameter -> problems.add(problem(path, "value", name))));
        }
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
