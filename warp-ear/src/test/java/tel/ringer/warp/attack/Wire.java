package tel.ringer.warp.attack;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection, kept open, that sends requests exactly as they are written and hides nothing of the answers. */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final URI server;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    public Wire(URI server) {
        this.server = server;
    }

    Reply send(Shot shot) {
        return answer(shot.method(), bytes(shot))
                .orElseThrow(() -> new UncheckedIOException(new EOFException("No answer to " + shot)));
    }

    /** To bytes as they are; empty if the server closes the connection instead. */
    public Optional<Reply> answer(String method, byte[] request) {
        try {
            boolean reused = socket != null;
            Optional<Reply> reply = attempt(method, request);
            // The server had closed an idle connection: nothing was read of this request.
            return reply.isEmpty() && reused ? attempt(method, request) : reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Reply> attempt(String method, byte[] request) throws IOException {
        Socket open = open();
        String statusLine;
        try {
            open.getOutputStream().write(request);
            statusLine = line();
        } catch (SocketException e) {
            statusLine = "";
        }
        if (statusLine.isEmpty()) {
            close();
            return Optional.empty();
        }
        Reply reply = read(method, statusLine);
        if (reply.header("connection").equalsIgnoreCase("close")) {
            close();
        }
        return Optional.of(reply);
    }

    private Socket open() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(server.getHost(), server.getPort());
            open.setSoTimeout(PATIENCE_MILLIS);
            open.setTcpNoDelay(true);
            in = new BufferedInputStream(open.getInputStream());
            socket = open;
        }
        return open;
    }

    private byte[] bytes(Shot shot) {
        byte[] body = shot.body().orElse("").getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(shot.method() + " " + shot.target() + " HTTP/1.1\r\nHost: "
                + server.getAuthority() + "\r\nContent-Length: " + body.length + "\r\n");
        shot.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private Reply read(String method, String statusLine) throws IOException {
        List<String> headers = new ArrayList<>();
        for (String header = line(); !header.isEmpty(); header = line()) {
            headers.add(header);
        }
        Reply head = new Reply(statusLine, headers, "");
        boolean bodiless = method.equals("HEAD") || head.status() == 204 || head.status() == 304;
        return bodiless ? head : new Reply(statusLine, headers, body(head));
    }

    private String body(Reply head) throws IOException {
        if (!head.header("transfer-encoding").equals("chunked")) {
            String length = head.header("content-length");
            byte[] all = length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
            return new String(all, StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int size = chunk(); size > 0; size = chunk()) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toString(StandardCharsets.UTF_8);
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    /** Empty at the end of the stream, too. */
    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }
}
