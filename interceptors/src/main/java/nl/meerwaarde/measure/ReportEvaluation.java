package nl.meerwaarde.measure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import nl.meerwaarde.score.ScoreDefinition;
import nl.meerwaarde.score.ScoreDefinitions;
import org.hl7.fhir.r4.model.MeasureReport;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Evaluates a Measure over the facts as they stand at one moment. */
class ReportEvaluation {
    private final FactQuery query;
    private final SubjectQuery subjects;
    private final ScoreDefinitions definitions;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    /** @param snapshot read-only transactions that see one state of the database */
    ReportEvaluation(
            FactQuery query,
            SubjectQuery subjects,
            ScoreDefinitions definitions,
            TransactionTemplate snapshot,
            Clock clock) {
        this.query = query;
        this.subjects = subjects;
        this.definitions = definitions;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    MeasureReport evaluate(FactMeasure measure, EvaluateMeasureRequest request) {
        @Nullable ScoreDefinition definition = definitions.find(measure.score()).orElse(null);
        return java.util.Objects.requireNonNull(snapshot.execute(status -> report(measure, request, definition)));
    }

    private MeasureReport report(
            FactMeasure measure, EvaluateMeasureRequest request, @Nullable ScoreDefinition definition) {
        Instant asOf = clock.instant();
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        ReportScope scope =
                new ReportScope(request.from(), request.to(), request.organization(), request.patient(), today);
        List<FactCell> cells = query.cells(measure, scope, definition);
        OutcomeReport report = OutcomeReport.of(
                measure, scope, definition, asOf, cells, referenceSums(measure, scope, definition, cells));
        MeasureReport resource = MeasureReports.resource(report, request.type());
        if (request.type() == MeasureReports.ReportType.SUBJECT_LIST) {
            MeasureReports.addSubjects(resource, measure, subjects.subjects(measure, scope, definition));
        }
        return resource;
    }

    /** Without a published reference population, everybody of the period is the reference: also when the report is about one organisation. */
    private Sums referenceSums(
            FactMeasure measure, ReportScope scope, @Nullable ScoreDefinition definition, List<FactCell> cells) {
        boolean adjusts = measure.groups().stream().anyMatch(group -> group.statistic() == Statistic.ADJUSTED_GAIN);
        if (!adjusts || measure.reference() != null) {
            return Sums.NONE;
        }
        boolean restricted = scope.organization() != null || scope.patient() != null;
        ReportScope everyone = new ReportScope(scope.from(), scope.to(), null, null, scope.asOf());
        List<FactCell> reference = restricted ? query.cells(measure, everyone, definition) : cells;
        return reference.stream().map(FactCell::modelled).reduce(Sums.NONE, Sums::plus);
    }
}
