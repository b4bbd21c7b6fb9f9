package tel.ringer.warp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {
    private static final String TEXT = "0b5c1f6e-9a3d-4c2b-8e7f-123456789abc";

    @Test
    void theCanonicalFormIsReadInEitherCase() {
        assertEquals(UUID.fromString(TEXT), Uuids.parse(TEXT));
        assertEquals(UUID.fromString(TEXT), Uuids.parse("0B5C1F6E-9A3D-4C2B-8E7F-123456789ABC"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "0b5c1f6e9a3d4c2b8e7f123456789abc",
                "{0b5c1f6e-9a3d-4c2b-8e7f-123456789abc}",
                " 0b5c1f6e-9a3d-4c2b-8e7f-123456789abc",
                "0b5c1f6e-9a3d-4c2b-8e7f-123456789abc\n",
                "0b5c1f6e-9a3d-4c2b-8e7f-123456789abg",
                "0b5c1f6e-9a3d-4c2b-8e7f-123456789abcd",
                "\u0660b5c1f6e-9a3d-4c2b-8e7f-123456789abc"
            })
    void noOtherFormIsRead(String text) {
        assertThrows(IllegalArgumentException.class, () -> Uuids.parse(text));
    }

    @Test
    void theErrorDoesNotRepeatWhatWasGiven() {
        Exception refusal = assertThrows(IllegalArgumentException.class, () -> Uuids.parse("<script>"));
        assertEquals("Not a UUID", refusal.getMessage());
    }
}
