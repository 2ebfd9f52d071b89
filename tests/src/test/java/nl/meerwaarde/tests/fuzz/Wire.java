package nl.meerwaarde.tests.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends requests that an HTTP client would not: over a plain connection to this machine. */
public final class Wire {
    private static final int LONGEST_ANSWER = (int) Duration.ofSeconds(60).toMillis();

    private final int port;

    public Wire(int port) {
        this.port = port;
    }

    public HttpReply send(HttpRequest request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(LONGEST_ANSWER);
            socket.getOutputStream().write(bytes(request));
            socket.getOutputStream().flush();
            return HttpReply.of(socket.getInputStream().readAllBytes());
        }
    }

    private static byte[] bytes(HttpRequest request) throws IOException {
        StringBuilder head = new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1\r\n");
        head.append("Host: localhost\r\nConnection: close\r\n");
        request.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (request.body().length > 0) {
            head.append("Content-Length: ").append(request.body().length).append("\r\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.write(request.body());
        return bytes.toByteArray();
    }
}
