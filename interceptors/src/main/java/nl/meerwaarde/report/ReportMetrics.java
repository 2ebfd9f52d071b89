package nl.meerwaarde.report;

import java.util.function.Supplier;
import org.hl7.fhir.r4.model.MeasureReport;

/** Where the time of evaluating is measured; hosts without a metrics library measure nothing. */
@FunctionalInterface
public interface ReportMetrics {
    /** Runs the evaluation of one report, and measures it. */
    MeasureReport time(Supplier<MeasureReport> evaluation);
}
