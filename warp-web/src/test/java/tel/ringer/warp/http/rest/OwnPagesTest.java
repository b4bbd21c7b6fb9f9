package tel.ringer.warp.http.rest;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

class OwnPagesTest {
    private static final OwnPages PAGES = new OwnPages(URI.create("https://warp.example/"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "same-origin, https://warp.example",
                "same-origin, -",
                "same-origin, null",
                "-, https://warp.example",
                "-, https://WARP.example:443"
            })
    void warpsOwnPagesMay(@Nullable String site, @Nullable String origin) {
        assertDoesNotThrow(() -> PAGES.requireOneOf(site, origin));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -",
                "cross-site, https://evil.example",
                "cross-site, https://warp.example",
                "same-site, https://portal.warp.example",
                "same-site, -",
                "none, -",
                "same-origin, https://evil.example",
                "-, https://evil.example",
                "-, null",
                "-, ''",
                "-, http://warp.example",
                "-, https://warp.example:8443",
                "-, https://warp.example.evil.example",
                "-, https://warp.example@evil.example",
                "-, ht tp://"
            })
    void whoDoesNotShowThatTheyAreOneMayNot(@Nullable String site, @Nullable String origin) {
        ProblemException refused = assertThrows(ProblemException.class, () -> PAGES.requireOneOf(site, origin));
        assertEquals(ProblemKind.FORBIDDEN, refused.kind());
        assertEquals("cross_site", refused.code());
    }
}
