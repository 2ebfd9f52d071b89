package nl.meerwaarde.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import nl.meerwaarde.cell.CellSource;
import nl.meerwaarde.cell.FactCell;
import nl.meerwaarde.cell.ReleasedFacts;
import nl.meerwaarde.cell.ReportCells;
import nl.meerwaarde.cell.ReportScope;
import nl.meerwaarde.cell.Reporter;
import nl.meerwaarde.cell.SubjectQuery;
import nl.meerwaarde.consent.Population;
import nl.meerwaarde.consent.Populations;
import nl.meerwaarde.disclosure.PeriodGrid;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.fhir.Problem;
import nl.meerwaarde.fhir.ProblemCode;
import nl.meerwaarde.fhir.Problems;
import nl.meerwaarde.fhir.Sentence;
import nl.meerwaarde.figure.OutcomeReport;
import nl.meerwaarde.figure.Standard;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.pooling.PoolableReports;
import nl.meerwaarde.score.ScoreDefinition;
import nl.meerwaarde.score.ScoreDefinitions;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Evaluates a Measure over the facts as they stand at one moment. */
class ReportEvaluation {
    private final CellSource source;
    private final SubjectQuery subjects;
    private final ReportDisclosure disclosure;
    private final ReleasedFacts released;
    private final PoolableReports poolable;
    private final Populations populations;
    private final ScoreDefinitions definitions;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    /** @param snapshot read-only transactions that see one state of the database */
    ReportEvaluation(
            CellSource source,
            SubjectQuery subjects,
            ReportDisclosure disclosure,
            ReleasedFacts released,
            PoolableReports poolable,
            Populations populations,
            ScoreDefinitions definitions,
            TransactionTemplate snapshot,
            Clock clock) {
        this.source = source;
        this.subjects = subjects;
        this.disclosure = disclosure;
        this.released = released;
        this.poolable = poolable;
        this.populations = populations;
        this.definitions = definitions;
        this.snapshot = snapshot;
        this.clock = clock;
    }

    /**
     * Evaluates a Measure.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 422 when the report is not for the recipient
     */
    MeasureReport evaluate(
            FactMeasure measure, EvaluateMeasureRequest request, Reporter reporter, Recipient recipient) {
        TeamReports.check(measure, request, reporter, recipient);
        @Nullable ScoreDefinition definition = definitions.find(measure.score()).orElse(null);
        if (recipient.seesAllOf(reporter.owner())) {
            return inSnapshot(
                    measure,
                    request,
                    reporter,
                    definition,
                    recipient,
                    report -> DisclosedReport.entitled(report, recipient));
        }
        if (request.publish()) {
            released.keep(
                    measure,
                    new PeriodGrid.Period(request.from(), request.to()),
                    definition,
                    recipient.policy().ground());
        }
        ReportDisclosure.Known known =
                disclosure.known(measure, recipient, request.from().getYear());
        return inSnapshot(
                measure,
                request,
                reporter,
                definition,
                recipient,
                report -> disclosure.disclose(report, recipient, known));
    }

    private MeasureReport inSnapshot(
            FactMeasure measure,
            EvaluateMeasureRequest request,
            Reporter reporter,
            @Nullable ScoreDefinition definition,
            Recipient recipient,
            Function<OutcomeReport, DisclosedReport> gate) {
        return Objects.requireNonNull(
                snapshot.execute(status -> report(measure, request, reporter, definition, recipient, gate)));
    }

    private MeasureReport report(
            FactMeasure measure,
            EvaluateMeasureRequest request,
            Reporter reporter,
            @Nullable ScoreDefinition definition,
            Recipient recipient,
            Function<OutcomeReport, DisclosedReport> gate) {
        Optional<ReleasedFacts.Facts> kept = recipient.seesAllOf(reporter.owner())
                ? Optional.empty()
                : released.find(measure, new PeriodGrid.Period(request.from(), request.to()));
        Instant asOf = kept.map(ReleasedFacts.Facts::asOf).orElseGet(clock::instant);
        LocalDate today = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        Population counted = populations.counted(recipient.policy().ground(), today);
        ReportScope scope = new ReportScope(
                request.from(),
                request.to(),
                reporter,
                request.patient(),
                today,
                recipient.treatsAllOf(reporter.owner()) ? Population.EVERYBODY : counted);
        ReportCells cells =
                kept.map(ReleasedFacts.Facts::cells).orElseGet(() -> source.cells(measure, scope, definition));
        OutcomeReport report = OutcomeReport.of(
                measure, scope, definition, asOf, cells, everybody(measure, scope, counted, definition, cells));
        MeasureReport resource = MeasureReports.resource(gate.apply(report), request.type());
        if (recipient.policy().exact()) {
            cells.delivered().forEach(id -> resource.addEvaluatedResource(new Reference("MeasureReport/" + id)));
        }
        if (recipient.policy().pools() && tellsOfOneOrganization(request, reporter)) {
            poolable.addSums(resource, measure, scope, cells);
        }
        if (request.type() == MeasureReports.ReportType.SUBJECT_LIST) {
            refuseWithoutPatients(cells);
            MeasureReports.addSubjects(resource, measure, subjects.subjects(measure, scope, definition));
        }
        return resource;
    }

    /** Only these can be delivered: whoever pools them keeps organisations apart. */
    private static boolean tellsOfOneOrganization(EvaluateMeasureRequest request, Reporter reporter) {
        return request.type() == MeasureReports.ReportType.POPULATION && reporter instanceof Reporter.OfOrganization;
    }

    private static void refuseWithoutPatients(ReportCells cells) {
        if (!cells.delivered().isEmpty()) {
            throw Problems.unprocessable(new Problem(
                    ProblemCode.UNDIVIDED_DELIVERY,
                    "reportType",
                    Sentence.beside(ReportEvaluation.class, "no-patients")));
        }
    }

    /** Without a published reference population, everybody of the period is the reference: also when the report is about one organisation. */
    private FactCell everybody(
            FactMeasure measure,
            ReportScope scope,
            Population counted,
            @Nullable ScoreDefinition definition,
            ReportCells cells) {
        if (!Standard.isNeededBy(measure)) {
            return FactCell.EMPTY;
        }
        ReportCells reference =
                scope.isOfEverybody() ? cells : source.cells(measure, scope.ofEverybody(counted), definition);
        return reference.total();
    }
}
