package tel.ringer.warp.runner;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An SMTP server that delivers nothing: it prints each mail, and keeps it as it came (.eml) and readable (.txt). */
public final class MailSink implements AutoCloseable {

    private static final String RULE = "-".repeat(72);
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final PrintStream out;
    private final Clock clock;
    private final List<ReceivedMail> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private @Nullable GreenMail server;

    /**
     * A sink that is not started yet.
     *
     * @param folder where mails are kept; made if it is missing
     * @param out where mails are printed
     */
    public MailSink(Path folder, PrintStream out, Clock clock) {
        this.folder = folder;
        this.out = out;
        this.clock = clock;
    }

    /**
     * Starts it, or starts it again after a stop; what was received before stays.
     *
     * @param port where it listens on this machine; 0 for any free port
     */
    public synchronized void start(int port) {
        String address = InetAddress.getLoopbackAddress().getHostAddress();
        GreenMail started = new ListeningMailServer(
                new ServerSetup(port, address, ServerSetup.PROTOCOL_SMTP), this::keep, connections::incrementAndGet);
        started.start();
        server = started;
    }

    public synchronized int port() {
        if (server == null) {
            throw new IllegalStateException("The mail sink is not started.");
        }
        return server.getSmtp().getPort();
    }

    /** What the application must be told to send its mails here. */
    public Map<String, String> environment() {
        return Map.of("WARP_SMTP_HOST", "localhost", "WARP_SMTP_PORT", Integer.toString(port()));
    }

    /** Every mail since this sink was made, oldest first. */
    public List<ReceivedMail> received() {
        return List.copyOf(received);
    }

    /** How many there were since this sink was made. */
    public int connections() {
        return connections.get();
    }

    /** Stops it; nothing happens if it is not started. */
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void keep(MovingMessage arrived) {
        try {
            List<String> recipients = arrived.getToAddresses().stream()
                    .map(MailAddress::getEmail)
                    .sorted()
                    .toList();
            ReceivedMail mail = ReceivedMail.of(arrived.getMessage(), recipients);
            received.add(mail);
            store(mail, numbers.incrementAndGet());
            out.println(RULE + System.lineSeparator() + mail.readable() + RULE);
        } catch (MessagingException e) {
            throw new IllegalStateException("The mail cannot be read.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The mail cannot be kept in " + folder + ".", e);
        }
    }

    private void store(ReceivedMail mail, int number) throws IOException, MessagingException {
        PrivateFiles.folder(folder);
        String name = "%s-%04d".formatted(FILE_TIME.format(clock.instant()), number);
        try (OutputStream raw = Files.newOutputStream(folder.resolve(name + ".eml"))) {
            mail.message().writeTo(raw);
        }
        Files.writeString(folder.resolve(name + ".txt"), mail.readable());
    }
}
