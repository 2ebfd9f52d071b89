package nl.meerwaarde.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.MeasureReport;
import org.junit.jupiter.api.Test;

class OutcomeTableTest {
    private static final MeasureReport REPORT = FhirContext.forR4Cached()
            .newJsonParser()
            .parseResource(MeasureReport.class, Cohorts.resource("report.json"));
    private static final Map<String, String> NAMES =
            Map.of("Organization/a", "Voorbeeldziekenhuis A", "Organization/b", "Voorbeeldziekenhuis B");

    @Test
    void printsWhatTheReportSays() {
        String table = OutcomeTable.text(new OutcomeRows(REPORT, NAMES).rows());

        assertThat(table.lines())
                .containsExactly(
                        "Hospital                    Eligible Response Analysed  Before   After    Gain  Improved     MIC  Adjusted  Control limits",
                        "-".repeat(122),
                        "Voorbeeldziekenhuis B             60     75 %       40    19.5    28.3     8.8      90 %    65 %       9.1  BELOW 99.8 %",
                        "Voorbeeldziekenhuis A             10     50 %        0       -       -       -         -       -         -  too few",
                        "-".repeat(122),
                        "All hospitals                     70     71 %       40    19.5    28.3     8.8      90 %    65 %       9.1");
    }

    @Test
    void countsTheOnesLeftOut() {
        OutcomeRows rows = new OutcomeRows(REPORT, NAMES);

        assertThat(List.of(rows.countOfAll("open"), rows.countOfAll("died"))).containsExactly(12, 2);
    }
}
