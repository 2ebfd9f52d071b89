package nl.meerwaarde.metromap;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.meerwaarde.ig.ImplementationGuide;
import nl.meerwaarde.team.ShippedRoles;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SvgDrawingTest {
    private static final Path DOCS = Path.of("../docs");

    /** The pictures in the documentation are what the server draws; where they are not, the right ones lie in target, to be copied. */
    @ParameterizedTest
    @CsvSource({"en, 30, metro-map.svg", "nl, -20, metro-map-nl.svg"})
    void thePicturesOfTheDocumentationAreTheServers(String language, int days, String file) throws IOException {
        String right =
                SvgDrawing.of(shipped("knee-replacement-primary", language).after(days));

        Files.writeString(Path.of("target", file), right);
        assertThat(DOCS.resolve(file))
                .content()
                .as("docs/%s; the right one is in interceptors/target", file)
                .isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hip-replacement-primary",
                "hip-replacement-revision",
                "knee-replacement-primary",
                "knee-replacement-revision"
            })
    void everyShippedPathwayHasAMapInBothLanguages(String pathway) throws IOException {
        MetroMap english = shipped(pathway, "en").map();
        MetroMap dutch = shipped(pathway, "nl").map();

        Files.writeString(Path.of("target", "metro-map-" + pathway + ".svg"), SvgDrawing.of(dutch));
        assertThat(english.lines()).hasSize(7);
        assertThat(english.stations())
                .extracting(MetroMap.Station::id)
                .contains("decision-treatment", "index-event", "month-12");
        for (int i = 0; i < english.stations().size(); i++) {
            assertThat(dutch.stations().get(i).name())
                    .isNotEqualTo(english.stations().get(i).name());
        }
    }

    @Test
    void thePatientIsAtTheLastStationThatIsDue() throws IOException {
        PathwayMap map = shipped("knee-replacement-primary", "en");

        assertThat(stationAt(map.after(-500))).isEqualTo("referral");
        assertThat(stationAt(map.after(-85))).isEqualTo("imaging");
        assertThat(stationAt(map.after(0))).isEqualTo("index-event");
        assertThat(stationAt(map.after(200))).isEqualTo("month-6");
        assertThat(stationAt(map.after(5000))).isEqualTo("month-12");
        assertThat(stationAt(map.atStart())).isEqualTo("referral");
    }

    private static String stationAt(MetroMap map) {
        return map.stations().get(map.here().getAsInt()).id();
    }

    /** Who cannot see it hears the stations in order, and reaches each by the tab key. */
    @Property(tries = 100)
    void theMapCanBeHeard(@ForAll("maps") MetroMap map) throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(SvgDrawing.of(map))));

        List<Element> stations = new ArrayList<>();
        var groups = svg.getElementsByTagName("g");
        IntStream.range(0, groups.getLength())
                .mapToObj(i -> (Element) groups.item(i))
                .filter(group -> group.getAttribute("role").equals("listitem"))
                .forEach(stations::add);
        assertThat(stations).hasSameSizeAs(map.stations());
        for (int i = 0; i < stations.size(); i++) {
            Element title = (Element) stations.get(i).getFirstChild();
            assertThat(title.getTextContent())
                    .isEqualTo((i + 1) + ". " + map.stations().get(i).name());
            assertThat(stations.get(i).getAttribute("tabindex")).isEqualTo("0");
            assertThat(stations.get(i).getAttribute("aria-labelledby")).isEqualTo(title.getAttribute("id"));
        }
        assertThat(ids(svg)).doesNotHaveDuplicates();
        assertThat(svg.getDocumentElement().getAttribute("lang")).isEqualTo("nl");
    }

    @Provide
    Arbitrary<MetroMap> maps() {
        return RandomMaps.all();
    }

    private static List<String> ids(Document svg) {
        var all = svg.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> ((Element) all.item(i)).getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** White writing on a line's colour, and the colour on white: at least 4.5, as WCAG 2 asks for text. */
    @Test
    void coloursHaveContrast() {
        assertThat(Palette.colours())
                .allSatisfy(colour -> assertThat(contrastToWhite(colour)).isGreaterThanOrEqualTo(4.5));
        assertThat(contrastToWhite(Palette.SOFT_INK)).isGreaterThanOrEqualTo(7);
        assertThat(contrastToWhite(Palette.INK)).isGreaterThanOrEqualTo(7);
    }

    /** <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2, contrast ratio</a>. */
    private static double contrastToWhite(String colour) {
        double luminance = 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
        return 1.05 / (luminance + 0.05);
    }

    private static double channel(String colour, int from) {
        double value = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static PathwayMap shipped(String pathway, String language) throws IOException {
        try (InputStream json = ImplementationGuide.open("PlanDefinition-" + pathway + ".json")) {
            PlanDefinition definition =
                    FhirContext.forR4Cached().newJsonParser().parseResource(PlanDefinition.class, json);
            return MapReader.read(definition, ShippedRoles.read(), language).orElseThrow();
        }
    }
}
