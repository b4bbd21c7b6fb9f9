package tel.ringer.warp.invitation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationTokenTest {
    private static final String TEXT = "0b5c1f6e-9a3d-4c2b-8e7f-123456789abc";

    @Test
    void aTokenIsARandomUuid() {
        InvitationToken token = InvitationToken.mint();
        assertEquals(4, token.value().version());
        assertEquals(2, token.value().variant());
        assertEquals(
                1000,
                Stream.generate(InvitationToken::mint).limit(1000).distinct().count());
    }

    @Test
    void aTokenIsReadFromItsLinkInEitherCase() {
        assertEquals(Optional.of(TEXT), InvitationToken.parse(TEXT).map(InvitationToken::inClear));
        assertEquals(InvitationToken.parse(TEXT), InvitationToken.parse(TEXT.toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1-1-1-1-1", "token", "..", "0b5c1f6e9a3d4c2b8e7f123456789abc", TEXT + "x", TEXT + "\n"})
    void whatCantBeATokenIsNone(String text) {
        assertEquals(Optional.empty(), InvitationToken.parse(text));
    }

    @Test
    void theSha256OfItsLowerCaseTextIsKept() throws NoSuchAlgorithmException {
        byte[] expected = MessageDigest.getInstance("SHA-256").digest(TEXT.getBytes(StandardCharsets.UTF_8));
        InvitationToken token =
                InvitationToken.parse(TEXT.toUpperCase(Locale.ROOT)).orElseThrow();
        assertArrayEquals(expected, token.hash());
        assertEquals(HexFormat.of().formatHex(expected), token.scope().tokenHash());
    }

    @Test
    void aTokenDoesNotPrint() {
        InvitationToken token = InvitationToken.parse(TEXT).orElseThrow();
        assertEquals("InvitationToken[hidden]", token.toString());
        assertFalse(token.scope().toString().contains(TEXT));
        assertFalse(token.scope().actor().contains(token.scope().tokenHash()));
    }
}
