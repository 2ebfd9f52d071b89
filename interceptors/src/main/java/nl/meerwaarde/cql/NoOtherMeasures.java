package nl.meerwaarde.cql;

import java.util.function.BooleanSupplier;
import nl.meerwaarde.disclosure.PeriodGrid;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.report.OtherMeasures;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;

/** The engine is off. */
record NoOtherMeasures() implements OtherMeasures {
    @Override
    public boolean areEvaluated() {
        return false;
    }

    @Override
    public void check(Measure measure, Recipient recipient) {
        throw off();
    }

    @Override
    public MeasureReport evaluate(
            Measure measure, PeriodGrid.Period period, Recipient recipient, BooleanSupplier cancelled) {
        throw off();
    }

    private static RuntimeException off() {
        return new IllegalStateException("The CQL engine is off");
    }
}
