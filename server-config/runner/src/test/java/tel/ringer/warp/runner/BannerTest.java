package tel.ringer.warp.runner;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BannerTest {

    private static final List<String> ACCOUNTS = List.of("super@warp.example  super administrator");

    @Test
    void tellsWhereWhoAndHowFast() {
        String text = banner(Map.of("WARP_HTTP_PORT", "9090"));

        assertTrue(text.contains("ready in 14.2 s"), text);
        assertTrue(text.contains("http://localhost:9090"), text);
        assertTrue(text.contains("super@warp.example  super administrator"), text);
        assertTrue(text.contains("username=super@warp.example "), text);
    }

    @Test
    void namesNoDemoAccountsIfTheProviderIsARealOne() {
        String text = banner(Map.of("WARP_OIDC_ISSUER", "https://accounts.google.com", "WARP_OIDC_CLIENT_ID", "an-id"));

        assertFalse(text.contains("super@warp.example"), text);
        assertTrue(text.contains("with https://accounts.google.com"), text);
    }

    @Test
    void doesNotPrintAPasswordThatTheDatabaseUrlCarries() {
        String text = banner(Map.of("WARP_DB_URL", "jdbc:postgresql://db.example/warp?user=a&password=mellon"));

        assertTrue(text.contains("jdbc:postgresql://db.example/warp"), text);
        assertFalse(text.contains("mellon"), text);
    }

    private static String banner(Map<String, String> variables) {
        return new Banner(Settings.of(variables, Path.of("data")), Duration.ofMillis(14_210), ACCOUNTS).text();
    }
}
