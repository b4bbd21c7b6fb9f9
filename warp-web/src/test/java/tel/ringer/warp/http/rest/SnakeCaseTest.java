package tel.ringer.warp.http.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnakeCaseTest {
    @ParameterizedTest
    @CsvSource({"email, email", "userType, user_type", "expiresInDays, expires_in_days", "line2Text, line2_text"})
    void aNameIsWrittenAsOnTheWire(String name, String onTheWire) {
        assertEquals(onTheWire, SnakeCase.of(name));
    }
}
