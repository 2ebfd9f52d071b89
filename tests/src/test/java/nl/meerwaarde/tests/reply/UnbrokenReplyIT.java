package nl.meerwaarde.tests.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nl.meerwaarde.tests.support.TestServer;
import org.junit.jupiter.api.Test;

/** A reply leaves in pieces of a buffer's size, not value by value. */
class UnbrokenReplyIT {
    private static final int BUFFER = 8192;

    @Test
    void theChunksAreAsLargeAsTheBuffer() throws IOException {
        List<Integer> sizes = chunks(URI.create(TestServer.fhir().base() + "/metadata"));
        int whole = sizes.stream().mapToInt(size -> size).sum();
        assertThat(whole).isGreaterThan(2 * BUFFER);
        assertThat(sizes).hasSizeLessThanOrEqualTo(whole / BUFFER + 2);
    }

    /** The sizes of the pieces of a chunked reply (RFC 9112, section 7.1). */
    private static List<Integer> chunks(URI address) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort());
                DataInputStream reply = new DataInputStream(socket.getInputStream())) {
            String request = "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                    .formatted(address.getPath(), address.getAuthority());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            while (!line(reply).isEmpty()) {
                // Headers.
            }
            List<Integer> sizes = new ArrayList<>();
            for (int size = Integer.parseInt(line(reply), 16); size > 0; size = Integer.parseInt(line(reply), 16)) {
                sizes.add(size);
                reply.readNBytes(size);
                line(reply);
            }
            return sizes;
        }
    }

    private static String line(DataInputStream reply) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = reply.read(); next >= 0 && next != '\n'; next = reply.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
