package nl.meerwaarde.tests.login;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.FhirAssert;
import nl.meerwaarde.tests.support.TestDatabase;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.boot.SpringApplication;

/** A server that signs people in, with a few people and applications. One for all tests of a run that need it; it ends with the JVM. */
final class SignInServer {
    static final String VERA = "login-vera";
    static final String ANNA = "login-anna";
    /** Of nobody's team. */
    static final String PIET = "login-piet";

    static final ECKey VIEWER_KEY = elliptic("viewer-1");
    static final JWK EHR_KEY = rsa("ehr-1");
    static final ECKey REGISTRY_KEY = elliptic("registry-1");

    private static final SignInServer SHARED = start();

    private final String address;
    private final Path keys;

    private SignInServer(String address, Path keys) {
        this.address = address;
        this.keys = keys;
    }

    /** Without path. */
    static String address() {
        return SHARED.address;
    }

    static String fhirBase() {
        return SHARED.address + "/fhir";
    }

    /** Where it keeps the keys that sign. */
    static Path keys() {
        return SHARED.keys;
    }

    private static SignInServer start() {
        try {
            int port = freePort();
            Path folder = Files.createTempDirectory("sign-in");
            Path keys = folder.resolve("signing-keys.json");
            List<String> arguments = new ArrayList<>(database().settings());
            arguments.add("--server.port=" + port);
            arguments.add("--meerwaarde.wording=demonstration");
            arguments.add("--meerwaarde.login.enabled=true");
            arguments.add("--meerwaarde.login.address=http://localhost:" + port);
            arguments.add("--meerwaarde.login.directory=" + directory(folder).toUri());
            arguments.add("--meerwaarde.login.keys=" + keys);
            SpringApplication.run(
                    Class.forName("nl.meerwaarde.server.MeerwaardeServer"), arguments.toArray(String[]::new));
            SignInServer server = new SignInServer("http://localhost:" + port, keys);
            server.store();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("Run integration tests through Maven: it adds the server's classes", e);
        }
    }

    private static TestDatabase database() {
        return "postgres".equals(System.getProperty("meerwaarde.test.database"))
                ? TestDatabase.postgres()
                : TestDatabase.h2("sign-in");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Path directory(Path folder) throws IOException {
        try (InputStream file = Objects.requireNonNull(SignInServer.class.getResourceAsStream("directory.yaml"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@ES384@", new JWKSet(VIEWER_KEY.toPublicJWK()).toString())
                    .replace("@RS384@", new JWKSet(EHR_KEY.toPublicJWK()).toString())
                    .replace("@ADDRESS@", published(REGISTRY_KEY));
            return Files.writeString(folder.resolve("directory.yaml"), text);
        }
    }

    /** Shows a public key on this machine; the address. */
    private static String published(JWK key) throws IOException {
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        return "http://localhost:" + server.getAddress().getPort() + "/keys";
    }

    private void store() {
        String token = new BackendClient(address, "server", EHR_KEY)
                .token("system/*.cruds")
                .json()
                .getString("access_token");
        Fhir fhir = new Fhir(address + "/fhir").with("Authorization", "Bearer " + token);
        put(fhir, new Organization().setName("Het huis"), "login-house");
        put(fhir, patient("Vera", "Verhoeven", "1956-05-05"), VERA);
        put(fhir, patient("Anna", "<b>Anders</b>", "1961-02"), ANNA);
        put(fhir, patient("Piet", "Pieters", "1970"), PIET);
        put(fhir, practitioner("Nora", "de Wit"), "login-nora");
        put(fhir, new RelatedPerson().setActive(true).setPatient(new Reference("Patient/" + VERA)), "login-rob");
        put(fhir, team(VERA, "2020-01-01", null), "login-team-vera");
        put(fhir, team(ANNA, "2020-01-01", null), "login-team-anna");
        put(fhir, team(PIET, "2020-01-01", "2021-01-01"), "login-team-piet");
    }

    private static void put(Fhir fhir, Resource resource, String id) {
        resource.setId(id);
        FhirAssert.assertThat(fhir.put(resource)).succeeded();
    }

    private static Patient patient(String given, String family, String born) {
        Patient patient = new Patient();
        patient.addName().addGiven(given).setFamily(family);
        patient.getBirthDateElement().setValueAsString(born);
        patient.setManagingOrganization(new Reference("Organization/login-house"));
        return patient;
    }

    private static Practitioner practitioner(String given, String family) {
        Practitioner practitioner = new Practitioner();
        practitioner.addName().addGiven(given).setFamily(family);
        return practitioner;
    }

    private static CareTeam team(String patient, String from, @org.jspecify.annotations.Nullable String to) {
        CareTeam team = new CareTeam().setStatus(CareTeamStatus.ACTIVE);
        team.setSubject(new Reference("Patient/" + patient));
        CareTeam.CareTeamParticipantComponent member = team.addParticipant();
        member.setMember(new Reference("Practitioner/login-nora"));
        Period period = new Period().setStartElement(new DateTimeType(from));
        if (to != null) {
            period.setEndElement(new DateTimeType(to));
        }
        member.setPeriod(period);
        return team;
    }

    private static ECKey elliptic(String id) {
        try {
            return new ECKeyGenerator(Curve.P_384).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWK rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
