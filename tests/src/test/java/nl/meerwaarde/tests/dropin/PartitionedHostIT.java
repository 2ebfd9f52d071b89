package nl.meerwaarde.tests.dropin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.meerwaarde.tests.support.PlainHapi;
import nl.meerwaarde.tests.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** In a partitioned host facts would mix the partitions, so the suite does not start there. */
class PartitionedHostIT {
    @Test
    void thePartitionedHostIsToldAtStart() {
        TestDatabase database = TestDatabase.h2("partitioned-hapi");
        assertThatThrownBy(() -> PlainHapi.partitionedWith(database))
                .hasStackTraceContaining("does not work in a partitioned HAPI server")
                .hasStackTraceContaining("Switch partitioning off");
    }
}
