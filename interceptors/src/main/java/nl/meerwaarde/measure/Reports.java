package nl.meerwaarde.measure;

import java.util.List;
import java.util.Optional;
import nl.meerwaarde.disclosure.Recipient;
import org.hl7.fhir.r4.model.MeasureReport;

/** Reports of this server: those that were published stay as they are, others are computed. */
class Reports {
    private final FactMeasures measures;
    private final ReportEvaluation evaluation;
    private final PublishedReports published;
    private final Reporters reporters;
    private final ReportRecipients recipients;
    private final ReportMetrics metrics;

    Reports(
            FactMeasures measures,
            ReportEvaluation evaluation,
            PublishedReports published,
            Reporters reporters,
            ReportRecipients recipients,
            ReportMetrics metrics) {
        this.measures = measures;
        this.evaluation = evaluation;
        this.published = published;
        this.reporters = reporters;
        this.recipients = recipients;
        this.metrics = metrics;
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
        Recipient recipient = recipients.of(request, reporter);
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
}
