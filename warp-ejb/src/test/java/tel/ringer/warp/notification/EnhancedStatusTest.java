package tel.ringer.warp.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnhancedStatusTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "5.1.1, true",
        "5.1.2, true",
        "5.1.3, true",
        "5.1.6, true",
        "5.1.10, true",
        "5.1.1 (no such user), true",
        "5.1.0, false",
        "5.1.8, false",
        "5.2.2, false",
        "5.7.1, false",
        "5.0.0, false",
        "4.1.1, false",
        "4.4.7, false",
        "2.1.1, false"
    })
    void onlyWhatNamesTheAddressSaysThatItIsDead(String text, boolean dead) {
        assertEquals(Optional.of(dead), EnhancedStatus.parse(text).map(EnhancedStatus::saysThatTheAddressIsDead));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5.1", "550", "6.1.1", "5.1.1000", "x5.1.1", "5.1.1x"})
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), EnhancedStatus.parse(text));
    }
}
