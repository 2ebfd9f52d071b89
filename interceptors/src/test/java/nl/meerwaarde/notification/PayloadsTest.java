package nl.meerwaarde.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.meerwaarde.notification.Payloads.Payload;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.Role;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Nobody is told more than the rule allows at that moment. */
class PayloadsTest {
    private static final Requester EHR = new Requester(
            "https://login.example.org",
            "ehr",
            "ehr",
            Set.of(Role.EHR),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private static final Event EVENT =
            new Event(1, "Observation", "o1", 1, true, Instant.parse("2026-03-01T10:00:00Z"), null, null);

    private final Map<Integer, Resource> versions = new HashMap<>();

    PayloadsTest() {
        store(1, "nl");
    }

    private void store(int version, String language) {
        Observation observation = new Observation();
        observation.setId("Observation/o1/_history/" + version);
        observation.setLanguage(language);
        versions.put(version, observation);
    }

    @Test
    void withoutARuleNobodyIsSentMoreThanTheId() {
        Payloads payloads = payloads(null, false);
        assertThat(payloads.most(EHR)).isEqualTo(Content.ID_ONLY);
        assertThat(payloads.now(EHR).of(EVENT)).map(Payload::resource).isEmpty();
        assertThat(payloads.now(EHR).of(EVENT)).isPresent();
        assertThat(payloads.most(null)).isEqualTo(Content.ID_ONLY);
    }

    @Test
    void inTheOpenOrWhenTheOperatorSaysSoResourcesAreSentInFull() {
        assertThat(payloads(null, false).now(Requester.anybody()).of(EVENT))
                .map(Payload::resource)
                .contains(versions.get(1));
        assertThat(payloads(null, true).now(null).of(EVENT))
                .map(Payload::resource)
                .contains(versions.get(1));
    }

    @Test
    void theRuleIsAskedEachTime() {
        Set<String> seen = new HashSet<>(Set.of("nl"));
        Payloads payloads =
                payloads(requester -> resource -> seen.contains(((Observation) resource).getLanguage()), true);
        assertThat(payloads.now(EHR).of(EVENT)).map(Payload::resource).contains(versions.get(1));
        seen.clear();
        assertThat(payloads.now(EHR).of(EVENT)).isEmpty();
    }

    @Test
    void whoIsNotKnownMaySeeNothingWhereThereIsARule() {
        Payloads.Now nobody = payloads(requester -> resource -> true, true).now(null);
        assertThat(nobody.of(EVENT)).isEmpty();
        assertThat(nobody.reaches("Observation")).isFalse();
    }

    /** What was taken out of a resource since is not sent, and what it has become is another event's. */
    @Test
    void anEarlierVersionIsLookedAtToo() {
        store(2, "en");
        PayloadRule english = requester -> resource -> "en".equals(((Observation) resource).getLanguage());
        assertThat(payloads(english, false).now(EHR).of(EVENT)).isPresent();
        assertThat(payloads(english, false).now(EHR).of(EVENT))
                .map(Payload::resource)
                .isEmpty();
        assertThat(payloads(requester -> resource -> true, false).now(EHR).of(EVENT))
                .map(Payload::resource)
                .contains(versions.get(1));
    }

    @Test
    void whatIsGoneIsNotTold() {
        versions.clear();
        assertThat(payloads(requester -> resource -> true, true).now(EHR).of(EVENT))
                .isEmpty();
    }

    private Payloads payloads(@Nullable PayloadRule rule, boolean fullResources) {
        StoredVersions stored = new StoredVersions() {
            @Override
            public Optional<Resource> current(Event event) {
                return versions.keySet().stream().max(Integer::compare).map(versions::get);
            }

            @Override
            public Optional<Resource> asOf(Event event) {
                return Optional.ofNullable(versions.get((int) event.resourceVersion()));
            }
        };
        return new Payloads(stored, Optional.ofNullable(rule), fullResources);
    }
}
