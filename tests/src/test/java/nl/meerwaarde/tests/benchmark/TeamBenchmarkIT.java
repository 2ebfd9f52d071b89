package nl.meerwaarde.tests.benchmark;

import static nl.meerwaarde.tests.benchmark.Compared.names;
import static nl.meerwaarde.tests.benchmark.Compared.report;
import static nl.meerwaarde.tests.benchmark.Compared.status;
import static nl.meerwaarde.tests.benchmark.Compared.strata;
import static nl.meerwaarde.tests.benchmark.Compared.stratum;
import static nl.meerwaarde.tests.benchmark.Compared.svg;
import static nl.meerwaarde.tests.support.FhirAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.terminology.Canonicals.Extensions;
import nl.meerwaarde.tests.support.Complaint;
import nl.meerwaarde.tests.support.Fhir;
import nl.meerwaarde.tests.support.Reply;
import nl.meerwaarde.tests.support.Report;
import nl.meerwaarde.tests.support.TestServer;
import org.hl7.fhir.r4.model.MeasureReport.StratifierGroupComponent;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The teams of a hospital side by side, for that hospital. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamBenchmarkIT {
    private static final String MEASURE = ComparedTeams.MEASURE;
    private static final String OTHER = "Measure/knee-replacement-primary-oxford/$benchmark";
    private static final String ONE_YEAR = "?periodStart=" + ComparedTeams.YEAR + "&periodEnd=" + ComparedTeams.YEAR;

    private final Fhir fhir = TestServer.fhir();
    private final ComparedTeams teams = ComparedTeams.create(fhir);

    private Reply benchmark(String more) {
        return fhir.get(MEASURE + "$benchmark" + teams.asked("Noord") + "&by=team" + more);
    }

    private Report evaluated(String reporter) {
        return new Report(fhir.get(MEASURE + "$evaluate-measure" + teams.asked("Noord") + "&reporter=" + reporter));
    }

    @Test
    void teamsAddUpToTheirHospital() {
        Report report = evaluated(teams.organization("Noord"));
        List<StratifierGroupComponent> strata = report.stratifier("response-chain", "team");

        assertThat(report.count("response-chain", "eligible")).isEqualTo(75);
        assertThat(strata)
                .extracting(stratum -> stratum.getValue().getText())
                .containsExactlyInAnyOrder(teams.id("Blauw"), teams.id("Groen"), teams.id("Klein"), "no-team");
        assertThat(strata)
                .extracting(stratum -> stratum.getPopulationFirstRep().getCount())
                .containsExactlyInAnyOrder(34, 32, 4, 5);
        assertThat(strata)
                .filteredOn(stratum -> stratum.hasExtension(Extensions.STRATUM_TEAM))
                .hasSize(3)
                .allSatisfy(stratum -> assertThat(((Reference) stratum.getExtensionByUrl(Extensions.STRATUM_TEAM)
                                        .getValue())
                                .getReference())
                        .isEqualTo("CareTeam/" + stratum.getValue().getText()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"response-chain", "mean-gain", "improved-any", "reached-mic"})
    void whatIsComparedIsWhatEachTeamReports(String statistic) {
        Report compared = report(benchmark("&group=" + statistic));

        for (String team : List.of("Blauw", "Groen", "Klein")) {
            StratifierGroupComponent stratum = stratum(compared, teams.id(team));
            Report own = evaluated("CareTeam/" + teams.id(team));
            assertThat(stratum.getMeasureScore().getValue()).as(team).isEqualByComparingTo(own.value(statistic));
            assertThat(stratum.getPopulation())
                    .allSatisfy(population -> assertThat(population.getCount())
                            .isEqualTo(own.count(
                                    statistic,
                                    population.getCode().getCodingFirstRep().getCode())));
        }
    }

    @Test
    void theOwnTeamIsMarkedAndEveryTeamHasItsPlace() {
        Reply reply = benchmark("&group=mean-gain&recipientTeam=CareTeam/" + teams.id("Blauw"));
        Report report = report(reply);

        assertThat(status(stratum(report, teams.id("Blauw")))).isEqualTo("above-99-8");
        assertThat(status(stratum(report, teams.id("Groen")))).isEqualTo("below-99-8");
        assertThat(status(stratum(report, teams.id("Klein")))).isEqualTo("too-few");
        assertThat(strata(report))
                .filteredOn(stratum -> stratum.hasExtension(Extensions.OWN_TEAM))
                .extracting(stratum -> stratum.getValue().getText())
                .containsExactly(teams.id("Blauw"));
        assertThat(report.resource().getText().getDivAsString())
                .contains("<th>Team</th>", "<b>Team Blauw (own)</b>", "<td>Team Groen</td>", "fewer than 30 patients")
                .doesNotContain("no-team", "rganisation");
        assertThat(svg(fhir.get(
                        MEASURE + "$benchmark" + teams.asked("Noord") + "&by=team&group=mean-gain&recipientTeam="
                                + teams.id("Blauw"),
                        Map.of("_format", "svg"))))
                .contains("2 teams, of which 2 outside", "Team Groen: ", ">own team</text>")
                .doesNotContain("rganisation");
    }

    @Test
    void severalYearsAreATimeLineOfTeams() {
        String line = svg(fhir.with("Accept-Language", "nl")
                .get(
                        MEASURE + "$benchmark?periodStart=" + (ComparedTeams.YEAR - 1) + "&periodEnd="
                                + ComparedTeams.YEAR + "&timeLine=year&by=team&group=mean-gain&recipientOrganization="
                                + teams.organization("Noord"),
                        Map.of("_format", "svg")));

        assertThat(line).contains("2 teams over 2 perioden", "Team Groen: ").doesNotContain("rganisatie");
    }

    /** Whoever keeps the records of both hospitals sees the teams of both. */
    @Test
    void withoutAnOrganisationAllTeamsAreCompared() {
        Reply reply = fhir.get(MEASURE + "$benchmark" + ONE_YEAR + "&by=team&group=mean-gain&recipient=record-holder");

        assertThat(names(report(reply))).contains(teams.id("Blauw"), teams.id("Anders"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&recipient=public",
                "&recipient=researcher",
                "&recipient=organization",
                "&recipient=team",
                "&recipient=registry"
            })
    void whoMayNotSeeEverythingIsToldNothingOfTeams(String recipient) {
        Complaint complaint = new Complaint(
                ProblemCode.NOT_FOR_RECIPIENT, "measure", "whoever may see everything of the organisation");

        assertThat(fhir.get(MEASURE + "$benchmark" + ONE_YEAR + "&by=team" + recipient))
                .isRefusedWith(complaint);
        assertThat(fhir.get(MEASURE + "$benchmark" + ONE_YEAR + recipient)).isRefusedWith(complaint);
        assertThat(fhir.get(MEASURE + "$evaluate-measure" + ONE_YEAR + recipient))
                .isRefusedWith(complaint);
    }

    @Test
    void anOrganisationSeesNoTeamsOfAnother() {
        Stream.of("Noord", "Oost").forEach(hospital -> {
            Report report = report(fhir.get(MEASURE + "$benchmark" + teams.asked(hospital) + "&by=team"));
            assertThat(names(report).contains(teams.id("Anders"))).isEqualTo(hospital.equals("Oost"));
        });
        assertThat(fhir.get(MEASURE + "$evaluate-measure" + teams.asked("Oost") + "&reporter=CareTeam/"
                        + teams.id("Blauw")))
                .hasStatus(422);
        assertThat(fhir.get(MEASURE + "$evaluate-measure" + teams.asked("Oost") + "&reporter="
                        + teams.organization("Noord")))
                .hasStatus(422);
    }

    @Test
    void theReportIsValid() {
        OperationOutcome outcome = fhir.post(
                        "MeasureReport/$validate",
                        Fhir.json(report(benchmark("&group=mean-gain&recipientTeam=" + teams.id("Blauw")))
                                .resource()))
                .body(OperationOutcome.class);

        assertThat(outcome.getIssue().stream()
                        .filter(issue ->
                                Set.of(IssueSeverity.ERROR, IssueSeverity.FATAL).contains(issue.getSeverity()))
                        .map(issue -> issue.getDiagnostics()))
                .isEmpty();
    }

    @Test
    void whatCannotBeComparedIsNamed() {
        assertThat(fhir.get(OTHER + ONE_YEAR + "&by=ward&recipientTeam=t"))
                .isRefusedWith(
                        400,
                        List.of(
                                new Complaint(ProblemCode.INVALID_PARAMETER, "by", "organization or team"),
                                new Complaint(ProblemCode.INVALID_PARAMETER, "recipientTeam", "by=team")));
        assertThat(fhir.get(OTHER + ONE_YEAR + "&by=team"))
                .isRefusedWith(400, List.of(new Complaint(ProblemCode.INVALID_PARAMETER, "by", "stratifier team")));
        assertThat(benchmark("&group=mean-before"))
                .isRefusedWith(
                        400, List.of(new Complaint(ProblemCode.INVALID_PARAMETER, "group", "compares no teams by")));
    }
}
