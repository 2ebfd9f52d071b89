package nl.meerwaarde.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.List;
import nl.meerwaarde.benchmark.LimitChoice.Dispersion;
import nl.meerwaarde.fhir.OperationParameters;
import nl.meerwaarde.statistics.ControlLimits.Method;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarkRequestTest {
    @Test
    void aPeriodIsEnoughAtInstanceLevel() {
        BenchmarkRequest request = read("periodStart=2025", "periodEnd=2025");

        assertThat(request.periods()).singleElement().hasToString("Period[from=2025-01-01, to=2025-12-31]");
        assertThat(request.choice().ofShares()).isEqualTo(Method.EXACT);
        assertThat(request.choice().dispersion()).isEqualTo(Dispersion.NONE);
        assertThat(request.group()).isEmpty();
    }

    @Test
    void teamsAreComparedWithinAnOrganisationAndOrganisationsAmongAll() {
        String[] both = {"periodStart=2025", "periodEnd=2025", "recipientOrganization=Organization/o"};

        assertThat(read(both).within()).isNull();
        assertThat(read(both).own()).isEqualTo("o");
        BenchmarkRequest teams = read(both[0], both[1], both[2], "by=team", "recipientTeam=CareTeam/t");
        assertThat(teams.within()).isEqualTo("o");
        assertThat(teams.own()).isEqualTo("t");
    }

    @ParameterizedTest
    @CsvSource({
        "2022, 2025, year, 4, 2022-01-01, 2025-12-31",
        "2024-10, 2025-06, quarter, 3, 2024-10-01, 2025-06-30",
        "2024-12, 2025-01, month, 2, 2024-12-01, 2025-01-31",
        "2025, 2025, year, 1, 2025-01-01, 2025-12-31"
    })
    void aTimeLineIsMadeOfCalendarPeriods(
            String start, String end, String length, int periods, String from, String to) {
        BenchmarkRequest request = read("periodStart=" + start, "periodEnd=" + end, "timeLine=" + length);

        assertThat(request.periods()).hasSize(periods);
        assertThat(request.periods().get(0).from()).hasToString(from);
        assertThat(request.periods().get(periods - 1).to()).hasToString(to);
        for (int i = 1; i < periods; i++) {
            assertThat(request.periods().get(i).from())
                    .isEqualTo(request.periods().get(i - 1).to().plusDays(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02, 2025, year, begins and ends with a year",
        "2025-02, 2025-03, quarter, begins and ends with a quarter",
        "1990, 2025, month, 20 periods at most",
        "2020, 2025, month, 20 periods at most",
        "2020, 2025, week, must be year"
    })
    void aTimeLineThatCannotBeDividedIsRefused(String start, String end, String length, String part) {
        assertThat(refused("periodStart=" + start, "periodEnd=" + end, "timeLine=" + length))
                .singleElement()
                .asString()
                .contains(part);
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        assertThat(refused(
                        "measure=Measure/x",
                        "periodStart=2025",
                        "limits=wide",
                        "overDispersion=some",
                        "recipientOrganization=Patient/1",
                        "colour=red"))
                .hasSize(6)
                .anyMatch(problem -> problem.contains("Parameter measure is not a parameter of $benchmark here"))
                .anyMatch(problem -> problem.contains("periodEnd is needed"))
                .anyMatch(problem -> problem.contains("exact or normal"))
                .anyMatch(problem -> problem.contains("none, additive or multiplicative"))
                .anyMatch(problem -> problem.contains("Organization/123"))
                .anyMatch(problem -> problem.contains("colour"));
        assertThat(refused("periodStart=2025", "periodEnd=2025", "limits=exact", "overDispersion=additive"))
                .singleElement()
                .asString()
                .contains("cannot be exact with additive");
    }

    private static BenchmarkRequest read(String... parameters) {
        Parameters given = new Parameters();
        for (String parameter : parameters) {
            String[] parts = parameter.split("=", 2);
            given.addParameter().setName(parts[0]).setValue(new StringType(parts[1]));
        }
        return BenchmarkRequest.read(OperationParameters.of(given), false);
    }

    private static List<String> refused(String... parameters) {
        InvalidRequestException refusal = catchThrowableOfType(() -> read(parameters), InvalidRequestException.class);
        return ((OperationOutcome) refusal.getOperationOutcome())
                .getIssue().stream().map(issue -> issue.getDiagnostics()).toList();
    }
}
