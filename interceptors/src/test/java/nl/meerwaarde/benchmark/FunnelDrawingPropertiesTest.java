package nl.meerwaarde.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.meerwaarde.benchmark.FunnelPlot.Point;
import nl.meerwaarde.benchmark.FunnelPlot.Standing;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What holds for the picture of any comparison. */
class FunnelDrawingPropertiesTest {
    @Property(tries = 200)
    void everyOrganisationIsDrawnWithinTheAxesAndSaid(@ForAll long seed) throws Exception {
        FunnelPlot plot = Funnels.random(seed, "nl");
        Document drawn = parsed(FunnelDrawing.of(plot));

        assertThat(organisations(drawn)).hasSize(plot.points().size());
        for (Point point : plot.points()) {
            assertThat(organisations(drawn))
                    .anySatisfy(said -> assertThat(said.getAttribute("aria-label"))
                            .startsWith(point.name() + ": ")
                            .contains(
                                    point.standing() == Standing.WITHIN
                                            ? "binnen"
                                            : point.standing().name().startsWith("ABOVE") ? "boven" : "onder"));
        }
        organisations(drawn).forEach(said -> {
            Element focus = (Element) said.getElementsByTagName("circle").item(0);
            assertThat(number(focus, "cx")).isBetween(84.0, 890.0);
            assertThat(number(focus, "cy")).isBetween(108.0, 520.0);
        });
    }

    /** Names of those outside the limits stand apart from each other; the own organisation is named wherever it lies. */
    @Property(tries = 200)
    void noNameCoversAnother(@ForAll long seed) throws Exception {
        FunnelPlot plot = Funnels.random(seed, "en");
        Element[] names = organisations(parsed(FunnelDrawing.of(plot)))
                .flatMap(said -> elements(said.getElementsByTagName("text")))
                .toArray(Element[]::new);
        for (int i = 0; i < names.length; i++) {
            for (int j = i + 1; j < names.length; j++) {
                boolean sameHeight = Math.abs(number(names[i], "y") - number(names[j], "y")) < 12;
                boolean samePlace = Math.abs(number(names[i], "x") - number(names[j], "x")) < 40
                        && names[i].getAttribute("text-anchor").equals(names[j].getAttribute("text-anchor"));
                assertThat(sameHeight && samePlace).isFalse();
            }
        }
        plot.points().stream()
                .filter(Point::own)
                .forEach(own -> assertThat(names)
                        .anySatisfy(name -> assertThat(name.getTextContent()).isEqualTo(own.name())));
    }

    /** A crowd around the own organisation leaves it its name. */
    @Example
    void theOwnNameHasRoomInACrowd() throws Exception {
        List<Point> crowd = IntStream.range(0, 40)
                .mapToObj(
                        i -> new Point("Hospital " + (i + 1), 300 + i % 3, 20 + i * 0.001, Standing.ABOVE_99_8, i == 7))
                .toList();
        FunnelPlot plot =
                new FunnelPlot("en", Unit.ORGANIZATION, "Crowd", "Gain", false, "patients", 16.9, List.of(), crowd, "");
        assertThat(elements(parsed(FunnelDrawing.of(plot)).getElementsByTagName("text")))
                .anySatisfy(name -> assertThat(name.getTextContent()).isEqualTo("Hospital 8"));
    }

    /** To be looked at. */
    @Example
    void examplesAreWritten() throws Exception {
        for (String language : new String[] {"en", "nl"}) {
            Path file = Path.of("target", "funnel-" + language + ".svg");
            Files.writeString(file, FunnelDrawing.of(Funnels.random(11, language)));
            assertThat(file).isNotEmptyFile();
        }
    }

    private static Stream<Element> organisations(Document drawn) {
        return elements(drawn.getElementsByTagName("g"))
                .filter(element -> element.getAttribute("role").equals("listitem"));
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
