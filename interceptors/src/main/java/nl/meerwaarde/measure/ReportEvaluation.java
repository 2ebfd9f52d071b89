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

    MeasureReport evaluate(
            FactMeasure measure, EvaluateMeasureRequest request, Reporter reporter, Recipient recipient) {
        @Nullable ScoreDefinition definition = definitions.find(measure.score()).orElse(null);
        if (recipient.seesAllOf(reporter.owner())) {
            return inSnapshot(
                    measure, request, reporter, definition, report -> DisclosedReport.entitled(report, recipient));
        }
        ReportDisclosure.Known known =
                disclosure.known(measure, recipient, request.from().getYear());
        return inSnapshot(
                measure, request, reporter, definition, report -> disclosure.disclose(report, recipient, known));
    }

    private MeasureReport inSnapshot(
            FactMeasure measure,
            EvaluateMeasureRequest request,
            Reporter reporter,
            @Nullable ScoreDefinition definition,
            Function<OutcomeReport, DisclosedReport> gate) {
        return Objects.requireNonNull(snapshot.execute(status -> report(measure, request, reporter, definition, gate)));
    }

    private MeasureReport report(
            FactMeasure measure,
            EvaluateMeasureRequest request,
            Reporter reporter,
            @Nullable ScoreDefinition definition,
            Function<OutcomeReport, DisclosedReport> gate) {
        Instant asOf = clock.instant();
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        ReportScope scope = new ReportScope(request.from(), request.to(), reporter, request.patient(), today);
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
        List<FactCell> reference =
                scope.isOfEverybody() ? cells : query.cells(measure, scope.ofEverybody(), definition);
        return reference.stream().map(FactCell::modelled).reduce(Sums.NONE, Sums::plus);
    }
}
