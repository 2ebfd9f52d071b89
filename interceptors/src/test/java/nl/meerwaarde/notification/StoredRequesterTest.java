package nl.meerwaarde.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.Role;
import org.junit.jupiter.api.Test;

/** Whoever asked for a subscription is the same when it is sent. */
class StoredRequesterTest {
    @Test
    void comesBackAsItWas() {
        Requester requester = new Requester(
                "https://login.example.org",
                "u1",
                "ehr",
                Set.of(Role.CARE_TEAM_MEMBER, Role.EHR),
                List.of("user/Observation.rs?category=survey", "openid"),
                Optional.of("Practitioner/p1"),
                Optional.empty(),
                Optional.of("Organization/o1"));
        assertThat(StoredRequester.read(StoredRequester.write(requester))).isEqualTo(requester);
        assertThat(StoredRequester.read(StoredRequester.write(Requester.anybody())))
                .isEqualTo(Requester.anybody());
    }
}
