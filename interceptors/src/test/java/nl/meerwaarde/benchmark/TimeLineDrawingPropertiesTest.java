package nl.meerwaarde.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.meerwaarde.benchmark.FunnelPlot.Standing;
import nl.meerwaarde.benchmark.TimeLine.Line;
import nl.meerwaarde.benchmark.TimeLine.Stop;
import nl.meerwaarde.statistics.ControlLimits;
import nl.meerwaarde.statistics.LimitLevel;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What holds for the picture of any time line. */
class TimeLineDrawingPropertiesTest {
    @Property(tries = 100)
    void everyOrganisationIsSaidWithEveryPeriodAndDrawnWithinTheAxes(@ForAll long seed) throws Exception {
        TimeLine line = random(seed, "en");
        Document drawn = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(TimeLineDrawing.of(line))));
        List<String> said = elements(drawn.getElementsByTagName("g")).stream()
                .filter(element -> element.getAttribute("role").equals("listitem"))
                .map(element -> element.getAttribute("aria-label"))
                .toList();

        assertThat(said).hasSameSizeAs(line.lines());
        for (Line organization : line.lines()) {
            assertThat(said)
                    .filteredOn(sentence -> sentence.startsWith(organization.name() + ": "))
                    .singleElement()
                    .asString()
                    .contains(line.periods());
        }
        assertThat(elements(drawn.getElementsByTagName("circle"))).allSatisfy(mark -> {
            assertThat(Double.parseDouble(mark.getAttribute("cy"))).isBetween(70.0, 460.0);
            assertThat(Double.parseDouble(mark.getAttribute("cx"))).isLessThan(900.0);
        });
        line.lines().stream()
                .filter(Line::own)
                .forEach(own -> assertThat(elements(drawn.getElementsByTagName("text")))
                        .extracting(Element::getTextContent)
                        .contains(own.name()));
    }

    /** To be looked at. */
    @Example
    void examplesAreWritten() throws Exception {
        for (String language : new String[] {"en", "nl"}) {
            Path file = Path.of("target", "time-line-" + language + ".svg");
            Files.writeString(file, TimeLineDrawing.of(random(3, language)));
            assertThat(file).isNotEmptyFile();
        }
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static TimeLine random(long seed, String language) {
        Random random = new Random(seed);
        int periods = 1 + random.nextInt(8);
        int organizations = random.nextInt(30);
        int own = random.nextInt(30);
        List<Optional<Double>> targets = IntStream.range(0, periods)
                .mapToObj(i -> Optional.of(16.5 + 0.2 * i))
                .toList();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < organizations; i++) {
            int patients = 40 + random.nextInt(400);
            double level = random.nextGaussian() * 0.7;
            List<Optional<Stop>> stops = new ArrayList<>();
            for (int period = 0; period < periods; period++) {
                ControlLimits limits = ControlLimits.ofMean(targets.get(period).orElseThrow(), 9);
                double outcome = limits.target() + level + random.nextGaussian() * limits.standardDeviation(patients);
                boolean told = period == 0 || random.nextInt(6) > 0;
                stops.add(told ? Optional.of(stop(outcome, patients, limits)) : Optional.empty());
            }
            lines.add(new Line("Hospital " + (i + 1), i == own, stops));
        }
        return new TimeLine(
                language,
                Unit.ORGANIZATION,
                "Oxford Knee Score after primary knee replacement",
                "Mean gain (score)",
                false,
                IntStream.range(0, periods)
                        .mapToObj(i -> String.valueOf(2018 + i))
                        .toList(),
                targets,
                lines);
    }

    private static Stop stop(double outcome, int patients, ControlLimits limits) {
        Standing standing = FunnelPlots.standing(limits.status(outcome, patients, true), true);
        return new Stop(
                outcome,
                patients,
                standing,
                limits.at(patients, LimitLevel.P_95),
                limits.at(patients, LimitLevel.P_99_8));
    }
}
