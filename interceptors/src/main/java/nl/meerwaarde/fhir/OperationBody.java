package nl.meerwaarde.fhir;

import static java.util.stream.Collectors.toCollection;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.RestfulServerUtils;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * The body of an operation that reads its parameters itself. FHIR lets a client send the only resource among the parameters without Parameters around
 * it.
 */
public final class OperationBody {
    private OperationBody() {}

    /**
     * The parameters in a body.
     *
     * @param only name of the parameter that the body is when it is no Parameters resource
     * @return empty without a body
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException (400) when the body cannot be read
     */
    public static Parameters read(FhirContext fhirContext, ServletRequestDetails details, String only) {
        Parameters parameters = new Parameters();
        Optional<Resource> body = resource(fhirContext, details);
        if (body.isEmpty() || body.get() instanceof Parameters) {
            return body.map(Parameters.class::cast).orElse(parameters);
        }
        parameters.addParameter().setName(only).setResource(body.get());
        return parameters;
    }

    /**
     * The parameter with this name, which the operation needs.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.InvalidRequestException (400) naming every parameter that is missing, given twice or unknown
     */
    public static ParametersParameterComponent theOnly(Parameters parameters, String name) {
        List<Problem> problems = parameters.getParameter().stream()
                .filter(parameter -> !name.equals(parameter.getName()))
                .map(parameter ->
                        problem(String.valueOf(parameter.getName()), "is not known here; there is only " + name))
                .collect(toCollection(ArrayList::new));
        List<ParametersParameterComponent> given = parameters.getParameter().stream()
                .filter(parameter -> name.equals(parameter.getName()))
                .toList();
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

    private static Optional<Resource> resource(FhirContext fhirContext, ServletRequestDetails details) {
        byte[] body = details.loadRequestContents();
        if (body == null || body.length == 0) {
            return Optional.empty();
        }
        EncodingEnum encoding = RestfulServerUtils.determineRequestEncodingNoDefault(details);
        try {
            return Optional.of((Resource) (encoding == null ? EncodingEnum.JSON : encoding)
                    .newParser(fhirContext)
                    .parseResource(new String(body, StandardCharsets.UTF_8)));
        } catch (DataFormatException e) {
            throw Problems.badRequest(List.of(
                    new Problem(ProblemCode.INVALID_PARAMETER, "", "The body is no FHIR resource: " + e.getMessage())));
        }
    }
}
