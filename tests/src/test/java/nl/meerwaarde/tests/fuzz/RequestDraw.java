package nl.meerwaarde.tests.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests to a FHIR server with something wrong in address, headers or body. */
final class RequestDraw {
    private static final byte[] NOTHING = {};
    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "POST", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW");
    private static final List<String> CONTENT_TYPES = List.of(
            "application/fhir+json",
            "application/fhir+json",
            "application/fhir+json",
            "application/json",
            "application/fhir+xml",
            "application/json-patch+json",
            "application/xml-patch+xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "text/plain",
            "application/fhir+json; charset=utf-99",
            "*/*",
            "/");
    private static final List<String> PARAMETERS = List.of(
            "_id",
            "_lastUpdated",
            "_profile",
            "_security",
            "_tag",
            "_content",
            "_text",
            "_list",
            "_has",
            "_filter",
            "_type",
            "_query",
            "_sort",
            "_count",
            "_offset",
            "_include",
            "_revinclude",
            "_summary",
            "_total",
            "_elements",
            "_contained",
            "_containedType",
            "_format",
            "_pretty",
            "_getpages",
            "_getpagesoffset",
            "_at",
            "_since",
            "_source",
            "_in",
            "subject",
            "patient",
            "questionnaire",
            "authored",
            "status",
            "code",
            "date",
            "category",
            "value-quantity",
            "code-value-quantity",
            "identifier",
            "name",
            "birthdate",
            "subject.name",
            "subject:Patient.birthdate",
            "patient.organization.name",
            "_has:Observation:patient:code",
            "_has:Observation:patient:_has:x:y:z",
            "periodStart",
            "periodEnd",
            "recipient",
            "recipientOrganization",
            "reporter",
            "reportType",
            "measure",
            "group",
            "timeLine",
            "limits",
            "language",
            "moment",
            "practitioner",
            "url",
            "version");
    private static final List<String> MODIFIERS = List.of(
            "",
            "",
            "",
            "",
            ":exact",
            ":contains",
            ":missing",
            ":not",
            ":above",
            ":below",
            ":in",
            ":iterate",
            ":text",
            ":of-type",
            ":identifier",
            ":Patient",
            ":nonsense",
            ":",
            ".",
            "..");

    private final Draw draw;
    private final BodyDraw bodies;
    private final Seeds seeds;

    RequestDraw(Draw draw, Seeds seeds) {
        this.draw = draw;
        this.bodies = new BodyDraw(draw);
        this.seeds = seeds;
    }

    static boolean isUnknown(String method) {
        return method.equals("BREW");
    }

    HttpRequest next() {
        String method = draw.of(METHODS);
        boolean withBody = List.of("POST", "PUT", "PATCH").contains(method);
        Map<String, String> headers = headers();
        if (!withBody) {
            return new HttpRequest(method, target(), headers, NOTHING);
        }
        String contentType = draw.of(CONTENT_TYPES);
        headers.put("Content-Type", contentType);
        if (contentType.contains("xml")) {
            return new HttpRequest(method, target(), headers, bodies.xml());
        }
        if (method.equals("PATCH")) {
            return new HttpRequest(method, "/fhir/" + seeds.anyPath(draw), headers, bodies.of(seeds.anyPatch(draw)));
        }
        Seeds.Seed seed = seeds.any(draw);
        String target = draw.either(
                0.8, () -> "/fhir" + (method.equals("PUT") ? "/" + seed.path() : seed.postedTo()), this::target);
        return new HttpRequest(method, target + (draw.happens(0.2) ? query() : ""), headers, bodies.of(seed.json()));
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        if (draw.happens(0.2)) {
            headers.put(
                    "Accept",
                    draw.of(List.of(
                            "application/fhir+json",
                            "application/fhir+xml",
                            "text/html",
                            "image/svg+xml",
                            "application/fhir+turtle",
                            "x",
                            "*/*;q=9")));
        }
        for (String name : List.of(
                "If-Match",
                "If-None-Match",
                "If-None-Exist",
                "If-Modified-Since",
                "Prefer",
                "Accept-Language",
                "X-Request-Id",
                "X-HTTP-Method-Override",
                "Content-Encoding",
                "Cache-Control",
                "X-Forwarded-Host",
                "X-Forwarded-Proto")) {
            if (draw.happens(0.04)) {
                headers.put(name, onOneLine(draw.oddText()));
            }
        }
        return headers;
    }

    /** Else it would be another request. */
    private static String onOneLine(String text) {
        return text.replaceAll("[\\r\\n]", " ")
                .chars()
                .filter(c -> c < 256)
                .limit(2_000)
                .collect(StringBuilder::new, (line, c) -> line.append((char) c), StringBuilder::append)
                .toString();
    }

    private String target() {
        String path =
                switch (draw.below(7)) {
                    case 0 -> seeds.anyType(draw);
                    case 1 -> seeds.anyPath(draw);
                    case 2 ->
                        seeds.anyPath(draw) + "/_history" + draw.of(List.of("", "/1", "/99999999999", "/x", "/1/2"));
                    case 3 ->
                        draw.of(List.of(
                                "",
                                "metadata",
                                "_history",
                                "_search",
                                "$everything",
                                "$meta",
                                "$expunge",
                                "$reindex",
                                "$async-status",
                                "$graphql"));
                    case 4 -> seeds.anyType(draw) + "/" + seeds.anyOperation(draw);
                    case 5 ->
                        seeds.anyPath(draw) + "/"
                                + draw.either(0.7, () -> seeds.anyOperation(draw), () -> encoded(draw.oddText()));
                    default ->
                        IntStream.range(0, 1 + draw.below(4))
                                .mapToObj(i -> encoded(draw.oddText()))
                                .collect(Collectors.joining("/"));
                };
        return "/fhir/" + path + (draw.happens(0.7) ? query() : "");
    }

    private String query() {
        return "?"
                + IntStream.range(0, 1 + draw.below(4))
                        .mapToObj(i -> encoded(draw.of(PARAMETERS)) + draw.of(MODIFIERS) + "=" + parameterValue())
                        .collect(Collectors.joining("&"));
    }

    private String parameterValue() {
        return switch (draw.below(6)) {
            case 0 -> seeds.anyPath(draw);
            case 1 ->
                draw.of(List.of(
                        "2024",
                        "2024-01-01",
                        "ge2024",
                        "lt2024-01-01T00:00:00Z",
                        "2025-01",
                        "month-6",
                        "public",
                        "registry",
                        "record-holder",
                        "year",
                        "exact",
                        "10",
                        "0",
                        "-5",
                        "count",
                        "none"));
            case 2 -> encoded(seeds.anyCanonical(draw));
            case 3 -> draw.of(List.of("%", "%zz", "%c3%28", "%ff", "+", "%2e%2e%2f"));
            default -> encoded(draw.oddText());
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
