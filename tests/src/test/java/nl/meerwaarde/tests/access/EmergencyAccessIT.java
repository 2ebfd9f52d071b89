package nl.meerwaarde.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.meerwaarde.database.FactDatabase;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.GuardedServer;
import nl.meerwaarde.tests.support.Receiver;
import nl.meerwaarde.tests.support.Receiver.Received;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestSubscription;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Who guards the privacy of patients is told of each broken glass, and nobody else is. */
class EmergencyAccessIT {
    private static final String KEY = Base64.getEncoder().encodeToString("thirty-two bytes of a known key!".getBytes());
    private static final String HEADER = "X-Emergency-Reason";
    private static final String WHY = "Found unconscious";

    private final Ward ward = Ward.open();
    private final Fhir officer = ward.as(Role.ADMINISTRATOR);
    private final Fhir member = ward.as(Role.CARE_TEAM_MEMBER);
    private final Receiver receiver = Receiver.start();

    @AfterEach
    void stop() {
        receiver.close();
    }

    /** To what happens to the patient whom the clinician does not treat: other tests break glasses too. */
    private TestSubscription emergencies(String content) {
        return TestSubscription.toTopic("emergency-access", content, receiver.address())
                .filter("AuditEvent?patient=Patient/" + ward.other());
    }

    private Reply breakTheGlass(String path) {
        return member.with(HEADER, WHY).get(path);
    }

    private String other() {
        return "Patient/" + ward.other();
    }

    /** The event of a notification. */
    private static BundleEntryComponent event(Received received) {
        return received.resource(Bundle.class).getEntry().get(1);
    }

    @Test
    void itIsToldAsTheTrailHasIt() throws GeneralSecurityException {
        String path = emergencies("full-resource").signedWith("whsec_" + KEY).stored(officer);
        assertThat(breakTheGlass(other()).status()).isEqualTo(200);
        Received received = receiver.awaitAccepted(2).get(1);
        assertThat(received.headers().get("webhook-signature")).isEqualTo("v1," + signature(received));
        assertThat(received.state("events-since-subscription-start")).isEqualTo("1");
        BundleEntryComponent entry = event(received);
        AuditEvent told = (AuditEvent) entry.getResource();
        AuditEvent read =
                officer.get("AuditEvent/" + told.getIdElement().getIdPart()).stored(AuditEvent.class);
        assertThat(entry.getFullUrl())
                .isEqualTo(officer.base() + "/AuditEvent/" + read.getIdElement().getIdPart());
        assertThat(Fhir.json(told)).isEqualTo(Fhir.json(read));
        assertThat(told.getPurposeOfEventFirstRep().getText()).isEqualTo(WHY);
        assertThat(told.getAgent())
                .anyMatch(agent -> ("Practitioner/" + ward.clinician())
                        .equals(agent.getWho().getReference()));
        assertThat(officer.get(path + "/$events").text())
                .contains(told.getIdElement().getIdPart());
    }

    private static String signature(Received received) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
        String signed = received.headers().get("webhook-id") + "."
                + received.headers().get("webhook-timestamp") + "." + received.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void byIdAloneNobodyLearnsWhomItIsAbout() {
        emergencies("id-only").stored(officer);
        assertThat(breakTheGlass(other()).status()).isEqualTo(200);
        Received received = receiver.awaitAccepted(2).get(1);
        assertThat(event(received).getResource()).isNull();
        assertThat(received.body()).doesNotContain(ward.other(), ward.clinician(), WHY);
    }

    @Test
    void eachAccessIsTold() {
        emergencies("full-resource").stored(officer);
        Ward.store(Ward.resource("responses", ward.other()));
        assertThat(breakTheGlass(other()).status()).isEqualTo(200);
        assertThat(breakTheGlass("QuestionnaireResponse?patient=" + other()).status())
                .isEqualTo(200);
        assertThat(breakTheGlass(other() + "/$everything").status()).isEqualTo(200);
        assertThat(receiver.awaitAccepted(4).stream()
                        .skip(1)
                        .map(received -> (AuditEvent) event(received).getResource())
                        .map(told -> told.getSubtypeFirstRep().getCode()))
                .containsExactly("read", "search-type", "operation");
    }

    /** Notifications go in order: what came before the one that is told was not to be told. */
    @Test
    void whatBreaksNoGlassIsNotTold() {
        emergencies("full-resource").stored(officer);
        assertThat(GuardedServer.ehr().get(other()).status()).isEqualTo(200);
        assertThat(member.get(other()).status()).isEqualTo(404);
        assertThat(member.with(HEADER, "  ").get(other()).status()).isEqualTo(404);
        assertThat(ward.as(Role.PATIENT).with(HEADER, WHY).get(other()).status())
                .isEqualTo(404);
        assertThat(breakTheGlass("Patient/" + ward.own()).status()).isEqualTo(200);
        assertThat(breakTheGlass("Questionnaire?_count=1").status()).isEqualTo(200);
        assertThat(member.with(HEADER, "Really " + WHY).get(other()).status()).isEqualTo(200);
        List<Received> received = receiver.awaitAccepted(2);
        assertThat(received).hasSize(2);
        assertThat(received.get(1).state("events-since-subscription-start")).isEqualTo("1");
        assertThat(((AuditEvent) event(received.get(1)).getResource())
                        .getPurposeOfEventFirstRep()
                        .getText())
                .isEqualTo("Really " + WHY);
    }

    @Test
    void itCanBeNarrowedToWhoBreaksIt() {
        TestSubscription.toTopic("emergency-access", "id-only", receiver.address())
                .filter("AuditEvent?agent=Practitioner/" + ward.clinician())
                .stored(officer);
        Ward elsewhere = Ward.open();
        assertThat(elsewhere
                        .as(Role.CARE_TEAM_MEMBER)
                        .with(HEADER, WHY)
                        .get(other())
                        .status())
                .isEqualTo(200);
        assertThat(breakTheGlass(other()).status()).isEqualTo(200);
        assertThat(receiver.awaitAccepted(2)).hasSize(2);
        assertThat(receiver.accepted().get(1).state("events-since-subscription-start"))
                .isEqualTo("1");
    }

    /** Before anybody has the answer: it lies in the outbox, and is sent when the receiver is back. */
    @Test
    void itIsWrittenWithTheTrailAndWaits() {
        String path = emergencies("id-only").stored(officer);
        receiver.answering(503);
        assertThat(breakTheGlass(other()).status()).isEqualTo(200);
        assertThat(GuardedServer.bean(FactDatabase.class)
                        .jdbc()
                        .queryForList(
                                "select e.reason from mw_notification n join mw_audit_entry e on cast(e.entry as varchar(36)) = n.resource_id"
                                        + " where n.subscription_id = ?",
                                String.class,
                                path.substring(path.indexOf('/') + 1)))
                .containsExactly(WHY);
        receiver.awaitRefused(1);
        receiver.answering(200);
        assertThat(receiver.awaitAccepted(2).get(1).body()).contains("AuditEvent/");
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = Mode.EXCLUDE, names = "ADMINISTRATOR")
    void nobodyElseSubscribes(Role role) {
        Reply reply = ward.as(role).post(emergencies("id-only").subscription());
        assertThat(reply.status()).isEqualTo(403);
        boolean subscribes = role != Role.ANALYST && role != Role.REGISTRY && role != Role.POOLING_NODE;
        assertThat(reply.text()).contains(subscribes ? "Only an administrator" : "create of Subscription");
    }

    @Test
    void anAdministratorWhoseTokenReadsNoAccessDoesNot() {
        Reply reply = GuardedServer.with(ward.token(Role.ADMINISTRATOR)
                        .scopes("user/Subscription.cruds")
                        .signed())
                .post(emergencies("id-only").subscription());
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).contains("AuditEvent");
    }

    @Test
    void whatIsTakenOverByAnotherIsRefused() {
        String path = emergencies("id-only").stored(officer);
        assertThat(GuardedServer.ehr()
                        .put(emergencies("id-only").subscription().setId(path.substring(path.indexOf('/') + 1)))
                        .status())
                .isEqualTo(403);
    }

    /** For monitoring: how many, and nothing of whom. */
    @Test
    void emergenciesAreCounted() throws IOException, InterruptedException {
        double opened = counted("opened");
        double refused = counted("refused");
        assertThat(breakTheGlass(other()).status()).isEqualTo(200);
        assertThat(member.get(other()).status()).isEqualTo(404);
        assertThat(ward.as(Role.PATIENT).with(HEADER, WHY).get(other()).status())
                .isEqualTo(404);
        assertThat(counted("opened")).isEqualTo(opened + 1);
        assertThat(counted("refused")).isEqualTo(refused + 1);
    }

    private static double counted(String outcome) throws IOException, InterruptedException {
        String token = GuardedServer.issuer()
                .token("monitoring")
                .of(Role.ADMINISTRATOR)
                .scopes("")
                .signed();
        HttpRequest request = HttpRequest.newBuilder(URI.create(GuardedServer.address() + "/actuator/prometheus"))
                .header("Authorization", "Bearer " + token)
                .build();
        String metrics = HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        Matcher line = Pattern.compile("(?m)^meerwaarde_emergency_total\\{outcome=\"" + outcome + "\"} (\\S+)$")
                .matcher(metrics);
        assertThat(line.find()).as(metrics).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
