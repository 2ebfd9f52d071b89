package nl.meerwaarde.asynchronous;

import ca.uhn.fhir.model.api.IModelJson;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/** The answers to all parts of a request, in its order. */
public class RequestAnswers implements IModelJson {
    @JsonProperty("answers")
    private List<PartAnswer> answers = new ArrayList<>();

    /** For the JSON reader. */
    public RequestAnswers() {}

    RequestAnswers(List<PartAnswer> answers) {
        this.answers = new ArrayList<>(answers);
    }

    /** One for each part. */
    public List<PartAnswer> answers() {
        return List.copyOf(answers);
    }
}
