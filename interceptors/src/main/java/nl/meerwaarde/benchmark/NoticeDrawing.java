package nl.meerwaarde.benchmark;

import java.util.List;
import nl.meerwaarde.svg.TextWidth;

/** Says in a picture why there is nothing to draw. */
final class NoticeDrawing {
    private static final double WIDTH = 920;
    private static final double HEIGHT = 160;
    private static final double MARGIN = 24;
    private static final double LINE = 20;

    private NoticeDrawing() {}

    static String of(String language, String title, String notice) {
        Pen pen = new Pen(language, Unit.ORGANIZATION);
        pen.open("notice", WIDTH, HEIGHT, title, notice);
        pen.svg().open("g", "aria-hidden", "true").newLine();
        pen.write(title, MARGIN, 30, 19, Pen.INK, "start", true);
        List<String> lines = TextWidth.wrap(notice, Pen.TEXT, WIDTH - 2 * MARGIN);
        for (int i = 0; i < lines.size(); i++) {
            pen.write(lines.get(i), MARGIN, 64 + i * LINE, Pen.TEXT, Pen.SOFT_INK, "start", false);
        }
        pen.svg().close().newLine();
        return pen.close();
    }
}
