package tel.ringer.warp.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.runner.MailSink;

/** Stands before the mail sink as its relay, and leaves a sender without an answer in the middle of a mail. */
public final class HesitantRelay implements AutoCloseable {
    private final ServerSocket server;
    private final int sinkPort;
    private final AtomicReference<@Nullable Hesitation> next = new AtomicReference<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private HesitantRelay(int port, int sinkPort) throws IOException {
        this.sinkPort = sinkPort;
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        thread(this::accept);
    }

    /** @param port where it listens on this machine; 0 for any free port */
    public static HesitantRelay before(MailSink sink, int port) {
        try {
            return new HesitantRelay(port, sink.port());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the application must be told to send its mails here. */
    public Map<String, String> environment() {
        return Map.of("WARP_SMTP_HOST", "localhost", "WARP_SMTP_PORT", Integer.toString(server.getLocalPort()));
    }

    /** Hesitates once: at the next mail whose recipient has this in it. */
    public Hesitation at(String recipient) {
        Hesitation hesitation = new Hesitation(recipient);
        next.set(hesitation);
        return hesitation;
    }

    /** A recipient was named, and the sender waits to hear whether it is taken. */
    public static final class Hesitation {
        private final String recipient;
        private volatile @Nullable Runnable toSink;
        private volatile @Nullable OutputStream toSender;
        private volatile boolean senderGone;

        private Hesitation(String recipient) {
            this.recipient = recipient;
        }

        public Hesitation await() {
            Await.untilTrue("a mail to " + recipient, () -> toSink != null);
            return this;
        }

        /** Waits until the sender has lost patience. */
        public void awaitGone() {
            Await.untilTrue("the sender to give up", () -> senderGone);
        }

        /** The mail goes its way. */
        public void end() {
            Runnable held = toSink;
            if (held == null) {
                throw new IllegalStateException("No mail has come");
            }
            held.run();
        }

        /** @param line in place of the sink's answer */
        public void answer(String line) {
            OutputStream sender = toSender;
            if (sender == null) {
                throw new IllegalStateException("No mail has come");
            }
            write(sender, (line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket sender = server.accept();
                Socket sink = new Socket(InetAddress.getLoopbackAddress(), sinkPort);
                sockets.addAll(List.of(sender, sink));
                thread(() -> pass(sender, sink));
                thread(() -> passBack(sink, sender));
            } catch (IOException e) {
                // This relay was closed, or the sink is away: the sender sees it.
            }
        }
    }

    /** Each command comes in one piece. */
    private void pass(Socket sender, Socket sink) {
        @Nullable Hesitation pending = null;
        byte[] buffer = new byte[65_536];
        try (sender;
                sink) {
            InputStream in = sender.getInputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                byte[] piece = Arrays.copyOf(buffer, length);
                pending = hesitation(new String(piece, StandardCharsets.US_ASCII));
                if (pending == null) {
                    write(sink.getOutputStream(), piece);
                } else {
                    OutputStream toSink = sink.getOutputStream();
                    pending.toSender = sender.getOutputStream();
                    pending.toSink = () -> write(toSink, piece);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // One of both is gone, and so the other goes.
        }
        if (pending != null) {
            pending.senderGone = true;
        }
    }

    private @Nullable Hesitation hesitation(String command) {
        Hesitation wanted = next.get();
        boolean matches = wanted != null && command.startsWith("RCPT TO:") && command.contains(wanted.recipient);
        return matches && next.compareAndSet(wanted, null) ? wanted : null;
    }

    private static void passBack(Socket sink, Socket sender) {
        try (sender;
                sink) {
            sink.getInputStream().transferTo(sender.getOutputStream());
        } catch (IOException e) {
            // As above.
        }
    }

    private static void write(OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "hesitant-relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
