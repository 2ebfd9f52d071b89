package nl.meerwaarde.measure;

import java.util.Optional;
import nl.meerwaarde.disclosure.PeriodGrid;
import nl.meerwaarde.disclosure.Recipient;
import nl.meerwaarde.score.ScoreDefinitions;
import org.hl7.fhir.r4.model.MeasureReport;
import org.jspecify.annotations.Nullable;

/**
 * Reports as {@code $evaluate-measure} gives them to a recipient. Whoever computes something from nothing but such a report tells the recipient nothing that it
 * could not have computed itself.
 */
public class RecipientReports {
    private final ReportEvaluation evaluation;
    private final PublishedReports published;
    private final ReportRecipients recipients;
    private final ScoreDefinitions definitions;
    private final ReportMetrics metrics;

    RecipientReports(
            ReportEvaluation evaluation,
            PublishedReports published,
            ReportRecipients recipients,
            ScoreDefinitions definitions,
            ReportMetrics metrics) {
        this.evaluation = evaluation;
        this.published = published;
        this.recipients = recipients;
        this.definitions = definitions;
        this.metrics = metrics;
    }

    /**
     * Who asks for reports about everybody.
     *
     * @param code the kind of recipient, or null when nobody says
     * @param organization id of the organisation it belongs to, or null
     * @param period of one of the reports; the others are as long
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException 400 when there is no such recipient, 422 when the period is not for it
     */
    public Recipient recipient(@Nullable String code, @Nullable String organization, PeriodGrid.Period period) {
        return recipients.of(EvaluateMeasureRequest.ofEverybody(period, code, organization));
    }

    /** The report about everybody over a period. */
    public MeasureReport report(FactMeasure measure, PeriodGrid.Period period, Recipient recipient) {
        EvaluateMeasureRequest request =
                EvaluateMeasureRequest.ofEverybody(period, recipient.policy().code(), recipient.organization());
        return report(measure, request, recipient);
    }

    MeasureReport report(FactMeasure measure, EvaluateMeasureRequest request, Recipient recipient) {
        String key = PublishedReports.key(measure, request, recipient);
        // What was released stays as it was: two versions of it would tell who came between.
        Optional<MeasureReport> released =
                recipient.seesAllOf(request.organization()) ? Optional.empty() : published.find(key);
        if (released.isPresent()) {
            return released.get();
        }
        MeasureReport report = metrics.time(() -> evaluation.evaluate(measure, request, recipient));
        return request.publish() ? published.publish(report, key) : report;
    }

    /**
     * Whether an organisation whose figure is larger does better.
     *
     * @param statistic its code; one that is not known here counts as a share of what is good
     */
    public boolean moreIsBetter(FactMeasure measure, String statistic) {
        boolean higherIsBetter = definitions
                .find(measure.score())
                .filter(score -> Boolean.FALSE.equals(score.higherIsBetter()))
                .isEmpty();
        return Statistic.of(statistic)
                .map(known -> known.moreIsBetter(higherIsBetter))
                .orElse(true);
    }
}
