package tel.ringer.warp.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BanTest {
    @ParameterizedTest
    @ValueSource(strings = {"TB-071161708", "TEST-001", "7", "ABCDEFGHIJ0123456789"})
    void aBillingAccountNumberIsReadAsItIsWritten(String text) {
        assertEquals(text, Ban.fromString(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-1", "tb-071161708", "TB_1", "TB 1", "TB-1\n", "ABCDEFGHIJ01234567890", "TB-1'--"})
    void nothingElseIsABillingAccountNumber(String text) {
        assertThrows(IllegalArgumentException.class, () -> Ban.fromString(text));
    }
}
