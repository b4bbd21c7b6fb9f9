package tel.ringer.warp.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void aClaimHoldsUntilAnotherBeginsOrItsOutcomeIsKnown() {
        Instant first = mail.claim(NOON, LEASE);
        assertTrue(mail.isHeldUntil(first));
        Instant second = mail.claim(first, LEASE);
        assertFalse(mail.isHeldUntil(first));
        assertTrue(mail.isHeldUntil(second));
        mail.retryAt(NOON.plusSeconds(2), "The mail relay broke off");
        assertFalse(mail.isHeldUntil(second));
        Instant third = mail.claim(NOON.plusSeconds(2), LEASE);
        become(OutboxStatus.SENT, NOON.plusSeconds(3));
        assertFalse(mail.isHeldUntil(third));
    }

    /** Attempts alone would not tell: they begin anew. */
    @Test
    void aClaimOfBeforeAMailWasTakenUpAgainDoesNotHold() {
        Instant before = mail.claim(NOON, LEASE);
        become(OutboxStatus.DEAD, NOON.plusSeconds(1));
        mail.revive(NOON.plusSeconds(2));
        assertFalse(mail.isHeldUntil(before));
        Instant after = mail.claim(NOON.plusSeconds(3), LEASE);
        assertEquals(1, mail.attempts());
        assertFalse(mail.isHeldUntil(before));
        assertTrue(mail.isHeldUntil(after));
    }

    /** The database keeps microseconds. */
    @Test
    void aLeaseEndsAtAnInstantThatTheDatabaseCanKeep() {
        assertEquals(NOON.plusNanos(1000), mail.claim(NOON, Duration.ofNanos(1999)));
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
        mail.retryAt(NOON, "The mail relay broke off");
        assertTrue(become(OutboxStatus.SENT, NOON.plusSeconds(1)));
        assertFinished(OutboxStatus.SENT);
        assertEquals(Optional.empty(), mail.lastError());
    }

    @Test
    void aCancelledMailIsFinishedForGood() {
        mail.cancel(NOON.plusSeconds(1));
        assertFinished(OutboxStatus.CANCELLED);
        for (OutboxStatus next : OutboxStatus.values()) {
            assertFalse(become(next, NOON.plusSeconds(2)));
        }
        assertFinished(OutboxStatus.CANCELLED);
    }

    @Test
    void aDeadMailIsFinishedAndKnowsWhy() {
        assertTrue(mail.become(OutboxStatus.DEAD, Optional.of("x".repeat(501)), NOON.plusSeconds(1)));
        assertFinished(OutboxStatus.DEAD);
        assertEquals("x".repeat(500), row.get("last_error"));
        assertEquals(DeliveryStatus.FAILED, mail.news().status());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SENT DELIVERED, DELIVERED",
        "DELIVERED SENT, DELIVERED",
        "SENT BOUNCED DELIVERED, BOUNCED",
        "SENT DELIVERED BOUNCED, BOUNCED",
        "BOUNCED DEAD, BOUNCED",
        "DEAD BOUNCED, BOUNCED",
        "DEAD SENT DELIVERED, DEAD",
        "DELIVERED DELIVERED, DELIVERED",
        "SENT QUEUED, SENT"
    })
    void whatComesLateDoesNotUndoWhatIsKnown(String news, OutboxStatus end) {
        List.of(news.split(" ", -1)).forEach(next -> become(OutboxStatus.valueOf(next), NOON.plusSeconds(1)));
        assertFinished(end);
    }

    @Test
    void onlyWhatFailedHasAReason() {
        mail.become(OutboxStatus.DELIVERED, Optional.of("250 OK"), NOON);
        assertEquals(Optional.empty(), mail.lastError());
        mail.become(OutboxStatus.BOUNCED, Optional.of("550 5.1.1 no such user"), NOON);
        assertEquals(Optional.of("550 5.1.1 no such user"), mail.news().reason());
    }

    @Test
    void aDeadMailThatIsTakenUpAgainIsAsNew() {
        mail.claim(NOON, LEASE);
        become(OutboxStatus.DEAD, NOON.plusSeconds(1));
        Instant later = NOON.plus(Duration.ofDays(9));
        mail.revive(later);
        assertTrue(mail.isQueued());
        assertEquals(0, mail.attempts());
        assertEquals(later, row.get("next_attempt_at"));
        assertEquals(later, mail.news().queuedAt());
        assertNull(row.get("finished_at"));
    }

    private boolean become(OutboxStatus next, Instant now) {
        return mail.become(next, Optional.of("because"), now);
    }

    private void assertFinished(OutboxStatus status) {
        assertFalse(mail.isQueued());
        assertEquals(status, row.get("status"));
        assertEquals(NOON.plusSeconds(1), row.get("finished_at"));
    }
}
