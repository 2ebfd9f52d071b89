package nl.meerwaarde.metromap;

import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.metromap.Drawing.Box;
import nl.meerwaarde.metromap.Drawing.Style;
import nl.meerwaarde.metromap.Drawing.Symbol;
import nl.meerwaarde.metromap.Drawing.Text;
import nl.meerwaarde.metromap.MetroMap.StationKind;
import nl.meerwaarde.svg.TextWidth;

/** The list of stations below the map, in two columns: what a picture cannot say. */
final class KeyLayout {
    private static final double MARGIN = 40;
    private static final double GUTTER = 48;
    private static final double INDENT = 40;
    private static final double BADGE = 26;
    private static final double BETWEEN = 14;

    private final MetroMap map;
    private final MapWords words;
    private final List<Text> texts = new ArrayList<>();
    private final List<Symbol> symbols = new ArrayList<>();
    private double bottom;

    KeyLayout(MetroMap map, MapWords words, double top) {
        this.map = map;
        this.words = words;
        bottom = top;
        key(top);
        place(bottom + BETWEEN);
    }

    /** The kinds of station that the map has, side by side as far as there is room. */
    private void key(double top) {
        double x = MARGIN;
        double y = top;
        for (StationKind kind : StationKind.values()) {
            if (map.stations().stream().anyMatch(station -> station.kind() == kind)) {
                String name = words.kind(kind);
                double width = TextWidth.of(name, Typesetting.size(Style.DETAIL));
                if (x + INDENT + width > MapLayout.WIDTH - MARGIN) {
                    x = MARGIN;
                    y += BADGE + BETWEEN;
                }
                symbols.add(new Symbol(kind, new Box(x, y, BADGE, BADGE)));
                texts.add(Typesetting.block(
                        Style.DETAIL,
                        name,
                        x + INDENT,
                        y + (BADGE - Typesetting.lineHeight(Style.DETAIL)) / 2,
                        width,
                        -1));
                x += INDENT + width + BETWEEN;
            }
        }
        bottom = y + BADGE + BETWEEN;
    }

    List<Symbol> symbols() {
        return List.copyOf(symbols);
    }

    List<Text> texts() {
        return List.copyOf(texts);
    }

    double bottom() {
        return bottom;
    }

    /** The first column holds as many stations as make the two most even, never fewer than the second. */
    private void place(double top) {
        int first = (map.stations().size() + 1) / 2;
        double width = (MapLayout.WIDTH - 2 * MARGIN - GUTTER) / 2;
        column(0, first, MARGIN, top, width);
        column(first, map.stations().size(), MARGIN + width + GUTTER, top, width);
    }

    private void column(int from, int to, double x, double top, double width) {
        double y = top;
        for (int station = from; station < to; station++) {
            y = entry(station, x, y, width) + BETWEEN;
        }
        bottom = Math.max(bottom, y);
    }

    private double entry(int station, double x, double top, double width) {
        texts.add(new Text(
                Style.NUMBER, new Box(x, top - 3, BADGE, BADGE), List.of(String.valueOf(station + 1)), station));
        Text name = Typesetting.block(
                Style.HEADING, map.stations().get(station).name(), x + INDENT, top, width - INDENT, station);
        texts.add(name);
        double y = name.box().bottom() + 2;
        for (String line : words.details(map.stations().get(station))) {
            Text detail = Typesetting.block(Style.DETAIL, line, x + INDENT, y, width - INDENT, station);
            texts.add(detail);
            y = detail.box().bottom();
        }
        return Math.max(y, top - 3 + BADGE);
    }
}
