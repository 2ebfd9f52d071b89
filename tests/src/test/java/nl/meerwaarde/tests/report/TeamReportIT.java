package nl.meerwaarde.tests.report;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Facts;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Rebuilt;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** Which team answers for an episode, and that reports follow when that changes, also of facts that are settled. */
class TeamReportIT {
    private static final String MONTHS = "periodStart=2003-02-01&periodEnd=2003-04-30";

    /** Nobody was treated on the days between; these are no whole months, so facts are read one by one. */
    private static final String DAYS = "periodStart=2003-02-02&periodEnd=2003-04-29";

    private final Fhir fhir = TestServer.fhir();
    private final Facts facts = new Facts(TestServer.jdbc());
    private final Hospital hospital = Hospital.create(fhir);
    private final CareTeam one = team(true);
    private final CareTeam other = team(true);
    private final CareTeam planning = team(false);

    private CareTeam team(boolean owner) {
        CareTeam team = new CareTeam();
        if (owner) {
            team.addExtension(
                    Extensions.OWNED_OUTCOMES,
                    new CanonicalType(Canonicals.BASE + "/Measure/knee-replacement-primary-oxford-by-team"));
        }
        team.addManagingOrganization(new Reference(hospital.reference()));
        return fhir.post(team).stored(CareTeam.class);
    }

    private static String id(CareTeam team) {
        return team.getIdElement().getIdPart();
    }

    /** Of a patient operated on 1 March 2003. */
    private TestEpisode treatedBy(CareTeam... teams) {
        TestEpisode episode = hospital.knee(patient -> {});
        name(episode, teams);
        episode.operatedOn("2003-03-01");
        hospital.answer(episode, "1", "2003-02-20");
        hospital.answer(episode, "3", "2003-09-01");
        return episode;
    }

    private static void name(TestEpisode episode, CareTeam... teams) {
        episode.change(plan -> {
            plan.getCareTeam().clear();
            for (CareTeam team : teams) {
                plan.addCareTeam(new Reference("CareTeam/" + id(team)));
            }
        });
    }

    private Object teamOf(TestEpisode episode) {
        return facts.episode(episode.id()).orElseThrow().get("team_id");
    }

    @Test
    void theOneThatAnswersForOutcomesAmongThoseThatThePlanNames() {
        assertThat(teamOf(treatedBy(one, planning))).isEqualTo(id(one));
        assertThat(teamOf(treatedBy(planning))).isNull();
        assertThat(teamOf(treatedBy(one, other))).isNull();
        assertThat(teamOf(treatedBy())).isNull();
        assertThat(byTeam(MONTHS)).isEqualTo(counts(1, 0, 3)).isEqualTo(byTeam(DAYS));
        assertThat(ofTeam(one, MONTHS)).isEqualTo(1);
    }

    @Test
    void anotherTeamInThePlanIsCountedThereAlsoWhenItWasSettled() {
        TestEpisode episode = treatedBy(one);
        treatedBy(one);
        TestServer.settle();
        assertThat(byTeam(MONTHS)).isEqualTo(counts(2, 0, 0));

        name(episode, other);

        assertThat(byTeam(MONTHS)).isEqualTo(counts(1, 1, 0)).isEqualTo(byTeam(DAYS));
        assertThat(ofTeam(other, MONTHS)).isEqualTo(1);
        TestServer.settle();
        assertThat(byTeam(MONTHS)).isEqualTo(counts(1, 1, 0));
    }

    @Test
    void aTeamThatCeasesToAnswerHasNoEpisodesUntilItAnswersAgain() {
        treatedBy(one);
        treatedBy(other);
        TestServer.settle();

        CareTeam changed = one.copy();
        changed.getExtension().clear();
        assertThat(fhir.put(changed)).succeeded();
        assertThat(byTeam(MONTHS)).isEqualTo(counts(0, 1, 1)).isEqualTo(byTeam(DAYS));

        changed.setExtension(one.getExtension());
        assertThat(fhir.put(changed)).succeeded();
        assertThat(byTeam(MONTHS)).isEqualTo(counts(1, 1, 0)).isEqualTo(byTeam(DAYS));
    }

    @Test
    void aTeamThatBeginsToAnswerHasTheEpisodesThatNamedItBefore() {
        TestEpisode episode = treatedBy(planning);
        CareTeam changed = planning.copy();
        changed.setExtension(one.getExtension());

        assertThat(fhir.put(changed)).succeeded();

        assertThat(teamOf(episode)).isEqualTo(id(planning));
    }

    /** As after an update of the server: what is known of teams comes back from the resources. */
    @Test
    void rebuiltFactsHaveTheirTeam() {
        TestEpisode episode = treatedBy(one, planning);
        TestServer.jdbc().update("delete from mw_owning_team where team_id = ?", id(one));
        TestServer.jdbc().update("delete from mw_named_team where team_id = ?", id(one));
        TestServer.jdbc().update("update mw_episode set team_id = null where episode_id = ?", episode.id());
        TestServer.jdbc().update("update mw_change set team_id = null where episode_id = ?", episode.id());

        Rebuilt.of(fhir, episode.patient().reference());

        assertThat(teamOf(episode)).isEqualTo(id(one));
        assertThat(TestServer.jdbc()
                        .queryForObject("select count(*) from mw_named_team where team_id = ?", Integer.class, id(one)))
                .isEqualTo(1);
        assertThat(byTeam(MONTHS)).isEqualTo(counts(1, 0, 0));
    }

    private Map<String, Integer> counts(int ofOne, int ofOther, int ofNone) {
        Map<String, Integer> counts = new TreeMap<>(Map.of(id(one), ofOne, id(other), ofOther, "no-team", ofNone));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** Who was eligible, by team; the total is what they add up to. */
    private Map<String, Integer> byTeam(String period) {
        Report report = report(hospital.reference(), period);
        Map<String, Integer> counts = new TreeMap<>();
        report.stratifier("response-chain", "team")
                .forEach(stratum -> counts.put(
                        stratum.getValue().getText(),
                        stratum.getPopulationFirstRep().getCount()));
        assertThat(counts.values().stream().mapToInt(count -> count).sum())
                .isEqualTo(report.count("response-chain", "eligible"));
        return counts;
    }

    private int ofTeam(CareTeam team, String period) {
        return report("CareTeam/" + id(team), period).count("response-chain", "eligible");
    }

    private Report report(String reporter, String period) {
        return new Report(fhir.get("Measure/knee-replacement-primary-oxford-by-team/$evaluate-measure?" + period
                + "&reporter=" + reporter));
    }
}
