package tel.ringer.warp.fullserver;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.runner.DemoData;
import tel.ringer.warp.runner.Keys;
import tel.ringer.warp.runner.LocalDatabase;
import tel.ringer.warp.runner.LocalIdentityProvider;
import tel.ringer.warp.runner.MailSink;
import tel.ringer.warp.runner.ReceivedMail;

/** What only this server knows: an empty PostgreSQL, two OpenID providers and an SMTP sink. */
record Surroundings(
        LocalDatabase database,
        LocalIdentityProvider provider,
        LocalIdentityProvider furtherProvider,
        MailSink mails,
        Path key)
        implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("http://\\S+(/invitations/[0-9a-f-]{36})");

    static Surroundings start(Path folder) throws IOException {
        delete(folder.resolve("postgresql"));
        LocalDatabase database = LocalDatabase.start(folder, 0);
        MailSink mails = new MailSink(
                folder.resolve("mail"), new PrintStream(OutputStream.nullOutputStream()), Clock.systemUTC());
        mails.start(0);
        return new Surroundings(
                database,
                LocalIdentityProvider.start(0),
                LocalIdentityProvider.start(0),
                mails,
                new Keys(folder.resolve("keys")).tokenSigningKey());
    }

    /** What the server must be told to find all this. */
    Map<String, String> settings() throws IOException {
        Map<String, String> settings = new HashMap<>(database.environment());
        settings.putAll(provider.environment());
        settings.putAll(mails.environment());
        settings.put("WARP_MAIL_FROM", "WARP <no-reply@warp.example>");
        settings.put("WARP_TOKEN_KEY_TEXT", keyText());
        settings.put("WARP_OIDC_PROVIDERS", "further");
        settings.put("WARP_OIDC_FURTHER_ISSUER", furtherProvider.issuer());
        settings.put("WARP_OIDC_FURTHER_CLIENT_ID", LocalIdentityProvider.CLIENT_ID);
        settings.put("WARP_OIDC_FURTHER_NAME", "Further");
        return settings;
    }

    /** In one line, as a password alias can hold it. */
    private String keyText() throws IOException {
        return Base64.getEncoder().encodeToString(Files.readAllBytes(key));
    }

    List<String> secrets() throws IOException {
        return List.of(database.password(LocalDatabase.OWNER), database.password(LocalDatabase.APPLICATION), keyText());
    }

    /** Possible once the application has migrated. */
    void addDemoData() throws IOException, SQLException {
        try (Connection connection = database.connectAs(LocalDatabase.OWNER)) {
            DemoData.shipped().addTo(connection);
        }
    }

    /** The path of the link in the mail to the address, once it is there. */
    String linkMailedTo(String address) {
        return Await.until("the mail to " + address, () -> mails.received().stream()
                .filter(mail -> mail.recipients().contains(address))
                .map(Surroundings::link)
                .flatMap(Optional::stream)
                .findFirst());
    }

    private static Optional<String> link(ReceivedMail mail) {
        Matcher link = LINK.matcher(mail.text());
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        mails.close();
        provider.close();
        furtherProvider.close();
        database.close();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
