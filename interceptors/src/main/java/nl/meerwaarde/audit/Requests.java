package nl.meerwaarde.audit;

import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.util.UrlUtil;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.GiantNumbers;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.RequesterSource;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;

/** What there is to know of a request besides its outcome. */
class Requests {
    private static final String FORWARDED = "X-Forwarded-For";
    private static final String REQUEST_ID = Requests.class.getName();

    private final Optional<RequesterSource> source;
    private final boolean forwarded;

    /**
     * @param source who says who asks; where a host has none, everybody may do everything and nobody says who that is
     * @param forwarded whether the proxy's word about the address counts
     */
    Requests(Optional<RequesterSource> source, boolean forwarded) {
        this.source = source;
        this.forwarded = forwarded;
    }

    Agent agent(RequestDetails request) {
        if (source.isEmpty()) {
            return Agent.of(Optional.of(Requester.anybody()));
        }
        try {
            return Agent.of(source.get().of(request));
        } catch (RuntimeException e) { // a token that does not count: the attempt is recorded, of whom is not known
            return Agent.UNKNOWN;
        }
    }

    /** Keeps the id of a request where its parts find it: HAPI gives the entries of a Bundle none. */
    static void noteId(ServletRequestDetails request) {
        request.getUserData().put(REQUEST_ID, text(request.getRequestId()));
    }

    Origin origin(ServletRequestDetails request) {
        String id = (String) request.getUserData().getOrDefault(REQUEST_ID, "");
        return new Origin(id, address(request.getServletRequest()), text(request.getFhirServerBase()));
    }

    /** The last one in the header is what the nearest proxy saw itself; those before it are what it was told. */
    String address(HttpServletRequest servlet) {
        String header = forwarded ? servlet.getHeader(FORWARDED) : null;
        return header == null || header.isBlank()
                ? text(servlet.getRemoteAddr())
                : header.substring(header.lastIndexOf(',') + 1).strip();
    }

    Target target(ServletRequestDetails request) {
        return Target.of(
                request.getServletRequest().getMethod(),
                text(request.getRequestPath()),
                !request.getParameters().isEmpty());
    }

    /** The address below the base as it was asked, with what a form or a Parameters resource says besides. */
    String query(ServletRequestDetails request, @Nullable IBaseResource body) {
        String asked = request.getServletRequest().getQueryString();
        String posted = "POST".equals(request.getServletRequest().getMethod()) ? posted(request, body) : "";
        String parameters =
                Stream.of(text(asked), posted).filter(text -> !text.isEmpty()).collect(Collectors.joining("&"));
        return text(request.getRequestPath()) + (parameters.isEmpty() ? "" : "?" + parameters);
    }

    private static String posted(ServletRequestDetails request, @Nullable IBaseResource body) {
        if (body instanceof Parameters parameters) {
            return parameters.getParameter().stream()
                    .filter(parameter ->
                            parameter.hasValue() && parameter.getValue().isPrimitive())
                    .map(parameter ->
                            encoded(parameter.getName(), parameter.getValue().primitiveValue()))
                    .collect(Collectors.joining("&"));
        }
        // HAPI reads the parameters of a form into those of the address, also where both have the same name.
        Map<String, String[]> inAddress = inAddress(request);
        return request.getParameters().entrySet().stream()
                .flatMap(parameter -> Stream.of(parameter.getValue())
                        .filter(value -> !List.of(inAddress.getOrDefault(parameter.getKey(), new String[0]))
                                .contains(value))
                        .map(value -> encoded(parameter.getKey(), value)))
                .collect(Collectors.joining("&"));
    }

    /** None when the address cannot be read; it is recorded as it came. */
    private static Map<String, String[]> inAddress(ServletRequestDetails request) {
        try {
            return UrlUtil.parseQueryString(text(request.getServletRequest().getQueryString()));
        } catch (IllegalArgumentException percentSignThatEncodesNothing) {
            return Map.of();
        }
    }

    private static String encoded(Stream<Map.Entry<String, String[]>> parameters) {
        return parameters
                .flatMap(parameter -> Stream.of(parameter.getValue()).map(value -> encoded(parameter.getKey(), value)))
                .collect(Collectors.joining("&"));
    }

    /** On what a write depended: the address with the parameters that chose the resource; empty when the resource was named. */
    static String condition(ServletRequestDetails request) {
        String condition = encoded(request.getParameters().entrySet().stream());
        return condition.isEmpty() ? "" : text(request.getRequestPath()) + "?" + condition;
    }

    /** What was sent, as far as it can be read; null when nothing was. Operations read their bodies themselves, and a refused body was perhaps never read. */
    @Nullable
    IBaseResource body(ServletRequestDetails request) {
        if (request.getResource() != null) {
            return request.getResource();
        }
        String type = request.getServletRequest().getContentType();
        EncodingEnum encoding = EncodingEnum.forContentType(type == null ? "" : type.split(";")[0].strip());
        byte[] contents = encoding == null ? null : request.loadRequestContents();
        if (encoding == null || contents == null || contents.length == 0 || GiantNumbers.areIn(contents)) {
            return null;
        }
        try {
            return encoding.newParser(request.getFhirContext())
                    .setParserErrorHandler(new LenientErrorHandler(false))
                    .parseResource(new String(contents, StandardCharsets.UTF_8));
        } catch (RuntimeException unreadable) {
            // HAPI's parser fails in many ways over what is no FHIR: with a null where an object belongs, for example.
            return null;
        }
    }

    private static String encoded(String name, String value) {
        return URLEncoder.encode(text(name), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(text(value), StandardCharsets.UTF_8);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
