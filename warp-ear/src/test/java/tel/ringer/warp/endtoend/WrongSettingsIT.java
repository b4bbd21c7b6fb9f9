package tel.ringer.warp.endtoend;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.runner.ApplicationServer;
import tel.ringer.warp.runner.CannotStartException;
import tel.ringer.warp.runner.Installation;
import tel.ringer.warp.runner.Ports;

/** A setting that means nothing ends the start with a sentence: it is not found out when somebody comes. */
class WrongSettingsIT {
    private static final Map<String, String> WRONG = Map.ofEntries(
            Map.entry("WARP_CORS_ORIGINS", "*"),
            Map.entry("WARP_HTTP_TRUSTED_PROXIES", "10.0.0.0/40"),
            Map.entry("WARP_HTTP_LARGEST_BODY", "0"),
            Map.entry("WARP_LIMITS_EXEMPT", "rubbish"),
            Map.entry("WARP_LIMITS_FAILURES_PER_MINUTE", "0"),
            Map.entry("WARP_OIDC_PROVIDERS", "further"),
            Map.entry("WARP_TOKEN_ACCESS_FOR", "PT0S"),
            Map.entry("WARP_SESSION_REUSE_GRACE", "P8D"),
            Map.entry("WARP_API_KEY_DEFAULT_FOR", "P366D"),
            Map.entry("WARP_INVITATION_MAIL_LANGUAGE", "tlh"),
            Map.entry("WARP_INVITATION_RESEND_PAUSE", "-PT1S"),
            Map.entry("WARP_INVITATION_BULK_INTERVAL", "PT0S"),
            Map.entry("WARP_IDEMPOTENCY_KEEP_FOR", "PT0S"),
            Map.entry("WARP_MAIL_INTERVAL", "PT0S"),
            Map.entry("WARP_MAIL_DSN_TOKEN", "short"));

    @Test
    void endTheStartAndEachHasASentence() throws Exception {
        Path folder = Files.createTempDirectory(Path.of(System.getProperty("warp.test.folder")), "wrong-settings-");
        Path log = folder.resolve("server.log");
        Map<String, String> settings = new HashMap<>(PartsForTests.environment());
        settings.putAll(WRONG);
        Installation installation = new Installation(
                Path.of(System.getProperty("warp.test.micro-war")), Path.of(System.getProperty("warp.test.micro-jar")));

        try (ApplicationServer server =
                ApplicationServer.start(installation, folder, Ports.anyFree(), settings, Redirect.to(log.toFile()))) {
            assertThrows(CannotStartException.class, () -> server.awaitReady(Duration.ofMinutes(3)));
        }
        String written = Files.readString(log);
        assertAll(
                () -> assertSays(written, "warp.cors.origins: \"*\" is not an origin"),
                () -> assertSays(written, "warp.http.trusted-proxies: \"10.0.0.0/40\" is neither"),
                () -> assertSays(written, "warp.http.largest-body: at least 1, not 0"),
                () -> assertSays(written, "warp.limits.exempt: \"rubbish\" is neither"),
                () -> assertSays(written, "warp.limits.failures-per-minute: a limit is at least 1, not 0"),
                () -> assertSays(written, "warp.oidc.further.issuer is not set"),
                () -> assertSays(written, "warp.token.access-for: longer than no time at all, not PT0S"),
                () -> assertSays(written, "warp.session.reuse-grace must not be negative, and be shorter than"),
                () -> assertSays(written, "warp.api-key.default-for: at most warp.api-key.longest-for"),
                () -> assertSays(written, "warp.invitation.mail-language: en|es, not tlh"),
                () -> assertSays(written, "warp.invitation.resend-pause: not shorter than no time at all"),
                () -> assertSays(written, "warp.invitation.bulk-interval: longer than no time at all, not PT0S"),
                () -> assertSays(written, "warp.idempotency.keep-for: longer than no time at all, not PT0S"),
                () -> assertSays(written, "warp.mail.interval: longer than no time at all, not PT0S"),
                () -> assertSays(written, "warp.mail.dsn-token: at least 32 letters"));
    }

    private static void assertSays(String log, String sentence) {
        assertTrue(log.contains("WARP does not start: " + sentence), log);
    }
}
