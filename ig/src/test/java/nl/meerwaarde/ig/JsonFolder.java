package nl.meerwaarde.ig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JSON files beside a known resource, whether they lie in a folder or in a jar: what the build packed is what is tested. */
final class JsonFolder {

    private JsonFolder() {}

    /** File name and content of every JSON file in the folder of the given resource. */
    static Map<String, String> beside(URL resource) {
        try {
            URI address = resource.toURI();
            return "jar".equals(address.getScheme())
                    ? inJar(address)
                    : read(Path.of(address).getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("Not a class path resource: " + resource, e);
        }
    }

    private static Map<String, String> inJar(URI address) throws IOException {
        try (FileSystem jar = FileSystems.newFileSystem(address, Map.of())) {
            String entry = address.toString();
            return read(jar.getPath(entry.substring(entry.indexOf('!') + 1)).getParent());
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
