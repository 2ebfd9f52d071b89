package nl.meerwaarde.metromap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import nl.meerwaarde.metromap.Drawing.Box;
import nl.meerwaarde.metromap.Drawing.Dot;
import nl.meerwaarde.metromap.Drawing.Stop;
import nl.meerwaarde.metromap.Drawing.Straight;
import nl.meerwaarde.metromap.Drawing.Style;
import nl.meerwaarde.metromap.Drawing.Text;
import nl.meerwaarde.metromap.Drawing.Track;
import nl.meerwaarde.metromap.MetroMap.LineKind;
import nl.meerwaarde.metromap.MetroMap.Station;

/**
 * Gives everything on a map its place. Stations stand in columns, a few to a panel and panel under panel, so that a map is read from left to right and prints on a
 * page. The patient's line is the straight trunk at the top of a panel; the lines of the others lie below and swing up to it where they have a station with it.
 * Names stand above their stations, each in its own column, so no two can meet. What is wide or high grows the map, never the overlap.
 *
 * <p>A pure function: the same map gives the same places.
 */
final class MapLayout {
    static final double WIDTH = 1400;

    private static final double MARGIN = 40;
    private static final double PILL = 170;
    private static final double PILL_GAP = 30;
    private static final int MOST_COLUMNS = 8;
    private static final double WIDEST_COLUMN = 200;
    private static final double COLUMN_GAP = 14;

    /** Half of what a line runs straight through a station. */
    private static final double STRAIGHT = 22;

    /** From one line to the next where they meet at a station. */
    private static final double SLOT = 19;

    private static final double BELOW_MEETING = 46;
    private static final double BETWEEN_ROWS = 12;
    private static final double BETWEEN_PANELS = 44;
    private static final double BADGE = 26;
    private static final double BADGE_TO_TRUNK = 42;
    private static final double ABOVE_BADGE = 9;
    private static final double HERE_HEIGHT = 30;

    private final MetroMap map;
    private final MapWords words;
    private final List<Track> tracks = new ArrayList<>();
    private final List<Stop> stops = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private double bottom;

    private MapLayout(MetroMap map) {
        this.map = map;
        this.words = new MapWords(map.language());
    }

    static Drawing of(MetroMap map) {
        MapLayout layout = new MapLayout(map);
        layout.head();
        int columns = layout.columns();
        for (int first = 0; first < map.stations().size(); first += columns) {
            layout.panel(first, Math.min(first + columns, map.stations().size()), columns);
        }
        KeyLayout key = new KeyLayout(map, words(map), layout.bottom);
        layout.texts.addAll(key.texts());
        return new Drawing(WIDTH, key.bottom() + MARGIN, layout.tracks, layout.stops, layout.texts, key.symbols());
    }

    private static MapWords words(MetroMap map) {
        return new MapWords(map.language());
    }

    /** As even as can be, so that the last panel is not a single station. */
    private int columns() {
        int panels = (map.stations().size() + MOST_COLUMNS - 1) / MOST_COLUMNS;
        return (map.stations().size() + panels - 1) / panels;
    }

    private void head() {
        Text title = Typesetting.block(Style.TITLE, map.title(), MARGIN, MARGIN, WIDTH - 2 * MARGIN, -1);
        Text subtitle = Typesetting.block(
                Style.SUBTITLE, words.subtitle(), MARGIN, title.box().bottom() + 4, WIDTH - 2 * MARGIN, -1);
        texts.add(title);
        texts.add(subtitle);
        bottom = subtitle.box().bottom() + BETWEEN_PANELS / 2;
    }

    /** Everything of the stations from one to before another. */
    private void panel(int from, int to, int columns) {
        double space = WIDTH - 2 * MARGIN - PILL - PILL_GAP;
        double column = Math.min(WIDEST_COLUMN, space / columns);
        List<Integer> present = presentLines(from, to);
        Map<Integer, Map<Integer, Integer>> slots = slots(from, to);
        double trunk = bottom + Math.max(labelHeight(from, to, column) + BADGE_TO_TRUNK, nameAboveTrunk(present));
        double badge = trunk - BADGE_TO_TRUNK;
        Map<Integer, Double> homes = homes(present, slots, trunk);
        for (int station = from; station < to; station++) {
            double x = MARGIN + PILL + PILL_GAP + column * (station - from) + column / 2;
            stops.add(stop(station, x, column, badge, trunk, slots.getOrDefault(station, Map.of())));
        }
        present.forEach(line -> track(line, from, to, column, homes.getOrDefault(line, trunk)));
        bottom = texts.stream().mapToDouble(text -> text.box().bottom()).max().orElse(trunk);
        bottom = Math.max(bottom, trunk + SLOT) + BETWEEN_PANELS;
    }

    private List<Integer> presentLines(int from, int to) {
        return map.stations().subList(from, to).stream()
                .flatMap(station -> station.lines().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isTrunk(int line) {
        return line == 0 && map.lines().get(line).kind() == LineKind.PATIENT;
    }

    /** At which place below the trunk each line stops, by station. The first place is the patient's, also where the patient passes by. */
    private Map<Integer, Map<Integer, Integer>> slots(int from, int to) {
        Map<Integer, Map<Integer, Integer>> slots = new LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            Map<Integer, Integer> own = new LinkedHashMap<>();
            int next = isTrunk(map.stations().get(i).lines().get(0)) ? 0 : 1;
            for (int line : map.stations().get(i).lines()) {
                own.put(line, next++);
            }
            slots.put(i, own);
        }
        return slots;
    }

    private double labelHeight(int from, int to, double column) {
        double highest = IntStream.range(from, to)
                .mapToDouble(station -> labelTexts(station, 0, column).stream()
                        .mapToDouble(text -> text.box().bottom())
                        .max()
                        .orElse(0))
                .max()
                .orElse(0);
        return highest + ABOVE_BADGE + (isHere(from, to) ? HERE_HEIGHT : 0);
    }

    /** A name of many lines stands as far above the trunk as below it. */
    private double nameAboveTrunk(List<Integer> present) {
        return present.stream()
                .filter(this::isTrunk)
                .mapToDouble(line -> name(line).box().height() / 2)
                .max()
                .orElse(0);
    }

    private Text name(int line) {
        return Typesetting.pillOfLine(map.lines().get(line).name(), MARGIN, 0, PILL, line);
    }

    private boolean isHere(int from, int to) {
        return map.here().isPresent()
                && map.here().getAsInt() >= from
                && map.here().getAsInt() < to;
    }

    /** Name and time of a station, from the top down as if the map began here. */
    private List<Text> labelTexts(int station, double x, double column) {
        Station named = map.stations().get(station);
        double width = column - COLUMN_GAP;
        Text name = Typesetting.balanced(Style.STATION, named.name(), x - width / 2, 0, width, station);
        List<Text> label = new ArrayList<>(List.of(name));
        if (!named.when().isEmpty() && named.kind() != MetroMap.StationKind.MEASUREMENT) {
            label.add(Typesetting.block(
                    Style.WHEN, named.when(), x - width / 2, name.box().bottom() + 2, width, station));
        }
        return label;
    }

    /** Labels stand on the number, so that names of different length end at one height. */
    private Stop stop(int station, double x, double column, double badge, double trunk, Map<Integer, Integer> slots) {
        List<Text> label = labelTexts(station, x, column);
        double height =
                label.stream().mapToDouble(text -> text.box().bottom()).max().orElse(0);
        double top = badge - height - ABOVE_BADGE;
        List<Text> placed = new ArrayList<>();
        label.forEach(text -> placed.add(Typesetting.lowered(text, top)));
        if (map.here().isPresent() && map.here().getAsInt() == station) {
            placed.add(Typesetting.pill(Style.HERE, words.here(), x, top - HERE_HEIGHT, column - COLUMN_GAP, station));
        }
        placed.add(new Text(
                Style.NUMBER,
                new Box(x - BADGE / 2, badge, BADGE, BADGE),
                List.of(String.valueOf(station + 1)),
                station));
        List<Dot> dots = slots.entrySet().stream()
                .map(slot -> new Dot(slot.getKey(), trunk + SLOT * slot.getValue()))
                .toList();
        return new Stop(station, x, dots, placed);
    }

    /** The height at which each line runs where it has no station; the name of the line stands at its left end. */
    private Map<Integer, Double> homes(List<Integer> present, Map<Integer, Map<Integer, Integer>> slots, double trunk) {
        int deepest = slots.values().stream()
                .flatMap(own -> own.values().stream())
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        Map<Integer, Double> homes = new LinkedHashMap<>();
        double free = trunk - SLOT;
        for (int line : present) {
            Text name = name(line);
            double height = name.box().height();
            double y = isTrunk(line)
                    ? trunk
                    : Math.max(free + BETWEEN_ROWS + height / 2, trunk + deepest * SLOT + BELOW_MEETING);
            texts.add(Typesetting.lowered(name, y - height / 2));
            homes.put(line, y);
            free = y + height / 2;
        }
        return homes;
    }

    /** A line begins at its name and ends at its last station. */
    private void track(int line, int from, int to, double column, double home) {
        List<Straight> straights = new ArrayList<>();
        straights.add(new Straight(MARGIN + PILL / 2, MARGIN + PILL + PILL_GAP / 2, home));
        boolean goesOn = map.stations().stream()
                .skip(to)
                .anyMatch(station -> station.lines().contains(line));
        int last = IntStream.range(from, to)
                .filter(station -> map.stations().get(station).lines().contains(line))
                .max()
                .orElse(from);
        for (int station = from; station < (goesOn ? to : last + 1); station++) {
            Stop stop = stops.get(station);
            double y = stop.dots().stream()
                    .filter(dot -> dot.line() == line)
                    .mapToDouble(Dot::y)
                    .findFirst()
                    .orElse(home);
            boolean ends = !goesOn && station == last;
            straights.add(new Straight(stop.x() - STRAIGHT, ends ? stop.x() : stop.x() + STRAIGHT, y));
        }
        if (goesOn) {
            double right = MARGIN + PILL + PILL_GAP + column * (to - from);
            straights.add(new Straight(right + 6, right + 18, home));
        }
        tracks.add(new Track(line, straights, goesOn));
    }
}
