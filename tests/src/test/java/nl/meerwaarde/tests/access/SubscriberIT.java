package nl.meerwaarde.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.FhirAssert;
import nl.meerwaarde.tests.support.GuardedServer;
import nl.meerwaarde.tests.support.Receiver;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.TestSubscription;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A subscriber is told what the same requester may read at that moment, and nothing else. */
class SubscriberIT {
    private static final String EVERY_OBSERVATION = "Observation?status=final";

    private final Ward ward = Ward.open();
    private final Receiver receiver = Receiver.start();

    @AfterEach
    void stop() {
        receiver.close();
    }

    private String subscribe(Fhir fhir) {
        return TestSubscription.to(EVERY_OBSERVATION, receiver.address()).stored(fhir);
    }

    private static String observe(String patient) {
        return Ward.store(Ward.resource("observations", patient));
    }

    /** Ids of the Observations that the receiver was sent, when there are so many. */
    private List<String> told(int count) {
        return receiver.awaitAccepted(count).stream()
                .map(received ->
                        received.resource(Observation.class).getIdElement().getIdPart())
                .toList();
    }

    /** What an administrator sees of how it goes. */
    private static String withheld(String path) {
        return parameter(
                GuardedServer.with(GuardedServer.issuer()
                                .token("operator")
                                .of(Role.ADMINISTRATOR)
                                .scopes("user/*.cruds")
                                .signed())
                        .get(path + "/$status"),
                "events-withheld");
    }

    private static String parameter(Reply status, String name) {
        return ((Parameters) status.stored(Bundle.class).getEntryFirstRep().getResource())
                .getParameter().stream()
                        .filter(parameter -> name.equals(parameter.getName()))
                        .map(parameter -> parameter.getValue().primitiveValue())
                        .findFirst()
                        .orElse("");
    }

    @Test
    void aPatientIsToldOfHerselfOnly() {
        String path = subscribe(ward.as(Role.PATIENT));
        observe(ward.other());
        String own = observe(ward.own());
        assertThat(told(1)).containsExactly(own);
        assertThat(withheld(path)).isNotEqualTo("0");
        assertThat(parameter(ward.as(Role.PATIENT).get(path + "/$status"), "events-withheld"))
                .as("how much there is of others")
                .isEmpty();
    }

    @Test
    void aRelativeIsToldOfThePatientOnly() {
        subscribe(ward.as(Role.RELATED_PERSON));
        observe(ward.other());
        String own = observe(ward.own());
        assertThat(told(1)).containsExactly(own);
    }

    @Test
    void aTopicTellsNoMore() {
        Fhir member = ward.as(Role.CARE_TEAM_MEMBER);
        TestSubscription.toTopic("task-requested", "id-only", receiver.address())
                .stored(member);
        Ward.store(task(ward.other()));
        String own = Ward.store(task(ward.own()));
        String notification = receiver.awaitAccepted(2).get(1).body();
        assertThat(notification).contains("Task/" + own);
        assertThat(receiver.accepted()).hasSize(2);
        assertThat(receiver.accepted().get(1).state("events-since-subscription-start"))
                .isEqualTo("1");
    }

    private static org.hl7.fhir.r4.model.Task task(String patient) {
        return new org.hl7.fhir.r4.model.Task()
                .setStatus(org.hl7.fhir.r4.model.Task.TaskStatus.REQUESTED)
                .setIntent(org.hl7.fhir.r4.model.Task.TaskIntent.ORDER)
                .setFor(new Reference("Patient/" + patient));
    }

    @Test
    void scopesNarrowWhatIsTold() {
        Fhir fhir = GuardedServer.with(ward.token(Role.PATIENT)
                .scopes("user/Subscription.cruds user/Observation.rs?category=survey")
                .signed());
        subscribe(fhir);
        observe(ward.own());
        Observation survey = (Observation) Ward.resource("observations", ward.own());
        survey.addCategory(new CodeableConcept(
                new Coding("http://terminology.hl7.org/CodeSystem/observation-category", "survey", null)));
        String asked = Ward.store(survey);
        assertThat(told(1)).containsExactly(asked);
    }

    @Test
    void aRecordSystemIsToldWhatItsScopesCover() {
        Fhir flags = GuardedServer.with(GuardedServer.issuer()
                .token("flags")
                .of(Role.EHR)
                .scopes("system/Subscription.cruds system/Flag.rs")
                .signed());
        assertThat(flags.post(observations()).status()).isEqualTo(403);
        TestSubscription.to("Flag?patient=Patient/" + ward.own(), receiver.address())
                .stored(flags);
        String flag = Ward.store(Ward.resource("alerts", ward.own()));
        assertThat(receiver.awaitAccepted(1)
                        .get(0)
                        .resource(Flag.class)
                        .getIdElement()
                        .getIdPart())
                .isEqualTo(flag);
    }

    private Subscription observations() {
        return TestSubscription.to(EVERY_OBSERVATION, receiver.address()).subscription();
    }

    /** Whom the team has today, and not when it subscribed; and who has nobody left is not served any more. */
    @Test
    void aTeamThatOneLeavesIsNotToldOfAnyMore() {
        String doctor = Ward.store(new Practitioner());
        CareTeam team = Ward.team(ward.other(), "Practitioner/" + doctor);
        team.setId(Ward.store(team.copy()));
        CareTeam second = Ward.team(ward.own(), "Practitioner/" + doctor);
        second.setId(Ward.store(second.copy()));
        Fhir member = member(doctor);
        String path = subscribe(member);
        String first = observe(ward.own());
        assertThat(told(1)).containsExactly(first);

        change(second.setStatus(CareTeamStatus.INACTIVE));
        observe(ward.own());
        String others = observe(ward.other());
        assertThat(told(2)).containsExactly(first, others);

        change(team.setStatus(CareTeamStatus.INACTIVE));
        observe(ward.other());
        Subscription ended = TestSubscription.awaitStatus(member, path, SubscriptionStatus.ERROR);
        assertThat(ended.getError()).contains("may not read any Observation");
        assertThat(withheld(path)).isNotEqualTo("0");

        change(team.setStatus(CareTeamStatus.ACTIVE));
        assertThat(member.post(path + "/$replay", "").status()).isEqualTo(200);
        TestSubscription.awaitStatus(member, path, SubscriptionStatus.ACTIVE);
        String again = observe(ward.other());
        assertThat(told(3)).containsExactly(first, others, again);
    }

    private static Fhir member(String doctor) {
        return GuardedServer.with(GuardedServer.issuer()
                .token(doctor)
                .of(Role.CARE_TEAM_MEMBER)
                .person("Practitioner/" + doctor)
                .scopes("user/*.cruds")
                .signed());
    }

    private static void change(CareTeam team) {
        FhirAssert.assertThat(GuardedServer.ehr().put(team)).succeeded();
    }

    /** What waits for a receiver that is away is looked at when it is back. */
    @Test
    void whatWaitedIsJudgedWhenItIsSent() {
        String doctor = Ward.store(new Practitioner());
        CareTeam team = Ward.team(ward.own(), "Practitioner/" + doctor);
        team.setId(Ward.store(team.copy()));
        Ward.store(Ward.team(ward.other(), "Practitioner/" + doctor));
        subscribe(member(doctor));
        receiver.answering(503);
        observe(ward.own());
        receiver.awaitRefused(1);
        change(team.setStatus(CareTeamStatus.INACTIVE));
        receiver.answering(200);
        String other = observe(ward.other());
        assertThat(told(1)).containsExactly(other);
    }

    /** Asking again gives what may be read now, not what was sent then. */
    @Test
    void whatWasSentIsNotGivenAgainWhenItMayNotBeRead() {
        String doctor = Ward.store(new Practitioner());
        CareTeam team = Ward.team(ward.own(), "Practitioner/" + doctor);
        team.setId(Ward.store(team.copy()));
        Fhir member = member(doctor);
        String path = subscribe(member);
        String own = observe(ward.own());
        told(1);
        assertThat(member.get(path + "/$events").text()).contains("Observation/" + own);
        assertThat(GuardedServer.with(GuardedServer.issuer()
                                .token(doctor)
                                .of(Role.CARE_TEAM_MEMBER)
                                .person("Practitioner/" + doctor)
                                .scopes("user/Subscription.r")
                                .signed())
                        .get(path + "/$events")
                        .text())
                .doesNotContain("Observation/" + own);
        change(team.setStatus(CareTeamStatus.INACTIVE));
        assertThat(member.get(path + "/$events").text()).doesNotContain("Observation/" + own);
    }

    @Test
    void whoReadsNothingDoesNotSubscribe() {
        assertThat(ward.as(Role.REGISTRY).post(observations()).status()).isEqualTo(403);
        assertThat(ward.as(Role.ANALYST).post(observations()).status()).isEqualTo(403);
        Reply reply = GuardedServer.with(ward.token(Role.PATIENT)
                        .scopes("user/Subscription.cruds")
                        .signed())
                .post(observations());
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).contains("Observation");
        assertThat(ward.as(Role.PATIENT)
                        .post(TestSubscription.to("MeasureReport?status=complete", receiver.address())
                                .subscription())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aSubscriptionIsForWhoStoredIt() {
        String path = subscribe(ward.as(Role.PATIENT));
        String id = path.substring(path.indexOf('/') + 1);
        for (Fhir other : List.of(ward.as(Role.CARE_TEAM_MEMBER), ward.as(Role.RELATED_PERSON))) {
            assertThat(other.get(path).status()).isEqualTo(404);
            assertThat(other.put(observations().setId(id)).status()).isEqualTo(404);
            assertThat(other.delete(path).status()).isEqualTo(404);
            assertThat(other.get(path + "/$status").status()).isEqualTo(404);
            assertThat(other.get(path + "/$events").status()).isEqualTo(404);
            assertThat(other.post(path + "/$replay", "").status()).isEqualTo(404);
            assertThat(other.get("Subscription/$status").text()).doesNotContain(path + "\"");
        }
        assertThat(ward.as(Role.REGISTRY).get(path).status()).isEqualTo(403);
        assertThat(ward.as(Role.PATIENT).get(path).status()).isEqualTo(200);
        assertThat(ward.as(Role.PATIENT).delete(path).status()).isBetween(200, 204);
    }

    /** Whatever is stored is held against each subscription. */
    @Test
    void aPersonHasSoManyAndNoMore() {
        Fhir patient = ward.as(Role.PATIENT);
        for (int i = 0; i < 10; i++) {
            assertThat(patient.post(observations()).status()).isEqualTo(201);
        }
        assertThat(patient.post(observations()).status()).isEqualTo(422);
        String off =
                patient.post(observations().setStatus(SubscriptionStatus.OFF)).id();
        assertThat(patient.put(observations().setId(off)).status()).isEqualTo(422);
    }
}
