package nl.meerwaarde.asynchronous;

import ca.uhn.fhir.model.api.IModelJson;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/** A request, as its job keeps it. A class and not a record, because HAPI's job parameters are mutable beans. */
public class AsynchronousParameters implements IModelJson {
    @JsonProperty("operation")
    private String operation = "";

    @JsonProperty("request")
    private String request = "";

    @JsonProperty("parts")
    private List<RequestPart> parts = new ArrayList<>();

    /** For the JSON reader. */
    public AsynchronousParameters() {}

    AsynchronousParameters(String operation, String request, List<RequestPart> parts) {
        this.operation = operation;
        this.request = request;
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

    /** What is answered apart from each other. */
    public List<RequestPart> parts() {
        return List.copyOf(parts);
    }
}
