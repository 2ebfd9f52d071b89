package nl.meerwaarde.asynchronous;

import ca.uhn.fhir.model.api.IModelJson;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.meerwaarde.requester.Requester;

/** A request, as its job keeps it. A class and not a record, because HAPI's job parameters are mutable beans. */
public class AsynchronousParameters implements IModelJson {
    @JsonProperty("operation")
    private String operation = "";

    @JsonProperty("request")
    private String request = "";

    @JsonProperty("issuer")
    private String issuer = "";

    @JsonProperty("subject")
    private String subject = "";

    @JsonProperty("parts")
    private List<RequestPart> parts = new ArrayList<>();

    /** For the JSON reader. */
    public AsynchronousParameters() {}

    /** @param asker empty where nobody tells who asks */
    AsynchronousParameters(String operation, String request, Optional<Requester> asker, List<RequestPart> parts) {
        this.operation = operation;
        this.request = request;
        this.issuer = asker.map(Requester::issuer).orElse("");
        this.subject = asker.map(Requester::subject).orElse("");
        this.parts = new ArrayList<>(parts);
    }

    /** The operation's code. */
    public String operation() {
        return operation;
    }

    /** The address that was asked, without its parameters. */
    public String request() {
        return request;
    }

    /** Whether it was this requester who asked. */
    boolean isOf(Requester requester) {
        return issuer.equals(requester.issuer()) && subject.equals(requester.subject());
    }

    /** What is answered apart from each other. */
    public List<RequestPart> parts() {
        return List.copyOf(parts);
    }
}
