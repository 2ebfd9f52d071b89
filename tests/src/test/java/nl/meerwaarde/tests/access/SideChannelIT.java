package nl.meerwaarde.tests.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.http.Method;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.FhirAssert;
import nl.meerwaarde.tests.support.GuardedServer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever somebody asks, the answer is the same whether something of others is there or not. Each attack of {@code side-channels.json} is made twice: once with
 * something that is there, once with something that is not; only what was asked with may differ in the answers.
 */
class SideChannelIT {
    private static final Ward WARD = Ward.open();
    private static final List<Role> ATTACKERS = List.of(
            Role.PATIENT,
            Role.RELATED_PERSON,
            Role.CARE_TEAM_MEMBER,
            Role.ANALYST,
            Role.REGISTRY,
            Role.ORGANIZATION_EHR,
            Role.ADMINISTRATOR);

    /** By what an attack names: what is there, and what is not. */
    private static final Map<String, Secret> SECRETS = secrets();

    /** Differ with each answer. */
    private static final Set<String> VOLATILE = Set.of("Date", "X-Request-ID", "Content-Length", "Last-Modified");

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private record Secret(String there, String notThere) {}

    private record Attack(JsonNode json) {
        String title() {
            return json.path("title").asText();
        }

        Response by(Role role, String value) {
            RequestSpecification request = RestAssured.given()
                    .urlEncodingEnabled(false)
                    .accept("application/fhir+json")
                    .header("Authorization", "Bearer " + WARD.token(role).signed());
            json.path("headers")
                    .properties()
                    .forEach(header -> request.header(
                            header.getKey(), filled(header.getValue().asText(), value)));
            String method = json.path("method").asText("GET");
            if (json.has("body")) {
                boolean form = json.path("path").asText().contains("_search");
                request.contentType(
                        form
                                ? "application/x-www-form-urlencoded"
                                : method.equals("PATCH") ? "application/json-patch+json" : "application/fhir+json");
                request.body(filled(json.path("body").asText(), value));
            }
            String path = filled(json.path("path").asText(), value).replace("$x", "%24x");
            return request.request(Method.valueOf(method), URI.create(GuardedServer.address() + "/fhir/" + path));
        }

        private static String filled(String text, String value) {
            return text.replace("{}", value)
                    .replace("{own}", WARD.own())
                    .replace("{organization}", WARD.organization());
        }
    }

    private static Map<String, Secret> secrets() {
        Patient named = Ward.patientOf(WARD.elsewhere());
        named.addName().setFamily("Geheimzegger");
        String patient = Ward.store(named);
        String clinician = Ward.store(new Practitioner());
        String team = Ward.store(Ward.team(patient, "Practitioner/" + clinician));
        Observation observation = (Observation) Ward.resource("observations", patient);
        String stored = Ward.store(observation.setValue(new StringType("hush")));
        Ward.store(((Observation) Ward.resource("observations", patient)).setValue(new StringType("hush")));
        String deleted = Ward.store(Ward.resource("observations", patient));
        FhirAssert.assertThat(GuardedServer.ehr().delete("Observation/" + deleted))
                .succeeded();
        String response = Ward.store(Ward.resource("responses", patient));
        String none = "987654321";
        return Map.of(
                "elsewhere", new Secret(WARD.elsewhere(), none),
                "patient", new Secret(patient, none),
                "observation", new Secret(stored, none),
                "deleted", new Secret(deleted, none),
                "response", new Secret(response, none),
                "clinician", new Secret(clinician, none),
                "family", new Secret("Geheimzegger", "Niemand"),
                "value", new Secret("hush", "hash"),
                "team", new Secret(team, none),
                "page", new Secret(page(patient), "7d1c9d9e-3c36-4a35-9d6f-2f4b6a1d1c11"));
    }

    /** Further pages of what a hospital's system searched. */
    private static String page(String patient) {
        Bundle first = GuardedServer.ehr()
                .get("Observation?subject=Patient/" + patient + "&_count=1")
                .stored(Bundle.class);
        return first.getLink("next").getUrl().replaceAll(".*_getpages=([^&]+).*", "$1");
    }

    @TestFactory
    Stream<DynamicTest> nothingIsTold() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream file = SideChannelIT.class.getResourceAsStream("side-channels.json")) {
            for (JsonNode json : new ObjectMapper().readTree(file)) {
                Attack attack = new Attack(json);
                for (Role role : ATTACKERS) {
                    tests.add(dynamicTest(role.code() + ": " + attack.title(), () -> tellsNothing(attack, role)));
                }
            }
        }
        return tests.stream();
    }

    private static void tellsNothing(Attack attack, Role role) {
        Secret secret = SECRETS.get(attack.json().path("secret").asText());
        Response there = attack.by(role, secret.there());
        String body = there.asString();
        assertThat(there.statusCode()).as(body).isLessThan(500);
        if (attack.json().has("shows")) {
            // The directory is for everybody; what refers to it is not.
            String patient = "Patient/" + SECRETS.get("patient").there();
            assertThat(body).doesNotContain(patient, "\"resourceType\": \"CareTeam\"", "\"resourceType\":\"CareTeam\"");
            return;
        }
        Response notThere = attack.by(role, secret.notThere());
        assertThat(there.statusCode()).as(body).isEqualTo(notThere.statusCode());
        assertThat(likeness(body, secret.there())).isEqualTo(likeness(notThere.asString(), secret.notThere()));
        assertThat(headers(there, secret.there())).isEqualTo(headers(notThere, secret.notThere()));
    }

    /** An answer without what differs between any two. */
    private static String likeness(String body, String value) {
        return body.replace(value, "*")
                .replaceAll("\"id\": ?\"" + UUID + "\"", "")
                .replaceAll("\"lastUpdated\": ?\"[^\"]*\"", "");
    }

    private static Map<String, List<String>> headers(Response response, String value) {
        return response.headers().asList().stream()
                .filter(header -> !VOLATILE.contains(header.getName()))
                .collect(Collectors.groupingBy(
                        Header::getName,
                        Collectors.mapping(
                                header -> header.getValue().replace(value, "*").replaceAll(UUID, "*"),
                                Collectors.toList())));
    }

    /** What this server does not do at all, also for who may see everything. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Observation?_filter=status%20eq%20final",
                "Observation?_content=light",
                "Observation?_text=light",
                "Observation?_contained=true&status=final",
                "$graphql?query=%7BPatientList%7Bid%7D%7D",
                "$diff?from=Observation/1&to=Observation/2"
            })
    void whatIsOffIsOff(String path) {
        Response answer = RestAssured.given()
                .urlEncodingEnabled(false)
                .headers(GuardedServer.ehr().headers())
                .get(URI.create(GuardedServer.address() + "/fhir/" + path));
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(400, 499);
    }

    /** Whose page it is may go on. */
    @Test
    void onesOwnPagesAreThere() {
        Ward.store(Ward.resource("observations", WARD.own()));
        Ward.store(Ward.resource("observations", WARD.own()));
        Fhir fhir = WARD.as(Role.PATIENT);
        Bundle first = fhir.get("Observation?_count=1").stored(Bundle.class);
        String next = first.getLink("next").getUrl();
        String path = next.substring(next.indexOf('?'));
        Response own = RestAssured.given()
                .urlEncodingEnabled(false)
                .headers(fhir.headers())
                .get(URI.create(GuardedServer.address() + "/fhir" + path));
        assertThat(own.statusCode()).as(own.asString()).isEqualTo(200);
        Response others = RestAssured.given()
                .urlEncodingEnabled(false)
                .headers(WARD.as(Role.CARE_TEAM_MEMBER).headers())
                .get(URI.create(GuardedServer.address() + "/fhir" + path));
        assertThat(others.statusCode()).isEqualTo(403);
    }
}
