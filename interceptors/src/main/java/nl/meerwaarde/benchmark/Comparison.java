package nl.meerwaarde.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.meerwaarde.disclosure.PeriodGrid.Period;
import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * The answer: a comparison per period, and what they look like.
 *
 * @param words in which it is told
 * @param periods in order; not empty
 */
record Comparison(BenchmarkWords words, List<InPeriod> periods) {
    /** What pictures are. */
    static final String SVG = "image/svg+xml";

    Comparison {
        periods = List.copyOf(periods);
    }

    /**
     * A comparison over one period.
     *
     * @param report what it was computed from
     */
    record InPeriod(Period period, MeasureReport report, Benchmark benchmark) {}

    /** A report for each period; a picture of the last one, and of all together where there are several. */
    Bundle bundle() {
        Bundle bundle = new Bundle().setType(BundleType.COLLECTION);
        String last = "";
        for (InPeriod period : periods) {
            last = add(bundle, report(period));
        }
        InPeriod latest = periods.get(periods.size() - 1);
        add(bundle, document(funnel(latest), words.title(latest.period()), last));
        if (periods.size() > 1) {
            TimeLine line = timeLine();
            add(bundle, document(TimeLineDrawing.of(line), line.title(), last));
        }
        return bundle;
    }

    private static String add(Bundle bundle, Resource resource) {
        String address = "urn:uuid:" + UUID.randomUUID();
        bundle.addEntry().setFullUrl(address).setResource(resource);
        return address;
    }

    /** What is seen of it: one period against its limits, several as a time line. */
    String picture() {
        return periods.size() > 1 ? TimeLineDrawing.of(timeLine()) : funnel(periods.get(0));
    }

    private MeasureReport report(InPeriod period) {
        Benchmark benchmark = period.benchmark();
        Optional<FunnelPlot> plot = FunnelPlots.of(benchmark, words, period.period());
        Numbers numbers = plot.map(FunnelAxes::numbers)
                .orElseGet(
                        () -> Numbers.plain(words.language(), benchmark.group().isShare()));
        return BenchmarkReport.of(
                period.report(),
                benchmark,
                words,
                BenchmarkTable.of(benchmark, words, numbers, words.title(period.period())));
    }

    private String funnel(InPeriod period) {
        return FunnelPlots.of(period.benchmark(), words, period.period())
                .map(FunnelDrawing::of)
                .orElseGet(() ->
                        NoticeDrawing.of(words.language(), words.title(period.period()), notice(period.benchmark())));
    }

    /** Why there is nothing to draw. */
    private String notice(Benchmark benchmark) {
        if (benchmark.limits().isEmpty()) {
            return words.words(benchmark.group().unit().key(benchmark.missing()));
        }
        String note = FunnelPlots.note(benchmark, words);
        return note.isEmpty() ? words.words(benchmark.group().unit().key("no-organization")) : note;
    }

    private TimeLine timeLine() {
        return TimeLine.of(
                periods.stream().map(InPeriod::benchmark).toList(),
                words,
                periods.stream().map(period -> words.period(period.period())).toList());
    }

    private DocumentReference document(String svg, String title, String report) {
        DocumentReference document = new DocumentReference().setStatus(DocumentReferenceStatus.CURRENT);
        document.setLanguage(words.language());
        document.setDescription(title);
        document.getContext().addRelated(new Reference(report));
        document.addContent()
                .setAttachment(new Attachment()
                        .setContentType(SVG)
                        .setLanguage(words.language())
                        .setTitle(title)
                        .setData(svg.getBytes(StandardCharsets.UTF_8)));
        return document;
    }
}
