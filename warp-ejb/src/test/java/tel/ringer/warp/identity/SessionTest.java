package tel.ringer.warp.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.testing.Row;

class SessionTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final UserId USER = new UserId(UUID.randomUUID());
    private static final SessionOrigin ORIGIN = new SessionOrigin("Browser/1.0", "192.0.2.1");
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final SessionLimits LIMITS = new SessionLimits(Duration.ofDays(7), Duration.ofDays(30), GRACE);

    @Test
    void anOpenedSessionIsOpenAndItsPersons() {
        Session session = Session.open(USER, ORIGIN, NOON);
        assertTrue(session.isOpen());
        assertEquals(USER, session.userId());
        assertNotEquals(session.id(), Session.open(USER, ORIGIN, NOON).id());
    }

    @Test
    void aSessionRemembersItsLastUse() {
        Session session = Session.open(USER, ORIGIN, NOON);
        assertEquals(NOON, Row.of(session).get("last_used_at"));
        session.use(NOON.plusSeconds(5));
        assertEquals(NOON.plusSeconds(5), Row.of(session).get("last_used_at"));
    }

    @Test
    void aSessionEndsOnceForItsFirstReason() {
        Session session = Session.open(USER, ORIGIN, NOON);
        session.end(SessionEnd.REUSED_TOKEN, NOON.plusSeconds(1));
        session.end(SessionEnd.LOGOUT, NOON.plusSeconds(2));
        assertFalse(session.isOpen());
        assertEquals(SessionEnd.REUSED_TOKEN, Row.of(session).get("end_reason"));
        assertEquals(NOON.plusSeconds(1), Row.of(session).get("ended_at"));
    }

    @Test
    void aTokenExpiresAtTheExactInstant() {
        IssuedToken token =
                IssuedToken.of(RefreshToken.mint(), Session.open(USER, ORIGIN, NOON), NOON, NOON.plusSeconds(10));
        assertFalse(token.isExpiredAt(NOON.plusSeconds(10).minusNanos(1)));
        assertTrue(token.isExpiredAt(NOON.plusSeconds(10)));
        assertTrue(token.isExpiredAt(NOON.plusSeconds(11)));
    }

    @Test
    void aSessionIsOverAfterAWeekWithoutUse() {
        Session session = Session.open(USER, ORIGIN, NOON);
        session.use(NOON.plus(Duration.ofDays(2)));
        assertEquals(NOON.plus(Duration.ofDays(9)), session.endsAt(LIMITS));
    }

    @Test
    void aSessionIsOverAfterAMonthHoweverOftenItIsUsed() {
        Session session = Session.open(USER, ORIGIN, NOON);
        session.use(NOON.plus(Duration.ofDays(29)));
        assertEquals(NOON.plus(Duration.ofDays(30)), session.endsAt(LIMITS));
    }

    @Test
    void aSessionShowsWhatOpenedItAndFromWhere() {
        OwnSession seen = Session.open(USER, ORIGIN, NOON).seen(LIMITS);
        assertEquals("Browser/1.0", seen.userAgent());
        assertEquals("192.0.2.1", seen.address());
        assertEquals(NOON.plus(Duration.ofDays(7)), seen.expiresAt());
    }

    @Test
    void aTokenIsUsedUpWhenTheGraceIsOver() throws ReflectiveOperationException {
        RefreshToken minted = RefreshToken.mint();
        IssuedToken token = IssuedToken.of(minted, Session.open(USER, ORIGIN, NOON), NOON, NOON.plusSeconds(60));
        assertFalse(token.isUsed());
        assertFalse(token.isUsedUp(NOON.plusSeconds(59), GRACE));
        Field usedAt = IssuedToken.class.getDeclaredField("usedAt");
        usedAt.setAccessible(true);
        usedAt.set(token, NOON);
        assertTrue(token.isUsed());
        assertFalse(token.isUsedUp(NOON.plus(GRACE).minusNanos(1), GRACE));
        assertTrue(token.isUsedUp(NOON.plus(GRACE), GRACE));
        assertTrue(token.isUsedUp(NOON, Duration.ZERO));
    }

    @Test
    void ofATokenOnlyItsHashIsKept() {
        IssuedToken token =
                IssuedToken.of(RefreshToken.mint(), Session.open(USER, ORIGIN, NOON), NOON, NOON.plusSeconds(10));
        assertTrue(Row.of(token).get("token_hash") instanceof byte[] hash && hash.length == 32);
    }
}
