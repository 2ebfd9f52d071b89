package nl.meerwaarde.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Remembers beside the rejects up to which row an import has come, so that the next run goes on there. */
final class ProgressFile {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path path;
    private final String data;
    private final String mapping;

    /**
     * What stands in the file.
     *
     * @param data SHA-256 of the data file
     * @param mapping SHA-256 of the mapping
     * @param done the last row up to which all are done
     */
    private record Progress(String data, String mapping, long done) {}

    private ProgressFile(Path path, String data, String mapping) {
        this.path = path;
        this.data = data;
        this.mapping = mapping;
    }

    /**
     * The progress of importing this data with this mapping.
     *
     * @throws IOException when the data cannot be read
     */
    static ProgressFile of(Path path, Path data, String mappingFingerprint) throws IOException {
        return new ProgressFile(path, fingerprint(data), mappingFingerprint);
    }

    /** By content: a corrected file has the same name. */
    private static String fingerprint(Path data) throws IOException {
        try (InputStream bytes = Files.newInputStream(data);
                DigestInputStream digest = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * The last row up to which all are done; 0 when nothing is known, or when data or mapping have changed since.
     *
     * @throws IOException when the file is there and cannot be read
     */
    long done() throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        try {
            Progress progress = JSON.readValue(Files.readString(path), Progress.class);
            return data.equals(progress.data()) && mapping.equals(progress.mapping()) ? progress.done() : 0;
        } catch (JsonProcessingException e) {
            return 0;
        }
    }

    /** Puts down how far it has come, in one step: a killed import leaves the old or the new file. */
    void note(long done) throws IOException {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        Files.writeString(fresh, JSON.writeValueAsString(new Progress(data, mapping, done)));
        Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
