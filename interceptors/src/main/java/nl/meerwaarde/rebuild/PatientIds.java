package nl.meerwaarde.rebuild;

import ca.uhn.fhir.model.api.IModelJson;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/** A chunk of patients to rebuild. */
public class PatientIds implements IModelJson {
    @JsonProperty("ids")
    private List<String> ids = new ArrayList<>();

    /** For the JSON reader. */
    public PatientIds() {}

    PatientIds(List<String> ids) {
        this.ids = new ArrayList<>(ids);
    }

    /** Logical ids of Patients. */
    public List<String> ids() {
        return List.copyOf(ids);
    }
}
