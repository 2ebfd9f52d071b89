package nl.meerwaarde.tests.report;

import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import nl.meerwaarde.terminology.Canonicals;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestEpisode;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

/** Reports of teams and practitioners. */
class ReporterIT {
    private final Fhir fhir = TestServer.fhir();
    private final Hospital one = Hospital.create(fhir);
    private final Hospital other = Hospital.create(fhir);

    @Test
    void aTeamReportsTheEpisodesThatNameItAtItsOrganisations() {
        String team = team(Hospital.measureUrl());
        named(one.operated(patient -> {}, "1", "3"), team);
        named(other.operated(patient -> {}, "1", "4"), team);
        named(Hospital.create(fhir).operated(patient -> {}, "1", "1"), team);
        one.operated(patient -> {}, "1", "1");

        Reply reply = report(team, "");

        assertThat(new Report(reply).value("mean-gain")).isEqualByComparingTo("30");
        MeasureReport resource = reply.stored(MeasureReport.class);
        assertThat(resource.hasReporter()).isFalse();
        assertThat(((Reference) resource.getExtensionByUrl(Canonicals.Extensions.REPORTING_TEAM)
                                .getValue())
                        .getReference())
                .isEqualTo(team);
    }

    @Test
    void aTeamReportsOnlyWhatItOwns() {
        String team = team(Canonicals.BASE + "/Measure/hip-replacement-primary-oxford");
        assertThat(report(team, "")).hasStatus(422);
        assertThat(report("CareTeam/none", "")).hasStatus(404);
    }

    @Test
    void whoHasNoRightToAllOfTheTeamGetsNoReportOfIt() {
        String team = team(Hospital.measureUrl());
        assertThat(report(team, "&recipient=organization&recipientOrganization=" + one.reference()))
                .hasStatus(422);
    }

    @Test
    void aPractitionerReportsWhomTheyOperatedOn() {
        String surgeon = "Practitioner/" + fhir.post(new Practitioner()).id();
        operatedBy(surgeon, "4");
        one.operated(patient -> {}, "1", "2");

        Report report = new Report(report(surgeon, ""));

        assertThat(report.count("response-chain", "eligible")).isEqualTo(1);
        assertThat(report.value("mean-gain")).isEqualByComparingTo("36");
        assertThat(report.resource().getReporter().getReference()).isEqualTo(surgeon);
        assertThat(report(surgeon, "&recipient=public")).hasStatus(422);
    }

    private void operatedBy(String surgeon, String after) {
        TestEpisode episode = one.knee(patient -> {});
        Procedure operation = episode.procedureOn("2024-06-01");
        operation.addPerformer().setActor(new Reference(surgeon));
        assertThat(fhir.post(operation)).hasStatus(201);
        one.answer(episode, "1", "2024-05-20");
        one.answer(episode, after, "2024-12-01");
    }

    private static void named(TestEpisode episode, String team) {
        episode.change(plan -> plan.addCareTeam(new Reference(team)));
    }

    private String team(String owned) {
        CareTeam team = new CareTeam();
        team.addExtension(Canonicals.Extensions.OWNED_OUTCOMES, new CanonicalType(owned));
        team.addManagingOrganization(new Reference(one.reference()));
        team.addParticipant().setMember(new Reference(other.reference()));
        return "CareTeam/" + fhir.post(team).id();
    }

    private Reply report(String reporter, String more) {
        return fhir.get(
                "Measure/knee-replacement-primary-oxford/$evaluate-measure?periodStart=2024&periodEnd=2024&reporter="
                        + reporter + more);
    }
}
