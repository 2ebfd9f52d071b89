package nl.meerwaarde.tests.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import nl.meerwaarde.requester.Role;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.GuardedServer;
import nl.meerwaarde.tests.support.KneeRegistry;
import nl.meerwaarde.tests.support.KneeRegistry.Knee;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupPopulationComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Three hospitals, two of them small: whose numbers are whose, whatever somebody asks for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportRightsIT {
    private static final int FEW = 4;

    private final Fhir ehr = GuardedServer.ehr();
    private KneeRegistry registry;
    private String large;
    private String small;
    private String other;

    @BeforeAll
    void patients() {
        registry = KneeRegistry.of(ehr)
                .join(GuardedServer.with(GuardedServer.issuer()
                        .token("administrator")
                        .of(Role.ADMINISTRATOR)
                        .scopes("user/*.cruds")
                        .signed()));
        large = treated("large", 24);
        small = treated("small", FEW);
        other = treated("other", FEW + 1);
    }

    private String treated(String code, int patients) {
        String hospital = KneeRegistry.hospital(ehr, code);
        registry.treat(ehr, hospital, Knee.random(patients, patients, 2023, 1, 12));
        return hospital;
    }

    private static Fhir of(Role role, String organization) {
        return GuardedServer.with(GuardedServer.issuer()
                .token(role.code() + " of " + organization)
                .of(role)
                .with("meerwaarde_organization", "Organization/" + organization)
                .scopes("user/Measure.rs system/Measure.rs user/MeasureReport.rs")
                .signed());
    }

    private Reply report(Fhir fhir, String more) {
        return registry.report(fhir, "2023", "2023", more);
    }

    private static String own(String organization) {
        return "&recipient=organization&recipientOrganization=Organization/" + organization;
    }

    /** How many patients of an organisation a report tells of; null when it does not say. */
    private static Integer eligible(Reply reply, String organization) {
        StratifierGroupComponent stratum = new Report(reply.stored(MeasureReport.class))
                .stratifier("response-chain", "organization").stream()
                        .filter(each -> each.getValue().getText().equals(organization))
                        .findFirst()
                        .orElseThrow();
        return stratum.getPopulation().stream()
                .filter(population ->
                        population.getCode().getCodingFirstRep().getCode().equals("eligible"))
                .map(StratifierGroupPopulationComponent::getCountElement)
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @Test
    void anAnalystSeesTheNumbersOfTheOwnOrganizationExactly() {
        Fhir analyst = of(Role.ANALYST, small);
        Reply reply = report(analyst, own(small));
        assertThat(eligible(reply, small)).isEqualTo(FEW);
        assertThat(eligible(reply, other)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "ANALYST, organization",
        "ANALYST, public",
        "CARE_TEAM_MEMBER, organization",
        "CARE_TEAM_MEMBER, team",
        "REGISTRY, registry",
        "REGISTRY, public",
        "POOLING_NODE, registry",
        "PATIENT, public"
    })
    void nobodyAsksAsAnotherOrganization(Role role, String recipient) {
        Fhir fhir = of(role, small);
        String asked = "&recipient=" + recipient + "&recipientOrganization=";
        assertThat(report(fhir, asked + "Organization/" + other).status()).isEqualTo(403);
        assertThat(report(fhir, asked + "Organization/" + small + "&recipientOrganization=Organization/" + other)
                        .status())
                .isEqualTo(403);
        assertThat(report(fhir, asked + other).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "REGISTRY, another-registry",
        "REGISTRY, organization",
        "REGISTRY, researcher",
        "REGISTRY, record-holder",
        "ANALYST, registry",
        "ANALYST, team",
        "ANALYST, researcher",
        "ANALYST, record-holder",
        "POOLING_NODE, public",
        "PATIENT, organization",
        "RELATED_PERSON, organization",
        "CARE_TEAM_MEMBER, registry"
    })
    void nobodyAsksAsSomebodyElse(Role role, String recipient) {
        Fhir fhir = of(role, small);
        for (String more : List.of("", "&recipientOrganization=Organization/" + small)) {
            assertThat(report(fhir, "&recipient=" + recipient + more).status()).isEqualTo(403);
        }
        assertThat(report(fhir, "").status()).as("nobody said").isEqualTo(403);
        assertThat(report(fhir, "&recipient=public&recipient=" + recipient).status())
                .isEqualTo(403);
    }

    /** About another organisation, about one patient, over days of one's own choice, and for everybody from then on. */
    @Test
    void anAnalystAsksNothingThatTellsOfAFew() {
        Fhir analyst = of(Role.ANALYST, small);
        assertThat(report(analyst, own(small) + "&reporter=Organization/" + other)
                        .status())
                .isEqualTo(422);
        assertThat(report(analyst, own(small) + "&reportType=subject-list").status())
                .isEqualTo(422);
        assertThat(registry.report(analyst, "2023-03-01", "2023-03-02", own(small))
                        .status())
                .isEqualTo(422);
        assertThat(report(analyst, own(small) + "&publish=true").status()).isEqualTo(403);
        assertThat(report(of(Role.REGISTRY, large), "&recipient=registry&publish=true")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aComparisonIsForWhoMayAskForTheReport() {
        String path = "Measure/$benchmark?measure=" + registry.canonical()
                + "&periodStart=2023&periodEnd=2023&group=mean-gain";
        assertThat(of(Role.ANALYST, small).get(path + own(small)).status()).isEqualTo(200);
        assertThat(of(Role.ANALYST, small).get(path + own(other)).status()).isEqualTo(403);
        assertThat(of(Role.ANALYST, small)
                        .get(path + "&recipient=record-holder")
                        .status())
                .isEqualTo(403);
        assertThat(of(Role.PATIENT, small).get(path + own(small)).status()).isEqualTo(403);
    }

    /** What was published for one recipient is no way around the rules for another one. */
    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"EHR"},
            mode = EnumSource.Mode.EXCLUDE)
    void storedReportsAreNotReadBesideTheOperation(Role role) {
        Parameters publish = new Parameters();
        publish.addParameter("measure", registry.canonical());
        publish.addParameter("periodStart", "2023");
        publish.addParameter("periodEnd", "2023");
        publish.addParameter("publish", "true");
        String published = ehr.post("Measure/$evaluate-measure", Fhir.json(publish))
                .stored(MeasureReport.class)
                .getIdElement()
                .getIdPart();
        Fhir fhir = of(role, small);
        for (String path : List.of(
                "MeasureReport/" + published,
                "MeasureReport/" + published + "/_history",
                "MeasureReport/" + published + "/_history/1",
                "MeasureReport?_id=" + published,
                "MeasureReport?measure=" + registry.canonical(),
                "MeasureReport/" + published + "/$meta")) {
            assertThat(fhir.get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void whoAskedFetchesTheAnswerAndNobodyElse() {
        Fhir analyst = of(Role.ANALYST, small);
        String path = accepted(analyst);
        List<Fhir> others = List.of(
                of(Role.ANALYST, other), of(Role.REGISTRY, small), of(Role.PATIENT, small), GuardedServer.ehr());
        for (Fhir somebody : others) {
            isUnknownTo(somebody, path);
        }
        Reply answer =
                await().atMost(Duration.ofMinutes(1)).until(() -> analyst.get(path), reply -> reply.status() != 202);
        MeasureReport report =
                (MeasureReport) answer.stored(Bundle.class).getEntryFirstRep().getResource();
        assertThat(report.getGroup()).isNotEmpty();
        for (Fhir somebody : others) {
            isUnknownTo(somebody, path);
            assertThat(somebody.delete(path).status()).isEqualTo(404);
        }
        assertThat(analyst.get("MeasureReport/" + report.getIdElement().getIdPart())
                        .status())
                .isEqualTo(403);
        assertThat(analyst.get(path).status()).as("cancelled by nobody else").isEqualTo(200);
        assertThat(analyst.delete(path).status()).isEqualTo(202);
        assertThat(analyst.get(path).status()).isEqualTo(404);
    }

    /** As if nobody had ever asked. */
    private static void isUnknownTo(Fhir somebody, String path) {
        Reply there = somebody.get(path);
        String none = "$async-status?request=00000000-0000-4000-8000-000000000000";
        Reply notThere = somebody.get(none);
        assertThat(there.status()).isEqualTo(404).isEqualTo(notThere.status());
        assertThat(there.text().replace(request(path), "*"))
                .isEqualTo(notThere.text().replace(request(none), "*"));
    }

    private static String request(String path) {
        return path.substring(path.indexOf('=') + 1);
    }

    @Test
    void anAnswerThatIsNotReadyIsCancelledByWhoAsked() {
        Fhir analyst = of(Role.ANALYST, small);
        String path = accepted(analyst);
        assertThat(of(Role.ANALYST, other).delete(path).status()).isEqualTo(404);
        assertThat(analyst.delete(path).status()).isEqualTo(202);
        assertThat(analyst.get(path).status()).isEqualTo(404);
    }

    private String accepted(Fhir analyst) {
        Reply reply = report(analyst.with("Prefer", "respond-async"), own(small));
        assertThat(reply.status()).as(reply::text).isEqualTo(202);
        return reply.http()
                .getHeader("Content-Location")
                .substring(analyst.base().length() + 1);
    }
}
