package nl.meerwaarde.tests.support;

import io.restassured.response.Response;
import java.util.List;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Resource;

/**
 * What a server answered.
 *
 * @param request what was asked, for messages
 * @param http the answer itself
 */
public record Reply(String request, Response http) {
    public int status() {
        return http.statusCode();
    }

    /** The answer's text. */
    public String text() {
        return http.asString();
    }

    /** The resource in the answer. */
    public <T extends Resource> T body(Class<T> type) {
        return Fhir.CONTEXT.newJsonParser().parseResource(type, text());
    }

    /** The resource in the answer to a request that must have worked. */
    public <T extends Resource> T stored(Class<T> type) {
        FhirAssert.assertThat(this).succeeded();
        return body(type);
    }

    /** The id of the resource that was created or updated. */
    public String id() {
        FhirAssert.assertThat(this).succeeded();
        return http.jsonPath().getString("id");
    }

    /** What an OperationOutcome complains about. */
    public List<OperationOutcomeIssueComponent> issues() {
        return body(OperationOutcome.class).getIssue();
    }

    @Override
    public String toString() {
        return request + " -> " + status() + " " + text();
    }
}
