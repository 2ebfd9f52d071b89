package nl.meerwaarde.server.demo;

import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Organization;

/** Asks the server for the outcomes of knee replacement and writes them for a reader. */
class DemoReport {
    private final PublicApi api;
    private final DemoAddresses addresses;

    DemoReport(PublicApi api, DemoAddresses addresses) {
        this.api = api;
        this.addresses = addresses;
    }

    String text() {
        MeasureReport report = api.get(MeasureReport.class, addresses.report(Joint.KNEE));
        OutcomeRows rows = new OutcomeRows(report, names());
        String newLine = System.lineSeparator();
        return String.join(
                newLine,
                "",
                "Oxford Knee Score (0 worst - 48 best) before and 6 months after primary knee replacement",
                "Operations of " + year(report.getPeriod().getStartElement().getValueAsString()) + " - "
                        + year(report.getPeriod().getEndElement().getValueAsString()) + ", synthetic patients",
                "",
                OutcomeTable.text(rows.rows()),
                "",
                "Not counted: " + rows.countOfAll("open") + " whose 6-month window is still open, "
                        + rows.countOfAll("died") + " who died, " + rows.countOfAll("otherwise-ended")
                        + " revised before it closed. Answered by a proxy and not analysed: "
                        + rows.countOfAll("proxy") + ".",
                "Response: answered at 6 months, of the eligible. Analysed: answered before and after. MIC: gained at least the",
                "minimal important change of an individual. Adjusted: the gain with the average patient (case-mix model demo, 1).",
                "Control limits: how far from average, given the numbers; below 30 analysed nothing is said.",
                "");
    }

    private static String year(String date) {
        return date.substring(0, 4);
    }

    private Map<String, String> names() {
        return api.get(Bundle.class, addresses.hospitals()).getEntry().stream()
                .map(entry -> (Organization) entry.getResource())
                .collect(Collectors.toMap(
                        hospital -> "Organization/" + hospital.getIdElement().getIdPart(), Organization::getName));
    }
}
