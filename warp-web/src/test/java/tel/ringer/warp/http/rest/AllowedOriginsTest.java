package tel.ringer.warp.http.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.example",
                "https://portal.example:8443",
                "http://localhost:3000",
                "http://[::1]:3000",
                "http://127.0.0.1"
            })
    void anOriginIsNamedWhole(String origin) {
        assertTrue(AllowedOrigins.parse("https://other.example, " + origin).contain(origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "portal.example",
                "https://*.portal.example",
                "https://portal.example/",
                "https://portal.example/path",
                "https://Portal.example",
                "https://portal.example:443",
                "http://portal.example:80",
                "https://user@portal.example",
                "https://portal.example?x",
                "ftp://portal.example",
                "https://",
                "https://portal.example https://other.example"
            })
    void whatIsNoOriginIsAnErrorThatNamesTheSetting(String entry) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> AllowedOrigins.parse(entry));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("warp.cors.origins: \"" + entry + "\""));
    }

    @Test
    void nothingNamesNone() {
        assertTrue(AllowedOrigins.parse("").areNone());
        assertFalse(AllowedOrigins.parse("https://portal.example").areNone());
    }

    @Test
    void whereThereIsTlsNothingElseIsToBeTried() {
        assertEquals(Optional.of("max-age=31536000"), SafeHeadersFilter.tlsAlone("https://warp.example"));
        assertEquals(Optional.empty(), SafeHeadersFilter.tlsAlone("http://localhost:8080"));
    }
}
