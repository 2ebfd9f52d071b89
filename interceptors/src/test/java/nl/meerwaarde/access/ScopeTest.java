package nl.meerwaarde.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meerwaarde.requester.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
    @ParameterizedTest
    @CsvSource({
        "user/Observation.rs, rs, ''",
        "user/Observation.cruds, cruds, ''",
        "user/Observation.r, r, ''",
        "user/Observation.read, rs, ''",
        "user/Observation.write, cud, ''",
        "user/Observation.*, cruds, ''",
        "user/*.rs, rs, ''",
        "user/Observation.rs?category=survey, rs, category=survey"
    })
    void scopesOfBothVersionsAreRead(String text, String letters, String query) {
        Scope scope = Scope.among(List.of(text)).get(0);
        assertThat(scope.letters()).isEqualTo(letters);
        assertThat(scope.query().orElse("")).isEqualTo(query);
        for (char letter : "cruds".toCharArray()) {
            assertThat(scope.covers(Role.CARE_TEAM_MEMBER, letter, "Observation"))
                    .isEqualTo(letters.indexOf(letter) >= 0);
        }
        assertThat(scope.covers(Role.CARE_TEAM_MEMBER, 'r', "Condition")).isEqualTo(text.contains("*.rs"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openid",
                "launch/patient",
                "user/Observation.",
                "user/Observation.sr",
                "user/Observation.rx",
                "user/observation.rs",
                "users/Observation.rs",
                "user/Observation.rs extra",
                "user/Observation.rs?",
                "user/Observation.rs?&",
                "user/Observation.rs?category",
                "user/Observation.rs?category=",
                "user/Observation.rs?category=%20",
                "user/Observation.rs?_count=1",
                "user/Observation.rs?_format=json",
                "user/Observation.rs?category=survey&_summary=count",
                ""
            })
    void whatIsNoClinicalScopeGivesNothing(String text) {
        assertThat(Scope.among(List.of(text))).isEmpty();
    }

    @Test
    void anApplicationAloneIsNoPerson() {
        Scope scope = Scope.among(List.of("system/*.cruds")).get(0);
        assertThat(scope.covers(Role.PATIENT, 'r', "Observation")).isFalse();
        assertThat(scope.covers(Role.RELATED_PERSON, 'r', "Observation")).isFalse();
        assertThat(scope.covers(Role.CARE_TEAM_MEMBER, 'r', "Observation")).isFalse();
        assertThat(scope.covers(Role.EHR, 'r', "Observation")).isTrue();
    }
}
