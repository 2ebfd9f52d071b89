package nl.meerwaarde.tests.access;

import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.login.KeycloakServer;
import nl.meerwaarde.tests.support.Fhir;

/** The access matrix with people and systems that Keycloak vouches for: its roles and persons arrive where they should. */
class KeycloakCampaign implements AccessMatrixContract {
    private static final Ward WARD = Ward.open(new KeycloakHouse());

    @Override
    public Ward ward() {
        return WARD;
    }

    private record KeycloakHouse() implements House {
        @Override
        public <T> T bean(Class<T> type) {
            return KeycloakServer.shared().bean(type);
        }

        @Override
        public Fhir as(Role role, String person) {
            return KeycloakServer.shared().as(role, person);
        }
    }
}
