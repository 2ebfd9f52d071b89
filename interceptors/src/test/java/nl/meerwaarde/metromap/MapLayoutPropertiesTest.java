package nl.meerwaarde.metromap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.meerwaarde.metromap.Drawing.Box;
import nl.meerwaarde.metromap.Drawing.Dot;
import nl.meerwaarde.metromap.Drawing.Stop;
import nl.meerwaarde.metromap.Drawing.Text;
import nl.meerwaarde.metromap.Drawing.Track;
import nl.meerwaarde.svg.TextWidth;

/** Whatever the pathway, its map can be read. */
class MapLayoutPropertiesTest {
    @Property(tries = 300)
    void noTwoTextsMeet(@ForAll("maps") MetroMap map) {
        List<Text> texts = texts(MapLayout.of(map)).toList();

        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(texts.get(i).box().overlaps(texts.get(j).box()))
                        .as("%s and %s", texts.get(i), texts.get(j))
                        .isFalse();
            }
        }
    }

    /** A text is no wider than its box, so boxes that do not meet keep texts apart. */
    @Property(tries = 300)
    void everyTextFitsItsBox(@ForAll("maps") MetroMap map) {
        assertThat(texts(MapLayout.of(map)).filter(text -> text.style() != Drawing.Style.NUMBER))
                .allSatisfy(text -> {
                    double size = Typesetting.size(text.style());
                    assertThat(text.lines())
                            .allSatisfy(line -> assertThat(TextWidth.of(line, size))
                                    .isLessThanOrEqualTo(text.box().width() + 1e-6));
                    assertThat(text.lines().size() * Typesetting.lineHeight(text.style()))
                            .isLessThanOrEqualTo(text.box().height() + 1e-6);
                });
    }

    @Property(tries = 300)
    void nothingLiesOutsideThePicture(@ForAll("maps") MetroMap map) {
        Drawing drawing = MapLayout.of(map);

        assertThat(texts(drawing).map(Text::box))
                .allSatisfy(box -> assertThat(isWithin(box, drawing)).isTrue());
        assertThat(drawing.stops()).allSatisfy(stop -> assertThat(stop.bottom()).isLessThan(drawing.height()));
    }

    @Property(tries = 300)
    void everyActivityAppearsOnce(@ForAll("maps") MetroMap map) {
        Drawing drawing = MapLayout.of(map);

        assertThat(drawing.stops())
                .extracting(Stop::station)
                .containsExactlyElementsOf(
                        IntStream.range(0, map.stations().size()).boxed().toList());
        assertThat(drawing.stops().stream()
                        .map(stop -> stop.label().get(0).lines())
                        .map(MapLayoutPropertiesTest::letters))
                .containsExactlyElementsOf(map.stations().stream()
                        .map(station -> letters(List.of(station.name())))
                        .toList());
    }

    @Property(tries = 300)
    void linesDoNotLoseStations(@ForAll("maps") MetroMap map) {
        Drawing drawing = MapLayout.of(map);

        for (Stop stop : drawing.stops()) {
            assertThat(stop.dots())
                    .extracting(Dot::line)
                    .containsExactlyElementsOf(
                            map.stations().get(stop.station()).lines());
            assertThat(stop.dots())
                    .allSatisfy(dot -> assertThat(drawing.tracks().stream().filter(track -> track.line() == dot.line()))
                            .anyMatch(track -> track.passes(stop.x(), dot.y())));
        }
    }

    /** A line never turns back, and no line runs through a station where it does not stop. */
    @Property(tries = 300)
    void linesRunFromLeftToRightAndPassOtherStations(@ForAll("maps") MetroMap map) {
        Drawing drawing = MapLayout.of(map);

        for (Track track : drawing.tracks()) {
            for (int i = 1; i < track.straights().size(); i++) {
                assertThat(track.straights().get(i).from())
                        .isGreaterThanOrEqualTo(track.straights().get(i - 1).to());
            }
            assertThat(drawing.stops().stream()
                            .filter(stop ->
                                    !map.stations().get(stop.station()).lines().contains(track.line())))
                    .noneMatch(stop -> track.straights().stream()
                            .anyMatch(straight -> straight.from() <= stop.x()
                                    && stop.x() <= straight.to()
                                    && stop.top() <= straight.y()
                                    && straight.y() <= stop.bottom()));
        }
    }

    @Property(tries = 50)
    void theSameMapIsDrawnTheSame(@ForAll("maps") MetroMap map) {
        assertThat(SvgDrawing.of(map)).isEqualTo(SvgDrawing.of(map));
    }

    @Provide
    Arbitrary<MetroMap> maps() {
        return RandomMaps.all();
    }

    private static Stream<Text> texts(Drawing drawing) {
        return Stream.concat(drawing.texts().stream(), drawing.stops().stream().flatMap(stop -> stop.label().stream()));
    }

    private static boolean isWithin(Box box, Drawing drawing) {
        return box.x() >= 0 && box.y() >= 0 && box.right() <= drawing.width() && box.bottom() <= drawing.height();
    }

    /** Without what breaking into lines adds or takes away. */
    private static String letters(List<String> lines) {
        return String.join("", lines).replace("-", "").replace(" ", "");
    }
}
