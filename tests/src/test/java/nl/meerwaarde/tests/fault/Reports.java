package nl.meerwaarde.tests.fault;

import nl.meerwaarde.tests.support.Fhir;
import org.hl7.fhir.r4.model.MeasureReport;

/** The response chain of knee replacements of 2025, whose windows have closed, asked anew each time. */
record Reports(Fhir fhir) {
    private static final String REPORT =
            "Measure/knee-replacement-primary-oxford/$evaluate-measure?periodStart=2025-01-01&periodEnd=2025-12-31";

    /** How many episodes are eligible. */
    int eligible() {
        return fhir.get(REPORT).stored(MeasureReport.class).getGroup().stream()
                .flatMap(group -> group.getPopulation().stream())
                .filter(population -> "eligible"
                        .equals(population.getCode().getCodingFirstRep().getCode()))
                .mapToInt(MeasureReport.MeasureReportGroupPopulationComponent::getCount)
                .findFirst()
                .orElseThrow();
    }
}
