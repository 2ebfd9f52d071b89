package nl.meerwaarde.tests.support;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.hl7.fhir.r4.model.Parameters;

/** Outcome facts made anew from the resources of a patient. */
public final class Rebuilt {
    private Rebuilt() {}

    /** Waits until they are. */
    public static void of(Fhir fhir, String patient) {
        String job = fhir.post(patient + "/$rebuild-outcome-facts", "{\"resourceType\": \"Parameters\"}")
                .stored(Parameters.class)
                .getParameterValue("jobId")
                .primitiveValue();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> "completed"
                        .equals(fhir.get("$rebuild-outcome-facts?jobId=" + job)
                                .stored(Parameters.class)
                                .getParameterValue("status")
                                .primitiveValue()));
    }
}
