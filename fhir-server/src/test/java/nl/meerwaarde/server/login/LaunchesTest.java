package nl.meerwaarde.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LaunchesTest {
    private static final LaunchContext CONTEXT = LaunchContext.ofPatient("p1");

    private final AtomicLong nanoseconds = new AtomicLong();
    private final Launches launches = new Launches(nanoseconds::get);

    @Test
    void launchIsFetchedOnceByItsApplication() {
        String launch = launches.open("viewer", CONTEXT);

        assertThat(launches.fetch(launch, "portal")).isEmpty();
        assertThat(launches.isOpen(launch, "viewer")).isTrue();
        assertThat(launches.fetch(launch, "viewer")).contains(CONTEXT);
        assertThat(launches.fetch(launch, "viewer")).isEmpty();
    }

    @Test
    void launchEndsAfterItsTime() {
        String launch = launches.open("viewer", CONTEXT);
        nanoseconds.addAndGet(Launches.LIFE.toNanos());

        assertThat(launches.fetch(launch, "viewer")).isEmpty();
    }
}
