package nl.meerwaarde.tests.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Somebody with a browser at Keycloak's own pages.
 *
 * @param name with which she signs in
 * @param entrance where applications send her
 */
record KeycloakVisitor(String name, String entrance, Web browser) implements Visitor {
    private static final Pattern WITHIN = Pattern.compile("/realms/[^/]+/(login-actions|broker|protocol)/");

    KeycloakVisitor(String name, String entrance) {
        this(name, entrance, new Web(Map.of("Accept-Language", "nl")));
    }

    @Override
    public Answer comesWith(Map<String, String> request) {
        Map<String, String> asking = new HashMap<>(request);
        // Keycloak remembers to what somebody consented.
        asking.put("prompt", "consent");
        Answer page = follow(browser.get(entrance, asking));
        if (page.status() != 200 || !page.text().contains("kc-form-login")) {
            return page;
        }
        return follow(browser.post(page.action(), Map.of("username", name, "password", Person.PASSWORD)));
    }

    /** Signs in at the upstream provider, under the name that she has there. */
    Answer comesBy(String provider, Map<String, String> request) {
        Map<String, String> there = new HashMap<>(request);
        there.put("kc_idp_hint", provider);
        return comesWith(there);
    }

    /** An application of Keycloak's own asks for nothing. */
    @Override
    public Answer allows(Answer page) {
        return page.location().contains("code=") ? page : decides(page, "accept");
    }

    @Override
    public Answer refuses(Answer page) {
        return decides(page, "cancel");
    }

    private String absolute(String address) {
        return URI.create(entrance).resolve(address).toString();
    }

    private Answer decides(Answer page, String button) {
        assertThat(page.text()).as("the page that asks for consent").contains("name=\"" + button + "\"");
        return follow(browser.post(absolute(page.action()), Map.of("code", page.field("code"), button, "yes")));
    }

    /** Through Keycloak's redirects, but not to the application. */
    private Answer follow(Answer answer) {
        Answer last = answer;
        while (WITHIN.matcher(last.location()).find()) {
            last = browser.get(last.location());
        }
        return last;
    }
}
