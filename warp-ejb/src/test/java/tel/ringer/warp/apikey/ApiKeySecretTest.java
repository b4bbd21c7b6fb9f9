package tel.ringer.warp.apikey;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeySecretTest {
    private static final String PREFIX = "wk_0123456789ab";
    private static final String UNCHECKED =
            PREFIX + "_" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @Test
    void eachIsNewAndHas256RandomBitsBesideItsPrefix() {
        ApiKeySecret one = ApiKeySecret.mint();
        ApiKeySecret other = ApiKeySecret.mint();

        assertTrue(one.value().matches("wk_[0-9a-f]{12}_[0-9a-f]{64}[0-9a-f]{8}"), one.value());
        assertNotEquals(one.value(), other.value());
        assertNotEquals(one.prefix(), other.prefix());
        assertTrue(one.value().startsWith(one.prefix() + "_"));
    }

    @Test
    void whatIsMintedCanBeRead() {
        ApiKeySecret minted = ApiKeySecret.mint();
        ApiKeySecret read = ApiKeySecret.parse(minted.value()).orElseThrow();

        assertArrayEquals(minted.hash(), read.hash());
        assertEquals(HexFormat.of().formatHex(minted.hash()), read.scope().secretHash());
    }

    /** Scanners compute it with another library. */
    @Test
    void theLastDigitsAreTheCrc32OfAllBeforeThem() {
        assertTrue(ApiKeySecret.parse(UNCHECKED + "21ad077c").isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wk_", PREFIX, UNCHECKED, UNCHECKED + "00000000", " " + UNCHECKED + "21ad077c"})
    void whatHasAnotherFormOrChecksumIsNoKey(String text) {
        assertEquals(Optional.empty(), ApiKeySecret.parse(text));
        assertEquals(Optional.empty(), ApiKeySecret.parse(text + "\n"));
    }

    @Test
    void aDigitThatChangedIsNoticed() {
        String minted = ApiKeySecret.mint().value();
        for (int at = 3; at < minted.length(); at++) {
            if (minted.charAt(at) != '_') {
                char other = minted.charAt(at) == 'a' ? 'b' : 'a';
                String changed = minted.substring(0, at) + other + minted.substring(at + 1);
                assertEquals(Optional.empty(), ApiKeySecret.parse(changed), changed);
            }
        }
    }

    @Test
    void itDoesNotPrint() {
        ApiKeySecret secret = ApiKeySecret.mint();
        assertFalse(secret.toString().contains(secret.value().substring(16)));
    }
}
