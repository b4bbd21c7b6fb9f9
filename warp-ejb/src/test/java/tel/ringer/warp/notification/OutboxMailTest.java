package tel.ringer.warp.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.testing.Row;

class OutboxMailTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(10);

    private final OutboxMail mail =
            OutboxMail.of(new CustomerId(UUID.randomUUID()), MailKind.INVITATION, UUID.randomUUID(), NOON);
    private final Row row = Row.of(mail);

    @Test
    void aQueuedMailIsDueAtOnce() {
        assertTrue(mail.isQueued());
        assertEquals(NOON, row.get("next_attempt_at"));
        assertEquals(0, mail.attempts());
    }

    @Test
    void aClaimedMailIsHiddenFromTheOthersUntilItsLeaseEnds() {
        mail.claim(NOON, LEASE);
        assertTrue(mail.isQueued());
        assertEquals(1, mail.attempts());
        assertEquals(NOON.plus(LEASE), row.get("next_attempt_at"));
        mail.claim(NOON.plus(LEASE), LEASE);
        assertEquals(2, mail.attempts());
    }

    @Test
    void aPostponedMailWaitsAndKnowsWhy() {
        mail.claim(NOON, LEASE);
        mail.retryAt(NOON.plusSeconds(2), "The mail relay broke off");
        assertTrue(mail.isQueued());
        assertEquals(NOON.plusSeconds(2), row.get("next_attempt_at"));
        assertEquals("The mail relay broke off", row.get("last_error"));
        assertNull(row.get("finished_at"));
    }

    @Test
    void aSentMailIsFinished() {
        mail.sent(NOON.plusSeconds(1));
        assertFinished(OutboxStatus.SENT);
    }

    @Test
    void aCancelledMailIsFinished() {
        mail.cancel(NOON.plusSeconds(1));
        assertFinished(OutboxStatus.CANCELLED);
    }

    @Test
    void aDeadMailIsFinishedAndKnowsWhy() {
        mail.die("x".repeat(501), NOON.plusSeconds(1));
        assertFinished(OutboxStatus.DEAD);
        assertEquals("x".repeat(500), row.get("last_error"));
    }

    private void assertFinished(OutboxStatus status) {
        assertFalse(mail.isQueued());
        assertEquals(status, row.get("status"));
        assertEquals(NOON.plusSeconds(1), row.get("finished_at"));
    }
}
