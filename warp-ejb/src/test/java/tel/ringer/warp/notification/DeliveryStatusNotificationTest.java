package tel.ringer.warp.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryStatusNotificationTest {
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final UUID MAIL = UUID.fromString("0f0f0f0f-1111-4222-8333-444455556666");
    private static final String UNKNOWN_USER = "postfix-unknown-user";

    private static String sample(String name) throws IOException {
        try (InputStream in = DeliveryStatusNotificationTest.class.getResourceAsStream(name + ".eml")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static List<MailReport> read(String mail) {
        return DeliveryStatusNotification.read(mail.getBytes(StandardCharsets.US_ASCII), NOON);
    }

    @ParameterizedTest(name = "{0}: {1}, suppressed: {2}")
    @CsvSource({
        "postfix-unknown-user, BOUNCED, true, smtp; 550 5.1.1 <jane@receiver.example>: Recipient address rejected: User"
                + " unknown in virtual mailbox table",
        "exchange-unknown-user, BOUNCED, true, smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient"
                + " jane@receiver.example not found by SMTP address lookup",
        "gmail-mailbox-full, BOUNCED, false, smtp; 552-5.2.2 The recipient's inbox is out of storage space. 552 5.2.2"
                + " https://support.example/mail/?p=OverQuotaPerm",
        "exim-expired, BOUNCED, false, smtp; 451 4.3.2 Please try again later",
        "postfix-delayed, DEFERRED, false, X-Postfix; connect to mail.receiver.example[192.0.2.25]:25: Connection timed"
                + " out",
        "postfix-delivered, DELIVERED, false, smtp; 250 2.0.0 OK"
    })
    void whatMailServersWriteIsUnderstood(String name, MailEventKind kind, boolean suppressed, String reason)
            throws IOException {
        for (String mail : List.of(sample(name), sample(name).replace("\n", "\r\n"))) {
            List<MailReport> reports = read(mail);
            assertEquals(1, reports.size(), name);
            MailReport report = reports.get(0);
            assertEquals(MAIL, report.mail());
            assertEquals(new MailStep(kind, NOON, Optional.of(reason)), report.step());
            assertEquals(suppressed ? Optional.of(SuppressionReason.BOUNCED) : Optional.empty(), report.suppression());
        }
    }

    @Test
    void theSameNotificationHasTheSameNameEachTime() throws IOException {
        String mail = sample(UNKNOWN_USER);
        assertEquals(read(mail).get(0).source(), read(mail).get(0).source());
        assertTrue(read(mail).get(0).source().contains("20261127090002.4F1A23B7C1"));
    }

    @Test
    void oneOfManyBehindAnAddressDoesNotSuppressIt() throws IOException {
        String second =
                "\nFinal-Recipient: rfc822; joe@receiver.example\nAction: failed\nStatus: 5.1.1\n\n--4F1A23B7C1";
        List<MailReport> reports = read(sample(UNKNOWN_USER)
                .replaceFirst(
                        "\n\n--4F1A23B7C1\\.1795770002/mx\\.operator\\.example\nContent-Description: Undelivered",
                        "\n" + second + ".1795770002/mx.operator.example\nContent-Description: Undelivered"));
        assertEquals(2, reports.size());
        assertTrue(reports.stream().allMatch(report -> report.suppression().isEmpty()));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "multipart/report, multipart/mixed",
        "message/delivery-status, text/plain",
        "Action: failed, Action: relayed",
        "Action: failed, Action:",
        "Action: failed, X-Action: failed",
        "Status: 5.1.1, Status: none",
        "Status: 5.1.1, X-Status: 5.1.1",
        "0f0f0f0f-1111, 0f0f-1111",
        "Message-ID: <0f0f, X-Message-ID: <0f0f",
    })
    void whatLacksAnythingSaysNothing(String present, String missing) throws IOException {
        String mail = sample(UNKNOWN_USER);
        assertTrue(mail.contains(present));
        assertEquals(List.of(), read(mail.replace(present, missing)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "Hello", "Content-Type: multipart/report\n\n", "{\"json\":true}"})
    void whatIsNoMailSaysNothing(String text) {
        assertEquals(List.of(), read(text));
    }

    @Test
    void noDamageBreaksTheReader() throws IOException {
        Random dice = new Random(7);
        byte[] mail = sample(UNKNOWN_USER).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = mail.clone();
            for (int j = 0; j < 20; j++) {
                damaged[dice.nextInt(damaged.length)] = (byte) dice.nextInt(256);
            }
            DeliveryStatusNotification.read(damaged, NOON);
        }
    }
}
