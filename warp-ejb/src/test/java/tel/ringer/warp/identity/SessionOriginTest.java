package tel.ringer.warp.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SessionOriginTest {
    private static String agent(String sent) {
        return new SessionOrigin(sent, "192.0.2.1").userAgent();
    }

    @Test
    void whatCanNotBeSeenBecomesABlank() {
        assertEquals("a b c d", agent(" a\r\nb\u202ec\u0000d "));
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        assertEquals("\uD83D\uDE00".repeat(200), agent("\uD83D\uDE00".repeat(201)));
        assertEquals("x".repeat(200), agent("x".repeat(5000)));
    }

    @Test
    void markupIsKeptAsText() {
        assertEquals("<script>alert(1)</script>", agent("<script>alert(1)</script>"));
    }

    @Test
    void nothingStaysNothing() {
        assertEquals(new SessionOrigin("", ""), new SessionOrigin("\t", " "));
    }
}
