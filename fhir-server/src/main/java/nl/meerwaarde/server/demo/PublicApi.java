package nl.meerwaarde.server.demo;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.Resource;

/** The server's FHIR API as anybody sees it: over HTTP. */
class PublicApi {
    private final FhirContext fhirContext;
    private final HttpClient http = HttpClient.newHttpClient();

    PublicApi(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    <T extends Resource> T get(Class<T> type, String address) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "application/fhir+json")
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "GET " + address + " gave " + answer.statusCode() + ": " + answer.body());
            }
            return fhirContext.newJsonParser().parseResource(type, answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("GET " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted during GET " + address, e);
        }
    }
}
