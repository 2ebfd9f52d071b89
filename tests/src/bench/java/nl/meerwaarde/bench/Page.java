package nl.meerwaarde.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A page of figures, as documentation quotes it. */
final class Page {
    private final List<String> lines = new ArrayList<>();

    Page(String title) {
        lines.add("# " + title);
        lines.add("");
        lines.add(LocalDate.now(ZoneOffset.UTC) + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, Java "
                + Runtime.version().feature() + ", PostgreSQL, heap 2 GB each");
        lines.add("");
    }

    void line(String format, Object... values) {
        String line = String.format(Locale.ROOT, format, values);
        lines.add(line);
        System.out.println(line);
    }

    void write(String name) throws IOException {
        Path file = Files.createDirectories(Path.of("target", "bench")).resolve(name);
        Files.write(file, lines);
    }
}
