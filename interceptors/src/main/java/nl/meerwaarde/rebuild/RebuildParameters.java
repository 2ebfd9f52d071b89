package nl.meerwaarde.rebuild;

import ca.uhn.fhir.model.api.IModelJson;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What a rebuild job is asked to do. A class and not a record, because HAPI's job parameters are mutable beans. */
public class RebuildParameters implements IModelJson {
    @JsonProperty("patient")
    private @Nullable String patient;

    /** For the JSON reader. */
    public RebuildParameters() {}

    RebuildParameters(@Nullable String patient) {
        this.patient = patient;
    }

    /** The id of the one patient to rebuild, or null for all. */
    public @Nullable String patient() {
        return patient;
    }
}
