package nl.meerwaarde.measure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.score.ScoreDefinition;
import nl.meerwaarde.score.ScoreDefinitions;
import org.hl7.fhir.r4.model.MeasureReport;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Evaluates a Measure over the facts as they stand at one moment. */
class ReportEvaluation {
    private final FactQuery query;
    private final SubjectQuery subjects;
    private final ReportDisclosure disclosure;
    private final ScoreDefinitions definitions;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    /** @param snapshot read-only transactions that see one state of the database */
    ReportEvaluation(
            FactQuery query,
            SubjectQuery subjects,
            ReportDisclosure disclosure,
            ScoreDefinitions definitions,
            TransactionTemplate snapshot,
            Clock clock) {
        this.query = query;
        this.subjects = subjects;
        this.disclosure = disclosure;
        this.definitions = definitions;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /**
     * Evaluates a Measure.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 422 when the report is not for the recipient
     */
    MeasureReport evaluate(FactMeasure measure, EvaluateMeasureRequest request, Recipient recipient) {
        TeamReports.check(measure, request, recipient);
        @Nullable ScoreDefinition definition = definitions.find(measure.score()).orElse(null);
        if (recipient.seesAllOf(request.organization())) {
            return inSnapshot(measure, request, definition, report -> DisclosedReport.entitled(report, recipient));
        }
        ReportDisclosure.Known known =
                disclosure.known(measure, recipient, request.from().getYear());
        return inSnapshot(measure, request, definition, report -> disclosure.disclose(report, recipient, known));
    }

    private MeasureReport inSnapshot(
            FactMeasure measure,
            EvaluateMeasureRequest request,
            @Nullable ScoreDefinition definition,
            Function<OutcomeReport, DisclosedReport> gate) {
        return Objects.requireNonNull(snapshot.execute(status -> report(measure, request, definition, gate)));
    }

    private MeasureReport report(
            FactMeasure measure,
            EvaluateMeasureRequest request,
            @Nullable ScoreDefinition definition,
            Function<OutcomeReport, DisclosedReport> gate) {
        Instant asOf = clock.instant();
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        ReportScope scope =
                new ReportScope(request.from(), request.to(), request.organization(), request.patient(), today);
        List<FactCell> cells = query.cells(measure, scope, definition);
        OutcomeReport report = OutcomeReport.of(
                measure, scope, definition, asOf, cells, referenceSums(measure, scope, definition, cells));
        MeasureReport resource = MeasureReports.resource(gate.apply(report), request.type());
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
