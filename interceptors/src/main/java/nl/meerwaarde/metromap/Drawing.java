package nl.meerwaarde.metromap;

import java.util.List;

/**
 * A map in which everything has its place.
 *
 * @param width of the picture
 * @param height of the picture
 * @param tracks lines, panel by panel
 * @param stops stations, in order
 * @param texts everything that is written, but for the names of stations, which are with their stops
 * @param symbols of the key
 */
record Drawing(
        double width, double height, List<Track> tracks, List<Stop> stops, List<Text> texts, List<Symbol> symbols) {
    Drawing {
        tracks = List.copyOf(tracks);
        stops = List.copyOf(stops);
        texts = List.copyOf(texts);
        symbols = List.copyOf(symbols);
    }

    /** A rectangle; y grows downwards. */
    record Box(double x, double y, double width, double height) {
        boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }

        double right() {
            return x + width;
        }

        double bottom() {
            return y + height;
        }

        double middle() {
            return x + width / 2;
        }
    }

    /** How a text is set. */
    enum Style {
        TITLE,
        SUBTITLE,
        LINE_NAME,
        STATION,
        WHEN,
        HERE,
        NUMBER,
        HEADING,
        DETAIL
    }

    /**
     * Something written, line under line.
     *
     * @param box holds all of it
     * @param index the line of a line's name, the station of a number; else -1
     */
    record Text(Style style, Box box, List<String> lines, int index) {
        Text {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A part of a line that runs straight; between two of them it swings from one height to the other.
     *
     * @param y its height
     */
    record Straight(double from, double to, double y) {}

    /**
     * A line through one panel.
     *
     * @param line which
     * @param straights from left to right
     * @param goesOn whether it has more stations in the next panel
     */
    record Track(int line, List<Straight> straights, boolean goesOn) {
        Track {
            straights = List.copyOf(straights);
        }

        /** Whether it runs straight through a point. */
        boolean passes(double x, double y) {
            return straights.stream()
                    .anyMatch(straight -> straight.from() <= x && x <= straight.to() && straight.y() == y);
        }
    }

    /** How a kind of station is drawn, in the key. */
    record Symbol(MetroMap.StationKind kind, Box box) {}

    /** Where one line stops at a station. */
    record Dot(int line, double y) {}

    /**
     * A station.
     *
     * @param station which
     * @param x its middle
     * @param dots one per line, from top to bottom
     * @param label number, name, time and, where the patient is, that
     */
    record Stop(int station, double x, List<Dot> dots, List<Text> label) {
        Stop {
            dots = List.copyOf(dots);
            label = List.copyOf(label);
        }

        double top() {
            return dots.get(0).y();
        }

        double bottom() {
            return dots.get(dots.size() - 1).y();
        }
    }
}
