package nl.meerwaarde.report;

import java.util.List;
import java.util.Optional;
import nl.meerwaarde.cell.Reporter;
import nl.meerwaarde.disclosure.PeriodGrid;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.measure.FactMeasure;
import nl.meerwaarde.measure.FactMeasures;
import nl.meerwaarde.measure.Statistic;
import nl.meerwaarde.score.ScoreDefinitions;
import org.hl7.fhir.r4.model.MeasureReport;
import org.jspecify.annotations.Nullable;

/**
 * Reports as {@code $evaluate-measure} gives them to a recipient. Whoever computes something from nothing but such a report tells the recipient nothing that it
 * could not have computed itself.
 */
public class RecipientReports {
    private final FactMeasures measures;
    private final ReportEvaluation evaluation;
    private final PublishedReports published;
    private final Reporters reporters;
    private final ReportRecipients recipients;
    private final ScoreDefinitions definitions;
    private final ReportMetrics metrics;

    RecipientReports(
            FactMeasures measures,
            ReportEvaluation evaluation,
            PublishedReports published,
            Reporters reporters,
            ReportRecipients recipients,
            ScoreDefinitions definitions,
            ReportMetrics metrics) {
        this.measures = measures;
        this.evaluation = evaluation;
        this.published = published;
        this.reporters = reporters;
        this.recipients = recipients;
        this.definitions = definitions;
        this.metrics = metrics;
    }

    /**
     * Who asks for reports about a Measure.
     *
     * @param code the kind of recipient, or null when nobody says
     * @param organization id of the organisation it belongs to, or null
     * @param reporter id of the organisation whose episodes they are about, or null: everybody's
     * @param period of one of the reports; the others are as long
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 400 when there is no such recipient, 422 when the period is not for it
     */
    public Recipient recipient(
            FactMeasure measure,
            @Nullable String code,
            @Nullable String organization,
            @Nullable String reporter,
            PeriodGrid.Period period) {
        EvaluateMeasureRequest request = EvaluateMeasureRequest.of(period, reporter, code, organization);
        TeamReports.check(measure, request, reporter(reporter), recipients.named(request));
        return recipients.of(request, reporter(reporter));
    }

    /**
     * The report over a period.
     *
     * @param reporter id of the organisation whose episodes it is about, or null: everybody's
     */
    public MeasureReport report(
            FactMeasure measure, PeriodGrid.Period period, @Nullable String reporter, Recipient recipient) {
        EvaluateMeasureRequest request =
                EvaluateMeasureRequest.of(period, reporter, recipient.policy().code(), recipient.organization());
        return report(measure, request, reporter(reporter), recipient);
    }

    private static Reporter reporter(@Nullable String organization) {
        return organization == null ? Reporter.EVERYBODY : new Reporter.OfOrganization(organization);
    }

    /**
     * The Measures that a request asks for, when its recipient may ask for what it asks.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException naming everything that cannot be answered
     */
    List<FactMeasure> requested(EvaluateMeasureRequest request) {
        List<FactMeasure> requested = measures.require(request.measures());
        recipients.of(request, reporters.of(request.reporter(), requested));
        return requested;
    }

    /** The report about a Measure; stored when the request says so. */
    MeasureReport report(FactMeasure measure, EvaluateMeasureRequest request) {
        Reporter reporter = reporters.of(request.reporter(), List.of(measure));
        return report(measure, request, reporter, recipients.of(request, reporter));
    }

    private MeasureReport report(
            FactMeasure measure, EvaluateMeasureRequest request, Reporter reporter, Recipient recipient) {
        String key = PublishedReports.key(measure, request, recipient);
        // What was released stays as it was: two versions of it would tell who came between.
        Optional<MeasureReport> released =
                recipient.seesAllOf(reporter.owner()) ? Optional.empty() : published.find(key);
        if (released.isPresent()) {
            return released.get();
        }
        MeasureReport report = metrics.time(() -> evaluation.evaluate(measure, request, reporter, recipient));
        return request.publish() ? published.publish(report, key) : report;
    }

    /**
     * Whether an organisation whose figure is larger does better.
     *
     * @param group id of the group of the Measure, or null
     * @param statistic its code; one that is not known here counts as a share of what is good
     */
    public boolean moreIsBetter(FactMeasure measure, @Nullable String group, String statistic) {
        boolean higherIsBetter = definitions
                .find(measure.score())
                .filter(score -> Boolean.FALSE.equals(score.higherIsBetter()))
                .isEmpty();
        return measure.groups().stream()
                .filter(known -> known.expected() != null
                        && known.statistic().code().equals(statistic)
                        && (group == null || group.equals(known.id())))
                .map(FactMeasure.Group::counted)
                .findFirst()
                .or(() -> Statistic.of(statistic))
                .map(known -> known.moreIsBetter(higherIsBetter))
                .orElse(true);
    }
}
