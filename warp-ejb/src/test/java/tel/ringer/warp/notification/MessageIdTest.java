package tel.ringer.warp.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageIdTest {
    private static final UUID MAIL = UUID.fromString("0f0f0f0f-1111-4222-8333-444455556666");

    @Test
    void itNamesItsMail() {
        String id = MessageId.of(MAIL, "warp.example");
        assertEquals("<0f0f0f0f-1111-4222-8333-444455556666@warp.example>", id);
        assertEquals(Optional.of(MAIL), MessageId.mailOf(id));
        assertEquals(Optional.of(MAIL), MessageId.mailOf(" " + id + "\r\n"));
        assertEquals(Optional.of(MAIL), MessageId.mailOf(MAIL.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<1@warp.example>",
                "<0f0f0f0f-1111-4222-8333-444455556666@a b>",
                "<x0f0f0f0f-1111-4222-8333-444455556666@warp.example>",
                "0f0f0f0f-1111-4222-8333-444455556666 or so"
            })
    void othersNameNone(String text) {
        assertEquals(Optional.empty(), MessageId.mailOf(text));
    }
}
