package tel.ringer.warp.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {
    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\0", "\t\r\n\t", "\u0085", "\u001b"})
    void aSubjectIsOneLineWhateverACompanyIsCalled(String separator) {
        Mail mail = new Mail(
                "j@example.com",
                Optional.empty(),
                "Welcome to Evil" + separator + "Bcc: eve@evil.example",
                "text",
                "html");
        assertEquals("Welcome to Evil Bcc: eve@evil.example", mail.subject());
    }

    @Test
    void aMailDoesNotPrintSinceItHoldsTheLink() {
        assertFalse(new Mail("j@example.com", Optional.empty(), "subject", "secret", "secret")
                .toString()
                .contains("secret"));
    }
}
