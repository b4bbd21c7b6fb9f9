package tel.ringer.warp.notification.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSettingsTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private static WebhookSettings settings(Optional<String> key, Optional<String> token) {
        return new WebhookSettings(key, Duration.ofDays(1), token);
    }

    private static String newKey(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
    }

    @Test
    void withoutThemNobodyReports() {
        WebhookSettings none = settings(Optional.empty(), Optional.empty());
        assertEquals(Optional.empty(), none.sendGridKey());
        assertFalse(none.mailServersMayReport());
        assertFalse(none.isDsnToken(""));
    }

    @Test
    void aKeyIsTakenAsSendGridShowsIt() throws GeneralSecurityException {
        assertTrue(settings(Optional.of(newKey("secp256r1") + "\n"), Optional.empty())
                .sendGridKey()
                .isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "key", "a2V5"})
    void whatIsNoKeyEndsTheStart(String key) {
        assertThrows(IllegalArgumentException.class, () -> settings(Optional.of(key), Optional.empty()));
    }

    @Test
    void aKeyOfAnotherCurveEndsTheStart() throws GeneralSecurityException {
        String key = newKey("secp384r1");
        assertThrows(IllegalArgumentException.class, () -> settings(Optional.of(key), Optional.empty()));
    }

    @Test
    void onlyTheWholeTokenIsTheToken() {
        WebhookSettings settings = settings(Optional.empty(), Optional.of(TOKEN));
        assertTrue(settings.isDsnToken(TOKEN));
        assertFalse(settings.isDsnToken(TOKEN + "0"));
        assertFalse(settings.isDsnToken(TOKEN.substring(1)));
        assertFalse(settings.isDsnToken(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789abcdef0123456789abcde", "0123456789abcdef 0123456789abcdef"})
    void aTokenThatCouldBeGuessedOrSentWronglyEndsTheStart(String token) {
        assertThrows(IllegalArgumentException.class, () -> settings(Optional.empty(), Optional.of(token)));
    }
}
