package tel.ringer.warp.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes as they are, for what no HTTP client would send. */
public final class RawRequest {
    private static final String END_OF_HEADERS = "\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)");
    private static final int PATIENCE_MS = 20_000;

    private RawRequest() {}

    /** Sends them to the server of the tests and reads the answer, or until it closes; fails if neither comes within a while. */
    public static String answer(String request) {
        IssuedSecrets.seenIn(request);
        URI server = PartsForTests.server();
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            send(request, socket.getOutputStream());
            return received(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends them and reads whatever is answered until the server closes; fails if it does not within a while. */
    private static String untilClosed(URI server, String request) {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            send(request, socket.getOutputStream());
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server reads no body of a TRACE: with the connection open, it would take one for the next request. */
    public static void assertTheBodyOfATraceIsNoRequest(URI server) {
        String smuggled = "GET /v1/customers HTTP/1.1\r\nHost: x\r\n\r\n";
        String answers = untilClosed(
                server,
                "TRACE /v1/customers HTTP/1.1\r\nHost: x\r\nContent-Length: " + smuggled.length() + "\r\n\r\n"
                        + smuggled);

        assertTrue(answers.startsWith("HTTP/1.1 405 "), answers);
        assertEquals(1, answers.split("HTTP/1.1 ", -1).length - 1, answers);
    }

    private static void send(String request, OutputStream out) throws IOException {
        try {
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        } catch (SocketException closedBefore) {
            // It has heard enough; what it said is still to be read.
            return;
        }
    }

    private static String received(InputStream in) throws IOException {
        StringBuilder all = new StringBuilder();
        byte[] some = new byte[4096];
        try {
            int read = in.read(some);
            while (read >= 0) {
                all.append(new String(some, 0, read, StandardCharsets.ISO_8859_1));
                read = isWhole(all) ? -1 : in.read(some);
            }
        } catch (SocketException reset) {
            return all.toString();
        }
        return all.toString();
    }

    /** By its own Content-Length, or by the last of its chunks. */
    private static boolean isWhole(CharSequence answer) {
        String text = answer.toString();
        int body = text.indexOf(END_OF_HEADERS) + END_OF_HEADERS.length();
        if (body < END_OF_HEADERS.length()) {
            return false;
        }
        Matcher length = LENGTH.matcher(text.substring(0, body));
        return length.find()
                ? text.length() >= body + Integer.parseInt(length.group(1))
                : text.endsWith("\r\n0\r\n\r\n");
    }
}
