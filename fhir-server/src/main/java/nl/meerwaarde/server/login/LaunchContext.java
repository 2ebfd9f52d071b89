package nl.meerwaarde.server.login;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an application was opened for.
 *
 * @param patient id of the Patient
 * @param encounter id of the Encounter; null when none is open
 * @param needPatientBanner whether the application has to show whose data it shows
 */
record LaunchContext(String patient, @Nullable String encounter, boolean needPatientBanner) implements Serializable {
    /** Under which a grant keeps it. */
    static final String ATTRIBUTE = LaunchContext.class.getName();

    /** A context that a person chose. */
    static LaunchContext ofPatient(String patient) {
        return new LaunchContext(patient, null, true);
    }

    /** As members of the token response. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("patient", patient);
        if (encounter != null) {
            parameters.put("encounter", encounter);
        }
        parameters.put("need_patient_banner", needPatientBanner);
        return parameters;
    }
}
