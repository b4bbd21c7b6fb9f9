package tel.ringer.warp.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import tel.ringer.warp.runner.ApplicationServer;
import tel.ringer.warp.runner.Keys;
import tel.ringer.warp.runner.LocalDatabase;
import tel.ringer.warp.runner.LocalIdentityProvider;
import tel.ringer.warp.runner.MailSink;
import tel.ringer.warp.runner.Ports;

/** PostgreSQL, an OpenID provider and an SMTP sink: started once, before the first test, for all of them. */
public class PartsForTests implements LauncherSessionListener {
    /** Whose people the provider vouches for as the operator's staff. */
    public static final String STAFF_DOMAIN = "team.example";

    /** Who knows it reads the metrics. */
    public static final String METRICS_PASSWORD = "metrics-0123456789abcdef0123456789abcdef";

    /** By which the operator's mail server is known. */
    public static final String DSN_TOKEN = "dsn-" + UUID.randomUUID();

    /** MicroProfile Config finds the variables under these names; the other way round it can't be computed. */
    private static final Map<String, String> PROPERTIES = Stream.of(
                    "warp.db.url",
                    "warp.db.user",
                    "warp.db.password",
                    "warp.db.owner-user",
                    "warp.db.owner-password",
                    "warp.oidc.issuer",
                    "warp.oidc.client-id",
                    "warp.oidc.staff-domains",
                    "warp.oidc.name",
                    "warp.smtp.host",
                    "warp.smtp.port",
                    "warp.mail.from",
                    "warp.mail.interval",
                    "warp.mail.retry-first",
                    "warp.mail.retry-longest",
                    "warp.mail.dsn-token",
                    "warp.sendgrid.webhook-key",
                    "warp.invitation.resend-pause",
                    "warp.invitation.bulk-interval",
                    "warp.audit.refusals-per-minute",
                    "warp.audit.refusals-per-minute-in-all",
                    "warp.http.trusted-proxies",
                    "warp.limits.exempt",
                    "warp.limits.invitations-per-address-hour",
                    "warp.limits.invitations-per-inviter-hour",
                    "warp.limits.invitations-per-customer-hour",
                    "warp.limits.invitations-per-source-hour",
                    "warp.invitation.pending-limit",
                    "warp.metrics.password",
                    "warp.cors.origins",
                    "warp.public-url",
                    "warp.token.key-file")
            .collect(Collectors.toUnmodifiableMap(
                    name -> name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), name -> name));

    private static @Nullable PartsForTests started;

    private @Nullable LocalDatabase database;
    private @Nullable LocalIdentityProvider identityProvider;
    private @Nullable MailSink mailSink;
    private Map<String, String> environment = Map.of();
    private int port;

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        try {
            start(Path.of(System.getProperty("warp.test.folder")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void start(Path folder) throws IOException {
        forget(folder);
        database = LocalDatabase.start(folder.resolve("parts"), 0);
        identityProvider = LocalIdentityProvider.start(0);
        mailSink = new MailSink(
                folder.resolve("mail"), new PrintStream(OutputStream.nullOutputStream()), Clock.systemUTC());
        mailSink.start(0);
        port = Ports.anyFree();
        started = this;
        Map<String, String> variables = new HashMap<>(database.environment());
        variables.putAll(identityProvider.environment());
        variables.putAll(mailSink.environment());
        variables.put("WARP_OIDC_STAFF_DOMAINS", STAFF_DOMAIN);
        variables.put("WARP_MAIL_FROM", "no-reply@warp.example");
        variables.put("WARP_MAIL_INTERVAL", "PT0.2S");
        variables.put("WARP_MAIL_RETRY_FIRST", "PT0.5S");
        variables.put("WARP_MAIL_RETRY_LONGEST", "PT1S");
        variables.put("WARP_MAIL_DSN_TOKEN", DSN_TOKEN);
        variables.put("WARP_SENDGRID_WEBHOOK_KEY", SendGridSimulator.verificationKey());
        variables.put("WARP_INVITATION_RESEND_PAUSE", "PT0S");
        variables.put("WARP_INVITATION_BULK_INTERVAL", "PT0.5S");
        variables.put("WARP_AUDIT_REFUSALS_PER_MINUTE", "10");
        variables.put("WARP_AUDIT_REFUSALS_PER_MINUTE_IN_ALL", "10000");
        // Tests call without limits, unless they name an address to come from: Web.from.
        variables.put("WARP_HTTP_TRUSTED_PROXIES", "127.0.0.1,::1");
        variables.put("WARP_LIMITS_EXEMPT", "127.0.0.1,::1");
        variables.put("WARP_LIMITS_INVITATIONS_PER_ADDRESS_HOUR", "5");
        variables.put("WARP_LIMITS_INVITATIONS_PER_INVITER_HOUR", "15");
        variables.put("WARP_LIMITS_INVITATIONS_PER_CUSTOMER_HOUR", "25");
        variables.put("WARP_LIMITS_INVITATIONS_PER_SOURCE_HOUR", "20");
        // The attack invites to one company all the time.
        variables.put("WARP_INVITATION_PENDING_LIMIT", "20000");
        variables.put("WARP_METRICS_PASSWORD", METRICS_PASSWORD);
        variables.put("WARP_CORS_ORIGINS", Web.ORIGIN);
        variables.put("WARP_PUBLIC_URL", "http://localhost:" + port);
        variables.put(
                "WARP_TOKEN_KEY_FILE",
                new Keys(folder.resolve("keys")).tokenSigningKey().toString());
        environment = Map.copyOf(variables);
        tellArquillian(folder);
    }

    /** No run finds what the last one left. */
    private static void forget(Path folder) throws IOException {
        LocalDatabase.stopLeftOver(folder.resolve("parts"));
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(folder);
    }

    /** Arquillian starts the server with what stands in these properties when it reads arquillian.xml. */
    private void tellArquillian(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("access"));
        Path commands = folder.resolve("boot.asadmin");
        Files.writeString(commands, ApplicationServer.bootCommands(), StandardCharsets.UTF_8);
        String options = environment.entrySet().stream()
                .map(setting -> "-D" + PROPERTIES.get(setting.getKey()) + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
        System.setProperty(
                "warp.test.jvm-options",
                "-XX:+UseSerialGC -Xmx768m" + " -Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl "
                        + options);
        System.setProperty(
                "warp.test.micro-options",
                "--port " + port + " --nocluster --disablephonehome --logtofile " + folder.resolve("server.log")
                        + " --accesslog " + folder.resolve("access") + " --accesslogformat "
                        + ApplicationServer.ACCESS_LOG_FORMAT
                        + " --prebootcommandfile " + commands + " --contextroot /");
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            mailSink().close();
            identityProvider().close();
            database().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PartsForTests parts() {
        PartsForTests parts = started;
        if (parts == null) {
            throw new IllegalStateException("The parts are started by the launcher session");
        }
        return parts;
    }

    private static <T> T present(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The parts are started by the launcher session");
        }
        return part;
    }

    public static LocalDatabase database() {
        return present(parts().database);
    }

    public static LocalIdentityProvider identityProvider() {
        return present(parts().identityProvider);
    }

    public static MailSink mailSink() {
        return present(parts().mailSink);
    }

    /** Where the server that Arquillian starts answers. */
    public static URI server() {
        return URI.create("http://localhost:" + parts().port);
    }

    /** The settings by which a server finds these parts. */
    public static Map<String, String> environment() {
        return parts().environment;
    }
}
