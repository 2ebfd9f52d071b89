package nl.meerwaarde.report;

import java.util.function.BooleanSupplier;
import nl.meerwaarde.disclosure.PeriodGrid;
import nl.meerwaarde.disclosure.Recipient;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;

/** Measures that are not answered from outcome facts, on a host that can evaluate them all the same. */
public interface OtherMeasures {
    /** Whether any is evaluated; otherwise all are refused. */
    boolean areEvaluated();

    /**
     * Checks that a Measure can be evaluated now, for this recipient.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 422 with everything that is in the way
     */
    void check(Measure measure, Recipient recipient);

    /**
     * Evaluates a Measure over everybody, which takes its time.
     *
     * @param cancelled whether nobody waits for the report any more; then there is none
     * @return not stored, without an id
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 422 saying why there is no report
     */
    MeasureReport evaluate(Measure measure, PeriodGrid.Period period, Recipient recipient, BooleanSupplier cancelled);
}
