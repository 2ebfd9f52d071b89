package nl.meerwaarde.asynchronous;

import ca.uhn.fhir.model.api.IModelJson;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The answer to a part of a request. */
public class PartAnswer implements IModelJson {
    @JsonProperty("index")
    private int index;

    @JsonProperty("status")
    private int status;

    @JsonProperty("resource")
    private String resource = "";

    @JsonProperty("location")
    private String location = "";

    @JsonProperty("own")
    private boolean own;

    /** For the JSON reader. */
    public PartAnswer() {}

    private PartAnswer(int index, int status, String resource, String location, boolean own) {
        this.index = index;
        this.status = status;
        this.resource = resource;
        this.location = location;
        this.own = own;
    }

    /** An answer that is not stored yet. */
    static PartAnswer computed(int index, String resource) {
        return new PartAnswer(index, 200, resource, "", false);
    }

    /**
     * An answer that is stored.
     *
     * @param own whether it was stored for this request, and goes when the request goes
     */
    static PartAnswer stored(int index, String location, boolean own) {
        return new PartAnswer(index, 200, "", location, own);
    }

    /** No answer, with the OperationOutcome that says why. */
    static PartAnswer refused(int index, int status, String outcome) {
        return new PartAnswer(index, status, outcome, "", false);
    }

    /** The place of its part in the request. */
    public int index() {
        return index;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The answer as JSON, or the OperationOutcome that says why there is none; empty when it is stored. */
    public String resource() {
        return resource;
    }

    /** Where it is stored, as {@code Type/id}; empty when it is not. */
    public String location() {
        return location;
    }

    /** Whether it was stored for this request only. */
    public boolean own() {
        return own;
    }
}
