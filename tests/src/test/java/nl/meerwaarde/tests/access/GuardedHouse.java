package nl.meerwaarde.tests.access;

import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.GuardedServer;
import nl.meerwaarde.tests.support.TestToken;

/** The server whose issuer is the tests themselves. */
record GuardedHouse() implements House {
    @Override
    public <T> T bean(Class<T> type) {
        return GuardedServer.bean(type);
    }

    @Override
    public Fhir as(Role role, String person) {
        return GuardedServer.with(token(role, person).signed());
    }

    static TestToken token(Role role, String person) {
        if (role == Role.ORGANIZATION_EHR) {
            return token("ehr-of-" + person, Role.EHR, "system/*.cruds").with("meerwaarde_organization", person);
        }
        return person.isEmpty()
                ? token(role.code(), role, "system/*.cruds")
                : token(role.code() + "-" + person, role, "user/*.cruds").person(person);
    }

    private static TestToken token(String subject, Role role, String scopes) {
        return GuardedServer.issuer().token(subject).of(role).scopes(scopes);
    }
}
