package nl.meerwaarde.cql;

import java.time.Duration;
import org.springframework.core.env.Environment;

/**
 * How much the engine may be asked for: it takes tens of milliseconds for each patient, one after another.
 *
 * @param mostPatients on the server
 * @param mostTime of one evaluation
 */
record CqlLimits(int mostPatients, Duration mostTime) {
    private static final String MOST_PATIENTS = "meerwaarde.cql.most-patients";
    private static final String MOST_SECONDS = "meerwaarde.cql.most-seconds";

    /** As the host says now. */
    static CqlLimits of(Environment environment) {
        return new CqlLimits(
                environment.getProperty(MOST_PATIENTS, Integer.class, 1_000),
                Duration.ofSeconds(environment.getProperty(MOST_SECONDS, Long.class, 300L)));
    }
}
