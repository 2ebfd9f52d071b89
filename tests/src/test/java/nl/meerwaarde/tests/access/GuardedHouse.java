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
        TestToken token = GuardedServer.issuer().token(role.code()).of(role);
        return person.isEmpty()
                ? token.scopes("system/*.cruds")
                : token.person(person).scopes("user/*.cruds");
    }
}
