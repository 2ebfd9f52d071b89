package nl.meerwaarde.cql;

import ca.uhn.fhir.repository.IRepository;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.meerwaarde.disclosure.PeriodGrid;
import org.cqframework.cql.cql2elm.model.Model;
import org.hl7.cql.model.ModelIdentifier;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.opencds.cqf.fhir.cql.EvaluationSettings;
import org.opencds.cqf.fhir.cr.measure.MeasureEvaluationOptions;
import org.opencds.cqf.fhir.cr.measure.common.MeasurePeriodValidator;
import org.opencds.cqf.fhir.cr.measure.r4.R4MultiMeasureService;
import org.opencds.cqf.fhir.utility.monad.Eithers;

/** HAPI's clinical reasoning, the one place that knows its types. Keeps what it knows of FHIR, but no Library: one may change under its version. */
final class ClinicalReasoning {
    private final Map<ModelIdentifier, Model> models = new ConcurrentHashMap<>();

    /** The engine's report about everybody in the records. A day begins and ends in UTC. */
    MeasureReport evaluate(IRepository records, Measure measure, PeriodGrid.Period period) {
        MeasureEvaluationOptions options = MeasureEvaluationOptions.defaultOptions();
        options.setEvaluationSettings(EvaluationSettings.getDefault()
                .withModelCache(models)
                .withLibraryCache(new ConcurrentHashMap<>())
                .withValueSetCache(new ConcurrentHashMap<>()));
        return new R4MultiMeasureService(records, options, "", new MeasurePeriodValidator())
                .evaluate(
                        Eithers.forRight3(measure),
                        period.from().atStartOfDay(ZoneOffset.UTC),
                        lastSecond(period),
                        "population",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
    }

    private static ZonedDateTime lastSecond(PeriodGrid.Period period) {
        return period.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).minusSeconds(1);
    }
}
