package nl.meerwaarde.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Patients;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record is erased by an administrator, who may not read it; by nobody else, the patient and the record system included. */
class EraseAccessIT {
    private static final Ward WARD = Ward.open();
    private static final String REASON =
            "{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"reason\", \"valueString\": \"As asked\"}]}";

    @ParameterizedTest
    @EnumSource(Role.class)
    void onlyAdministratorsErase(Role role) {
        String patient = role == Role.ADMINISTRATOR ? Ward.store(Patients.unstored()) : WARD.patient(true);

        assertThat(WARD.as(role).post("Patient/" + patient + "/$erase", REASON).status())
                .isEqualTo(role == Role.ADMINISTRATOR ? 200 : 403);
        assertThat(WARD.as(role)
                        .post("Patient/" + patient + "/$expunge", REASON)
                        .status())
                .isEqualTo(403);
    }
}
