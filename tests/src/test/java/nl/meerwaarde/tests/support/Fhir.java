package nl.meerwaarde.tests.support;

import ca.uhn.fhir.context.FhirContext;
import io.restassured.RestAssured;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/**
 * A FHIR server as a client sees it. Immutable: {@link #with} gives a client that sends one more header.
 *
 * @param base address of the FHIR endpoint, without a slash at the end
 * @param headers sent with every request
 */
public record Fhir(String base, Map<String, String> headers) {
    public static final FhirContext CONTEXT = FhirContext.forR4Cached();

    private static final String FHIR_JSON = "application/fhir+json";

    static {
        RestAssured.filters(new ToldByPatients());
    }

    public Fhir {
        headers = Map.copyOf(headers);
    }

    /** A client that sends no headers of its own. */
    public Fhir(String base) {
        this(base, Map.of());
    }

    /** The same client, sending this header too. */
    public Fhir with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Fhir(base, more);
    }

    /** Creates a resource under an id that the server chooses. */
    public Reply post(Resource resource) {
        return post(resource.fhirType(), json(resource));
    }

    /** Posts a text to a path below the base. */
    public Reply post(String path, String json) {
        return send(Method.POST, path, json);
    }

    /** Creates or updates a resource under its own id. */
    public Reply put(Resource resource) {
        return put(path(resource), json(resource));
    }

    /** Puts a text at a path below the base. */
    public Reply put(String path, String json) {
        return send(Method.PUT, path, json);
    }

    /** Changes a resource by JSON Patch. */
    public Reply patch(String path, String jsonPatch) {
        return reply(request().contentType("application/json-patch+json").body(jsonPatch), Method.PATCH, path);
    }

    /** Changes a resource by FHIRPath Patch. */
    public Reply patchByFhirPath(String path, String parameters) {
        return send(Method.PATCH, path, parameters);
    }

    /** Runs a transaction or batch. */
    public Reply bundle(Bundle bundle) {
        return send(Method.POST, "", json(bundle));
    }

    public Reply get(String path) {
        return reply(request(), Method.GET, path);
    }

    /** Reads with parameters, which may hold any character. */
    public Reply get(String path, Map<String, String> parameters) {
        return reply(request().queryParams(parameters), Method.GET, path);
    }

    public Reply delete(String path) {
        return reply(request(), Method.DELETE, path);
    }

    /** Everything of a type that matches, in one page. */
    public Reply search(String type, Map<String, String> parameters) {
        return reply(request().queryParams(parameters).queryParam("_count", "500"), Method.GET, type);
    }

    /** How many resources of a type match. */
    public int count(String type, Map<String, String> parameters) {
        RequestSpecification request = request().queryParams(parameters).queryParam("_summary", "count");
        return reply(request, Method.GET, type).body(Bundle.class).getTotal();
    }

    /** As a resource travels. */
    public static String json(Resource resource) {
        return CONTEXT.newJsonParser().encodeResourceToString(resource);
    }

    private static String path(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private Reply send(Method method, String path, String json) {
        return reply(request().contentType(FHIR_JSON).body(json), method, path);
    }

    private Reply reply(RequestSpecification request, Method method, String path) {
        Response response = request.request(method, base + (path.isEmpty() ? "" : "/" + path));
        return new Reply(method + " " + path, response);
    }

    private RequestSpecification request() {
        return RestAssured.given().accept(FHIR_JSON).headers(headers);
    }
}
