package nl.meerwaarde.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.meerwaarde.requester.Requester;
import nl.meerwaarde.requester.Role;
import org.jspecify.annotations.Nullable;

/** A requester as it is kept with a subscription. */
record StoredRequester(
        String issuer,
        String subject,
        String client,
        List<String> roles,
        List<String> scopes,
        @Nullable String person,
        @Nullable String patient,
        @Nullable String organization) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    static String write(Requester requester) {
        try {
            return JSON.writeValueAsString(new StoredRequester(
                    requester.issuer(),
                    requester.subject(),
                    requester.client(),
                    requester.roles().stream().map(Role::code).sorted().toList(),
                    requester.scopes(),
                    requester.person().orElse(null),
                    requester.patient().orElse(null),
                    requester.organization().orElse(null)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A requester is texts only", e);
        }
    }

    static Requester read(String json) {
        try {
            StoredRequester stored = JSON.readValue(json, StoredRequester.class);
            return new Requester(
                    stored.issuer(),
                    stored.subject(),
                    stored.client(),
                    stored.roles().stream()
                            .flatMap(role -> Role.of(role).stream())
                            .collect(Collectors.toSet()),
                    stored.scopes(),
                    Optional.ofNullable(stored.person()),
                    Optional.ofNullable(stored.patient()),
                    Optional.ofNullable(stored.organization()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored requester cannot be read", e);
        }
    }
}
