package nl.meerwaarde.benchmark;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import nl.meerwaarde.statistics.ControlLimits;
import nl.meerwaarde.statistics.LimitLevel;
import nl.meerwaarde.statistics.LimitStatus;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/** A comparison as a table for people: the numbers of the picture, also for those who do not see it, and those that are not in it. */
final class BenchmarkTable {
    private final Benchmark benchmark;
    private final BenchmarkWords words;
    private final Numbers numbers;

    private BenchmarkTable(Benchmark benchmark, BenchmarkWords words, Numbers numbers) {
        this.benchmark = benchmark;
        this.words = words;
        this.numbers = numbers;
    }

    /** The text of a report. @param numbers as the picture writes them */
    static Narrative of(Benchmark benchmark, BenchmarkWords words, Numbers numbers, String title) {
        Narrative narrative = new Narrative().setStatus(NarrativeStatus.GENERATED);
        narrative.setDiv(new BenchmarkTable(benchmark, words, numbers).div(title));
        return narrative;
    }

    private XhtmlNode div(String title) {
        XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
        div.setAttribute("xmlns", "http://www.w3.org/1999/xhtml");
        div.setAttribute("lang", words.language()).setAttribute("xml:lang", words.language());
        div.addTag("p").addTag("b").addText(title);
        div.addTag("p").addText(words.outcome(benchmark.group()) + ". " + standard());
        XhtmlNode table = div.addTag("table");
        XhtmlNode head = table.addTag("thead").addTag("tr");
        Stream.of("organization", "patients", "expected", "outcome", "limits-95", "limits-99-8", "place")
                .filter(column ->
                        !column.equals("expected") || benchmark.group().isRatio())
                .forEach(column -> head.addTag("th")
                        .addText(words.words(benchmark.group().unit().key("column." + column))));
        XhtmlNode body = table.addTag("tbody");
        benchmark.places().forEach(place -> row(body.addTag("tr"), place));
        return div;
    }

    private String standard() {
        return benchmark
                .limits()
                .map(limits -> words.words("standard", numbers.of(limits.target())))
                .orElseGet(() -> words.words(benchmark.group().unit().key(benchmark.missing())));
    }

    private void row(XhtmlNode row, Place place) {
        XhtmlNode name = row.addTag("td");
        (place.own() ? name.addTag("b") : name)
                .addText(place.own() ? words.words("own-name", words.name(place)) : words.name(place));
        row.addTag("td")
                .addText(
                        place.figure().patients().isPresent()
                                ? numbers.format(0)
                                        .format(place.figure().patients().getAsInt())
                                : words.words("hidden"));
        if (benchmark.group().isRatio()) {
            OptionalDouble expected = place.figure().expected();
            row.addTag("td")
                    .addText(
                            expected.isPresent()
                                    ? numbers.format(1).format(expected.getAsDouble())
                                    : words.words("hidden"));
        }
        row.addTag("td").addText(outcome(place));
        for (LimitLevel level : LimitLevel.values()) {
            row.addTag("td").addText(limits(place, level));
        }
        row.addTag("td").addText(status(place));
    }

    private String outcome(Place place) {
        return place.figure()
                .value()
                .map(BigDecimal::doubleValue)
                .map(numbers::of)
                .orElseGet(() -> words.words(place.figure().hidden() ? "hidden" : "none"));
    }

    private String limits(Place place, LimitLevel level) {
        Optional<ControlLimits> limits = benchmark.limits().filter(known -> place.isDrawn());
        return limits.map(known -> known.at(place.figure().size(), level))
                .map(at -> words.words("between", numbers.of(at.low()), numbers.of(at.high())))
                .orElse("");
    }

    private String status(Place place) {
        return place.status()
                .map(status -> status == LimitStatus.TOO_FEW
                        ? words.words("too-few", LimitStatus.FEWEST)
                        : words.words("standing."
                                + FunnelPlots.standing(status, benchmark.moreIsBetter())
                                        .name()
                                        .toLowerCase(Locale.ROOT)))
                .orElse("");
    }
}
