package nl.meerwaarde.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an operation, whether they stand in the address or in a Parameters resource. The body is read strictly: what FHIR does not know would
 * otherwise be dropped in silence, and with it perhaps an answer.
 */
public final class OperationParameters {
    /** HAPI's and FHIR's own parameters of every request. */
    static final Set<String> GENERAL = Set.of("_format", "_pretty", "_summary", "_elements");

    private final Map<String, List<ParametersParameterComponent>> byName = new LinkedHashMap<>();

    private OperationParameters() {}

    /**
     * Reads the parameters of a request; those in the address become strings.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException with everything that is wrong with a body that is no Parameters resource
     */
    public static OperationParameters of(FhirContext fhirContext, ServletRequestDetails request) {
        return of(fhirContext, request, null);
    }

    /**
     * The same where a client may send the only resource among the parameters without Parameters around it.
     *
     * @param bare name of the parameter that such a body is; null when the body must be Parameters
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException with everything that is wrong with a body that cannot be read
     */
    public static OperationParameters of(
            FhirContext fhirContext, ServletRequestDetails request, @Nullable String bare) {
        OperationParameters parameters = new OperationParameters();
        request.getParameters().forEach((name, values) -> {
            for (String value : values) {
                parameters.add(new ParametersParameterComponent().setName(name).setValue(new StringType(value)));
            }
        });
        if (request.getRequestType() == RequestTypeEnum.POST) {
            body(fhirContext, request)
                    .map(body -> inParameters(body, bare))
                    .ifPresent(body -> body.getParameter().forEach(parameters::add));
        }
        return parameters;
    }

    /** The parameters of a Parameters resource. */
    public static OperationParameters of(Parameters given) {
        OperationParameters parameters = new OperationParameters();
        given.getParameter().forEach(parameters::add);
        return parameters;
    }

    private void add(ParametersParameterComponent parameter) {
        byName.computeIfAbsent(String.valueOf(parameter.getName()), name -> new ArrayList<>())
                .add(parameter);
    }

    private static Parameters inParameters(IBaseResource body, @Nullable String bare) {
        if (body instanceof Parameters parameters) {
            return parameters;
        }
        if (bare == null) {
            throw Problems.badRequest(
                    List.of(invalid("The body must be a Parameters resource, not a " + body.fhirType() + ".")));
        }
        Parameters parameters = new Parameters();
        parameters.addParameter().setName(bare).setResource((Resource) body);
        return parameters;
    }

    private static Optional<IBaseResource> body(FhirContext fhirContext, ServletRequestDetails request) {
        byte[] body = request.loadRequestContents();
        if (body == null || body.length == 0) {
            return Optional.empty();
        }
        EncodingEnum encoding = RestfulServerUtils.determineRequestEncodingNoDefault(request);
        UnreadableParts unreadable = new UnreadableParts();
        IBaseResource resource;
        try {
            resource = (encoding == null ? EncodingEnum.JSON : encoding)
                    .newParser(fhirContext)
                    .setParserErrorHandler(unreadable)
                    .parseResource(new String(body, StandardCharsets.UTF_8));
        } catch (DataFormatException e) {
            throw Problems.badRequest(List.of(invalid("The body is not a FHIR resource: " + e.getMessage())));
        }
        if (!unreadable.problems().isEmpty()) {
            throw Problems.badRequest(unreadable.problems());
        }
        return Optional.of(resource);
    }

    private static Problem invalid(String sentence) {
        return new Problem(ProblemCode.INVALID_PARAMETER, "", sentence);
    }

    /** The names of the parameters that were given, without those that every request may have. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>(byName.keySet());
        names.removeAll(GENERAL);
        return names;
    }

    /** Every occurrence of a parameter, in the order given. */
    public List<ParametersParameterComponent> all(String name) {
        return List.copyOf(byName.getOrDefault(name, List.of()));
    }

    /**
     * The one parameter that an operation has.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException naming every parameter that is missing, given twice or unknown
     */
    public ParametersParameterComponent theOnly(String name) {
        List<Problem> problems = new ArrayList<>();
        names().stream()
                .filter(given -> !given.equals(name))
                .map(given -> problem(given, "is not known here; there is only " + name))
                .forEach(problems::add);
        List<ParametersParameterComponent> given = all(name);
        if (given.size() != 1) {
            problems.add(problem(name, given.isEmpty() ? "is needed" : "may be given once"));
        }
        if (!problems.isEmpty()) {
            throw Problems.badRequest(problems);
        }
        return given.get(0);
    }

    /** What is wrong with a parameter. */
    public static Problem problem(String parameter, String what) {
        return new Problem(ProblemCode.INVALID_PARAMETER, parameter, "Parameter " + parameter + " " + what + ".");
    }

    /** Every parameter as text: a reference by where it points to, a value that is not primitive as the empty text. */
    public Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        byName.forEach((name, parameters) -> texts.put(
                name, parameters.stream().map(OperationParameters::text).toList()));
        return texts;
    }

    /** A parameter as text. */
    public static String text(ParametersParameterComponent parameter) {
        if (parameter.getValue() instanceof Reference reference) {
            return String.valueOf(reference.getReference());
        }
        return parameter.hasValue() && parameter.getValue().isPrimitive()
                ? String.valueOf(parameter.getValue().primitiveValue())
                : "";
    }
}
