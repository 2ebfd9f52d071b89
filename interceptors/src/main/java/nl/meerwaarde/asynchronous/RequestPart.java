package nl.meerwaarde.asynchronous;

import ca.uhn.fhir.model.api.IModelJson;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a request that has an answer of its own. */
public class RequestPart implements IModelJson {
    @JsonProperty("index")
    private int index;

    @JsonProperty("parameters")
    private Map<String, List<String>> parameters = new LinkedHashMap<>();

    /** For the JSON reader. */
    public RequestPart() {}

    RequestPart(int index, Map<String, List<String>> parameters) {
        this.index = index;
        this.parameters = new LinkedHashMap<>(parameters);
    }

    /** Its place in the request, from 0. */
    public int index() {
        return index;
    }

    /** Its parameters, as texts. */
    public Map<String, List<String>> parameters() {
        return Map.copyOf(parameters);
    }
}
