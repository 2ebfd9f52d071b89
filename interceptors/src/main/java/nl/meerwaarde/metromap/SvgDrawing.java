package nl.meerwaarde.metromap;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.meerwaarde.metromap.Drawing.Box;
import nl.meerwaarde.metromap.Drawing.Dot;
import nl.meerwaarde.metromap.Drawing.Stop;
import nl.meerwaarde.metromap.Drawing.Straight;
import nl.meerwaarde.metromap.Drawing.Style;
import nl.meerwaarde.metromap.Drawing.Text;
import nl.meerwaarde.metromap.Drawing.Track;
import nl.meerwaarde.metromap.MetroMap.LineKind;
import nl.meerwaarde.metromap.MetroMap.Station;
import nl.meerwaarde.metromap.MetroMap.StationKind;
import nl.meerwaarde.svg.SvgElements;

/**
 * Draws a map. For eyes: lines with patterns that hold in black and white, dark writing on white. For ears and fingers: a list of stations in the order of time, each
 * with a name and a description, each reached by the tab key; the picture itself is silent.
 */
final class SvgDrawing {
    private static final double RING = 11;
    private static final double RING_OF_DECISION = 15;
    private static final double DOT = 4.5;
    private static final double TRUNK_WIDTH = 11;
    private static final double LINE_WIDTH = 8;
    private static final double BASELINE = 0.8;

    private static final String STYLE = """
            svg{font-family:Arial,"Helvetica Neue",Helvetica,"Liberation Sans","DejaVu Sans",sans-serif;background:#fff}\
            .s:focus{outline:none}.s .f{opacity:0}.s:focus .f{opacity:1}\
            @media print{.s .f{display:none}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}""";

    private final MetroMap map;
    private final Drawing drawing;
    private final MapWords words;
    private final SvgElements svg = new SvgElements();

    private SvgDrawing(MetroMap map, Drawing drawing) {
        this.map = map;
        this.drawing = drawing;
        this.words = new MapWords(map.language());
    }

    /** The whole document. */
    static String of(MetroMap map) {
        return new SvgDrawing(map, MapLayout.of(map)).draw();
    }

    private String draw() {
        svg.open(
                "svg",
                "viewBox",
                String.format(Locale.ROOT, "0 0 %.0f %.0f", drawing.width(), drawing.height()),
                "width",
                drawing.width(),
                "height",
                drawing.height(),
                "lang",
                map.language(),
                "role",
                "graphics-document document",
                "aria-labelledby",
                "map-title map-description");
        svg.text("title", map.title(), "id", "map-title").newLine();
        svg.text("desc", words.description(map), "id", "map-description").newLine();
        svg.text("style", STYLE).newLine();
        svg.empty("rect", "width", drawing.width(), "height", drawing.height(), "fill", "#fff")
                .newLine();
        picture();
        stations();
        svg.close();
        return svg.toString();
    }

    private void picture() {
        svg.open("g", "aria-hidden", "true").newLine();
        drawing.stops().stream().filter(stop -> isHere(stop.station())).forEach(this::spotlight);
        drawing.stops().forEach(this::leader);
        drawing.tracks().stream()
                .sorted(Comparator.comparing(Track::line).reversed())
                .forEach(this::track);
        drawing.texts().forEach(this::write);
        drawing.symbols().forEach(symbol -> badge(symbol.kind(), symbol.box(), ""));
        svg.close().newLine();
    }

    private boolean isHere(int station) {
        return map.here().isPresent() && map.here().getAsInt() == station;
    }

    /** Where the patient is shows also without colour. */
    private void spotlight(Stop stop) {
        Box box = stop.label().get(0).box();
        double top =
                stop.label().stream().mapToDouble(text -> text.box().y()).min().orElse(0) - 8;
        svg.empty(
                        "rect",
                        "x",
                        box.x() - 3,
                        "y",
                        top,
                        "width",
                        box.width() + 6,
                        "height",
                        stop.bottom() + 30 - top,
                        "rx",
                        14,
                        "fill",
                        "#fff3c4",
                        "stroke",
                        "#b58900",
                        "stroke-width",
                        1.5)
                .newLine();
    }

    /** From a number down to its station. */
    private void leader(Stop stop) {
        double from = stop.label().stream()
                .filter(text -> text.style() == Style.NUMBER)
                .mapToDouble(text -> text.box().bottom())
                .max()
                .orElse(stop.top());
        svg.empty(
                        "path",
                        "d",
                        String.format(Locale.ROOT, "M%.1f %.1fV%.1f", stop.x(), from, stop.top()),
                        "stroke",
                        Palette.INK,
                        "stroke-width",
                        1.5,
                        "stroke-dasharray",
                        "2 3")
                .newLine();
    }

    private void track(Track track) {
        LineKind kind = map.lines().get(track.line()).kind();
        double width = kind == LineKind.PATIENT ? TRUNK_WIDTH : LINE_WIDTH;
        String path = path(track.straights());
        stroke(path, "#fff", width + 5, "");
        stroke(path, Palette.colour(track.line(), kind), width, "");
        if (kind != LineKind.PATIENT) {
            stroke(path, "#fff", 2.2, Palette.pattern(track.line()));
        }
        if (track.goesOn()) {
            Straight last = track.straights().get(track.straights().size() - 1);
            svg.empty(
                    "path",
                    "d",
                    String.format(Locale.ROOT, "M%.1f %.1fl14 9 -14 9z", last.to() - 1, last.y() - 9),
                    "fill",
                    Palette.colour(track.line(), kind));
        }
        svg.newLine();
    }

    private void stroke(String path, String colour, double width, String dashes) {
        svg.empty(
                "path",
                "d",
                path,
                "fill",
                "none",
                "stroke",
                colour,
                "stroke-width",
                width,
                "stroke-linejoin",
                "round",
                "stroke-dasharray",
                dashes.isEmpty() ? "none" : dashes);
    }

    private static String path(List<Straight> straights) {
        StringBuilder path = new StringBuilder();
        Straight before = straights.get(0);
        path.append(String.format(Locale.ROOT, "M%.1f %.1fH%.1f", before.from(), before.y(), before.to()));
        for (Straight straight : straights.subList(1, straights.size())) {
            double half = (before.to() + straight.from()) / 2;
            path.append(String.format(
                    Locale.ROOT,
                    "C%.1f %.1f %.1f %.1f %.1f %.1fH%.1f",
                    half,
                    before.y(),
                    half,
                    straight.y(),
                    straight.from(),
                    straight.y(),
                    straight.to()));
            before = straight;
        }
        return path.toString();
    }

    /** The stations as a list that can be walked through. */
    private void stations() {
        svg.open("g", "role", "list", "aria-label", words.stations()).newLine();
        drawing.stops().forEach(this::station);
        svg.close().newLine();
    }

    private void station(Stop stop) {
        Station station = map.stations().get(stop.station());
        String title = "station-" + (stop.station() + 1);
        String description = title + "-description";
        svg.open(
                "g",
                "class",
                "s",
                "id",
                "action-" + station.id(),
                "role",
                "listitem",
                "tabindex",
                "0",
                "aria-labelledby",
                title,
                "aria-describedby",
                description);
        svg.text("title", (stop.station() + 1) + ". " + station.name(), "id", title);
        svg.text("desc", spoken(stop.station()), "id", description);
        capsule(stop, station.kind());
        stop.label().forEach(this::write);
        svg.close().newLine();
    }

    private String spoken(int station) {
        Station said = map.stations().get(station);
        String kind = words.kind(said.kind()) + ". ";
        return (isHere(station) ? words.here() + ". " : "") + kind + String.join(". ", words.details(said)) + ".";
    }

    private void capsule(Stop stop, StationKind kind) {
        capsule(stop, RING_OF_DECISION + 5, 2, "#ffd400", "class", "f");
        if (kind == StationKind.DECISION) {
            capsule(stop, RING_OF_DECISION, 3, "#fff");
            capsule(stop, RING - 1, 2, "#fff");
        } else {
            capsule(stop, RING, 3, kind == StationKind.TREATMENT ? Palette.INK : "#fff");
        }
        for (Dot dot : stop.dots()) {
            svg.empty(
                    "circle",
                    "cx",
                    stop.x(),
                    "cy",
                    dot.y(),
                    "r",
                    DOT,
                    "fill",
                    kind == StationKind.TREATMENT
                            ? "#fff"
                            : Palette.colour(
                                    dot.line(), map.lines().get(dot.line()).kind()));
        }
    }

    /** @param first attributes that come before the others: names and values in turn */
    private void capsule(Stop stop, double radius, double stroke, String fill, Object... first) {
        Stream<Object> shape = Stream.of(
                "x",
                stop.x() - radius,
                "y",
                stop.top() - radius,
                "width",
                2 * radius,
                "height",
                stop.bottom() - stop.top() + 2 * radius,
                "rx",
                radius,
                "fill",
                fill,
                "stroke",
                Palette.INK,
                "stroke-width",
                stroke);
        svg.empty("rect", Stream.concat(Stream.of(first), shape).toArray());
    }

    private void write(Text text) {
        Box box = text.box();
        switch (text.style()) {
            case LINE_NAME -> {
                String colour = Palette.colour(
                        text.index(), map.lines().get(text.index()).kind());
                background(box, colour);
                lines(text, box.middle(), "middle", "#fff");
            }
            case HERE -> {
                background(box, Palette.INK);
                lines(text, box.middle(), "middle", "#fff");
            }
            case NUMBER ->
                badge(map.stations().get(text.index()).kind(), box, text.lines().get(0));
            case STATION, WHEN ->
                lines(text, box.middle(), "middle", text.style() == Style.WHEN ? Palette.SOFT_INK : Palette.INK);
            default -> lines(text, box.x(), "start", Palette.INK);
        }
        svg.newLine();
    }

    private void background(Box box, String colour) {
        svg.empty(
                "rect",
                "x",
                box.x(),
                "y",
                box.y(),
                "width",
                box.width(),
                "height",
                box.height(),
                "rx",
                Math.min(box.height() / 2, 13),
                "fill",
                colour);
    }

    /** The shape says what a station is: round an activity, filled the treatment, a diamond a decision, square a measurement. */
    private void badge(StationKind kind, Box box, String number) {
        double middle = box.y() + box.height() / 2;
        double half = box.width() / 2;
        String fill = kind == StationKind.TREATMENT ? Palette.INK : "#fff";
        switch (kind) {
            case DECISION ->
                svg.empty(
                        "path",
                        "d",
                        String.format(
                                Locale.ROOT,
                                "M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1fz",
                                box.middle(),
                                middle - half - 4,
                                half + 4,
                                half + 4,
                                -half - 4,
                                half + 4,
                                -half - 4,
                                -half - 4),
                        "fill",
                        fill,
                        "stroke",
                        Palette.INK,
                        "stroke-width",
                        2.0,
                        "stroke-linejoin",
                        "round");
            case MEASUREMENT ->
                svg.empty(
                        "rect",
                        "x",
                        box.x() + 1,
                        "y",
                        box.y() + 1,
                        "width",
                        box.width() - 2,
                        "height",
                        box.height() - 2,
                        "rx",
                        3,
                        "fill",
                        fill,
                        "stroke",
                        Palette.INK,
                        "stroke-width",
                        2.0);
            case ACTIVITY, TREATMENT ->
                svg.empty(
                        "circle",
                        "cx",
                        box.middle(),
                        "cy",
                        middle,
                        "r",
                        half - 1,
                        "fill",
                        fill,
                        "stroke",
                        Palette.INK,
                        "stroke-width",
                        2.0);
        }
        if (!number.isEmpty()) {
            line(
                    number,
                    box.middle(),
                    middle + 5,
                    Style.NUMBER,
                    "middle",
                    kind == StationKind.TREATMENT ? "#fff" : Palette.INK);
        }
    }

    private void lines(Text text, double x, String anchor, String colour) {
        double height = Typesetting.lineHeight(text.style());
        double top = text.box().y() + (text.box().height() - text.lines().size() * height) / 2;
        for (int i = 0; i < text.lines().size(); i++) {
            line(text.lines().get(i), x, top + height * (i + BASELINE), text.style(), anchor, colour);
        }
    }

    private void line(String content, double x, double y, Style style, String anchor, String colour) {
        svg.text(
                "text",
                content,
                "x",
                x,
                "y",
                y,
                "text-anchor",
                anchor,
                "font-size",
                Typesetting.size(style),
                "font-weight",
                Typesetting.isBold(style) ? "700" : "400",
                "fill",
                colour);
    }
}
