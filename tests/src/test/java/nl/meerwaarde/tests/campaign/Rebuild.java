package nl.meerwaarde.tests.campaign;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;

/** Deriving everything anew. */
final class Rebuild {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Rebuild() {}

    /**
     * Rebuilds all patients, and returns when that is done.
     *
     * @return how many patients there were
     */
    static int ofEverything(Fhir fhir) {
        String job = text(
                fhir.post("$rebuild-outcome-facts", "{\"resourceType\": \"Parameters\"}")
                        .stored(Parameters.class),
                "jobId");
        Parameters done = await().atMost(LONGEST)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> fhir.get("$rebuild-outcome-facts?jobId=" + job).stored(Parameters.class),
                        progress -> text(progress, "status").equals("completed"));
        return ((IntegerType) done.getParameterValue("patients")).getValue();
    }

    private static String text(Parameters parameters, String name) {
        return parameters.getParameterValue(name).primitiveValue();
    }
}
