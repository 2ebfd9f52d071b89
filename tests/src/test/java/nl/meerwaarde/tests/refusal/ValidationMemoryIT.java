package nl.meerwaarde.tests.refusal;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Patients;
import nl.meerwaarde.tests.support.TestPatient;
import nl.meerwaarde.tests.support.TestServer;
import org.junit.jupiter.api.Test;

/**
 * HAPI's validator remembers something of everything it ever validated; kept for good it filled a heap of two gigabytes after ten thousand responses. The
 * server runs in this process, so its heap can be looked at.
 */
class ValidationMemoryIT {
    private static final int WARM_UP = 200;
    private static final int RESPONSES = 1_000;
    private static final long MOST_GROWTH = 30_000_000;

    private final Fhir fhir = TestServer.fhir();
    private final TestPatient patient = Patients.create(fhir);
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

    @Test
    void whatWasValidatedIsForgotten() {
        validate(WARM_UP);
        long before = used();

        validate(RESPONSES);

        assertThat(used() - before).isLessThan(MOST_GROWTH);
    }

    /** Refused, so that nothing but validation leaves a trace. */
    private void validate(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(patient.answers("eq-5d-5l")
                            .all("2")
                            .answer("vas", 101 + i)
                            .submit())
                    .hasStatus(422);
        }
    }

    private long used() {
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
