package tel.ringer.warp.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Path DEFAULT_DIRECTORY = Path.of("data");

    @Test
    void withoutAnySettingEverythingIsLocal() {
        Settings settings = settings(Map.of());

        assertEquals(
                Map.of(
                        "WARP_HTTP_PORT", 8080,
                        "WARP_RUN_DB_PORT", 5433,
                        "WARP_RUN_SMTP_PORT", 3025,
                        "WARP_RUN_OIDC_PORT", 8081),
                settings.localPorts());
        assertEquals(DEFAULT_DIRECTORY.toAbsolutePath(), settings.directory());
        assertTrue(settings.demoData());
        assertEquals("http://localhost:8080", settings.publicUrl());
    }

    @Test
    void realServicesReplaceTheLocalOnes() {
        Settings settings = settings(Map.of(
                "WARP_DB_URL", "jdbc:postgresql://db.example/warp",
                "WARP_SMTP_HOST", "smtp.example",
                "WARP_MAIL_FROM", "warp@carrier.example",
                "WARP_OIDC_ISSUER", "https://accounts.google.com",
                "WARP_OIDC_CLIENT_ID", "an-id"));

        assertEquals(Set.of("WARP_HTTP_PORT"), settings.localPorts().keySet());
        assertEquals("https://accounts.google.com", settings.environment().get("WARP_OIDC_ISSUER"));
        assertEquals("warp_app", settings.environment().get("WARP_DB_USER"));
        assertEquals("587", settings.environment().get("WARP_SMTP_PORT"));
    }

    @Test
    void demoDataNeverGoesIntoAForeignDatabase() {
        assertFalse(settings(Map.of("WARP_DB_URL", "jdbc:postgresql://db.example/warp", "WARP_RUN_DEMO", "true"))
                .demoData());
    }

    @Test
    void thePublicUrlFollowsThePort() {
        assertEquals(
                "http://localhost:9090",
                settings(Map.of("WARP_HTTP_PORT", "9090")).environment().get("WARP_PUBLIC_URL"));
    }

    @Test
    void aBlankValueCountsAsNotGiven() {
        assertTrue(settings(Map.of("WARP_DB_URL", "")).localDatabase());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            WARP_HTTP_PORT      | http        | WARP_HTTP_PORT must be a port between 1 and 65535, but it is "http".
            WARP_RUN_DB_PORT    | 65536       | WARP_RUN_DB_PORT must be a port between 1 and 65535, but it is "65536".
            WARP_RUN_DEMO       | yes         | WARP_RUN_DEMO must be true or false, but it is "yes".
            WARP_PUBLIC_URL     | warp        | WARP_PUBLIC_URL must be an http or https URL, but it is "warp".
            WARP_TOKEN_KEY_FILE | /no/key.pem | WARP_TOKEN_KEY_FILE must be a file that can be read, but it is "/no/key.pem".
            WARP_RUN_OIDC_PORT  | 8080        | WARP_HTTP_PORT and WARP_RUN_OIDC_PORT are both 8080: give one of them another port.
            WARP_DB_PASSWORD    | secret      | WARP_DB_PASSWORD is set but WARP_DB_URL is not: set both, or neither.
            WARP_SMTP_HOST      | relay       | WARP_SMTP_HOST is set, so WARP_MAIL_FROM must be set too.
            """)
    void aWrongValueIsOneSentence(String name, String value, String sentence) {
        CannotStartException refusal = assertThrows(CannotStartException.class, () -> settings(Map.of(name, value)));
        assertEquals(sentence, refusal.sentence());
    }

    @Test
    void passwordsAreNotPrinted() {
        Settings settings =
                settings(Map.of("WARP_DB_URL", "jdbc:postgresql://db.example/warp", "WARP_DB_PASSWORD", "mellon"));

        assertFalse(settings.toString().contains("mellon"));
    }

    private static Settings settings(Map<String, String> variables) {
        return Settings.of(variables, DEFAULT_DIRECTORY);
    }
}
