package tel.ringer.warp.identity;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionLimitsTest {
    @ParameterizedTest
    @CsvSource({"PT0S, P30D, PT10S", "-P1D, P30D, PT10S", "P7D, PT0S, PT10S", "P7D, P30D, -PT1S", "PT10S, P30D, PT10S"})
    void whatMakesNoSenseIsRefused(Duration idleFor, Duration longestFor, Duration reuseGrace) {
        assertThrows(IllegalArgumentException.class, () -> new SessionLimits(idleFor, longestFor, reuseGrace));
    }
}
