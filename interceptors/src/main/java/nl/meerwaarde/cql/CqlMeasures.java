package nl.meerwaarde.cql;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.UriParam;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import nl.meerwaarde.disclosure.PeriodGrid;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.disclosure.RecipientPolicy;
import nl.meerwaarde.fhir.CanonicalReference;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.report.OtherMeasures;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ResourceType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures with a CQL Library, evaluated by the engine over the records of this server. */
class CqlMeasures implements OtherMeasures {
    private static final Logger LOG = LoggerFactory.getLogger(CqlMeasures.class);

    private final FhirContext fhirContext;
    private final DaoRegistry daos;
    private final JpaStorageSettings settings;
    private final Supplier<CqlLimits> limits;
    private final ClinicalReasoning engine;
    private final InstantSource clock;

    CqlMeasures(
            FhirContext fhirContext,
            DaoRegistry daos,
            JpaStorageSettings settings,
            Supplier<CqlLimits> limits,
            ClinicalReasoning engine,
            InstantSource clock) {
        this.fhirContext = fhirContext;
        this.daos = daos;
        this.settings = settings;
        this.limits = limits;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public boolean areEvaluated() {
        return true;
    }

    @Override
    public void check(Measure measure, Recipient recipient) {
        List<Problem> problems = new ArrayList<>();
        RecipientPolicy policy = recipient.policy();
        if (!policy.exact() || !policy.individual()) {
            problems.add(problem(ProblemCode.NOT_FOR_RECIPIENT, "recipient", "no-records", policy.code()));
        } else if (!policy.ground().countsEverybody()) {
            problems.add(problem(ProblemCode.NOT_FOR_RECIPIENT, "recipient", "counts-everybody", policy.code()));
        }
        if (!measure.hasLibrary()) {
            problems.add(problem(ProblemCode.UNSUPPORTED_MEASURE, "Measure.library", "no-library", named(measure)));
        }
        measure.getLibrary().stream()
                .map(CanonicalType::getValue)
                .filter(library -> !isStored(library))
                .forEach(library -> problems.add(problem(
                        ProblemCode.UNSUPPORTED_MEASURE,
                        "Measure.library",
                        "unknown-library",
                        named(measure),
                        library)));
        int patients = patients();
        int most = limits.get().mostPatients();
        if (patients > most) {
            problems.add(problem(ProblemCode.EVALUATION_LIMIT, "Measure", "too-many-patients", patients, most));
        }
        if (!problems.isEmpty()) {
            throw Problems.unprocessable(problems);
        }
    }

    private boolean isStored(String library) {
        CanonicalReference canonical = CanonicalReference.parse(library);
        SearchParameterMap byUrl = SearchParameterMap.newSynchronous("url", new UriParam(canonical.url()));
        return daos.getResourceDao(Library.class).search(byUrl, new SystemRequestDetails()).getAllResources().stream()
                .map(Library.class::cast)
                .anyMatch(stored ->
                        canonical.version() == null || canonical.version().equals(stored.getVersion()));
    }

    private int patients() {
        SearchParameterMap counting = SearchParameterMap.newSynchronous();
        counting.setSummaryMode(SummaryEnum.COUNT);
        IBundleProvider counted = daos.getResourceDao(Patient.class).search(counting, new SystemRequestDetails());
        return Objects.requireNonNull(counted.size(), "A search that counts has a number");
    }

    @Override
    public MeasureReport evaluate(
            Measure measure, PeriodGrid.Period period, Recipient recipient, BooleanSupplier cancelled) {
        Evaluation evaluation = new Evaluation(clock, limits.get().mostTime(), cancelled);
        StoredRecords records =
                new StoredRecords(fhirContext, daos, settings.getInternalSynchronousSearchSize(), evaluation);
        try {
            return told(engine.evaluate(records, measure, period), measure, evaluation);
        } catch (RuntimeException e) {
            // Its message may quote a record, so it is neither logged nor told.
            LOG.warn(
                    "Measure {} was not evaluated: {}",
                    named(measure),
                    e.getClass().getName());
            throw refusal(measure, evaluation);
        }
    }

    /** The engine reports what it counted although it failed for somebody. */
    private MeasureReport told(MeasureReport report, Measure measure, Evaluation evaluation) {
        boolean failed = report.getContained().stream()
                .anyMatch(contained -> contained.getResourceType() == ResourceType.OperationOutcome);
        if (failed || evaluation.stop().isPresent()) {
            throw new IllegalStateException("Some patients could not be evaluated");
        }
        report.setId((String) null);
        report.setMeasure(named(measure));
        report.setEvaluatedResource(null);
        return report;
    }

    private RuntimeException refusal(Measure measure, Evaluation evaluation) {
        return Problems.unprocessable(evaluation
                .stop()
                .map(stop -> switch (stop) {
                    case OUT_OF_TIME ->
                        problem(
                                ProblemCode.EVALUATION_LIMIT,
                                "Measure",
                                "out-of-time",
                                limits.get().mostTime().toSeconds());
                    case CANCELLED -> problem(ProblemCode.EVALUATION_LIMIT, "Measure", "cancelled");
                    case TOO_MUCH ->
                        problem(
                                ProblemCode.EVALUATION_LIMIT,
                                "Measure",
                                "too-much",
                                settings.getInternalSynchronousSearchSize());
                })
                .orElseGet(() -> problem(ProblemCode.CQL_FAILED, "Measure.library", "failed", named(measure))));
    }

    private static String named(Measure measure) {
        return measure.hasVersion() ? measure.getUrl() + "|" + measure.getVersion() : measure.getUrl();
    }

    private static Problem problem(ProblemCode code, String path, String key, Object... arguments) {
        return new Problem(code, path, Sentence.beside(CqlMeasures.class, key, arguments));
    }
}
