package nl.meerwaarde.server.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmartScopeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient/Observation.read",
                "patient/Observation.",
                "patient/Observation.sr",
                "patient/observation.r",
                "patient/*",
                "everybody/*.r",
                "patient/Observation.rs?",
                "openid",
                ""
            })
    void otherTextsAreNone(String text) {
        assertThat(SmartScope.parse(text)).isEmpty();
    }

    @Test
    void restrictionsOfBothHold() {
        assertThat(GrantedScopes.toPerson(
                        List.of("patient/*.rs?status=final"), List.of("patient/Observation.cruds?category=survey")))
                .containsExactly("patient/Observation.rs?category=survey&status=final");
    }

    @Test
    void systemScopesAreNotForPeopleAndTheOtherWayRound() {
        List<String> all = List.of("system/*.rs", "user/*.rs", "patient/*.rs");
        assertThat(GrantedScopes.toPerson(all, all)).containsExactlyInAnyOrder("user/*.rs", "patient/*.rs");
        assertThat(GrantedScopes.toSystem(all, all)).containsExactly("system/*.rs");
    }

    @Test
    void scopesOnPatientsNeedOne() {
        assertThat(GrantedScopes.needPatient(Set.of("openid", "user/*.rs"))).isFalse();
        assertThat(GrantedScopes.needPatient(Set.of("patient/Observation.r"))).isTrue();
        assertThat(GrantedScopes.needPatient(Set.of("launch/patient"))).isTrue();
    }
}
