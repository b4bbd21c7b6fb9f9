package tel.ringer.warp.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.testing.Row;

class SessionTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final UserId USER = new UserId(UUID.randomUUID());

    @Test
    void anOpenedSessionIsOpenAndItsPersons() {
        Session session = Session.open(USER, NOON);
        assertTrue(session.isOpen());
        assertEquals(USER, session.userId());
        assertNotEquals(session.id(), Session.open(USER, NOON).id());
    }

    @Test
    void aSessionRemembersItsLastUse() {
        Session session = Session.open(USER, NOON);
        assertEquals(NOON, Row.of(session).get("last_used_at"));
        session.use(NOON.plusSeconds(5));
        assertEquals(NOON.plusSeconds(5), Row.of(session).get("last_used_at"));
    }

    @Test
    void aSessionEndsOnceForItsFirstReason() {
        Session session = Session.open(USER, NOON);
        session.end(SessionEnd.REUSED_TOKEN, NOON.plusSeconds(1));
        session.end(SessionEnd.LOGOUT, NOON.plusSeconds(2));
        assertFalse(session.isOpen());
        assertEquals(SessionEnd.REUSED_TOKEN, Row.of(session).get("end_reason"));
        assertEquals(NOON.plusSeconds(1), Row.of(session).get("ended_at"));
    }

    @Test
    void aTokenExpiresAtTheExactInstant() {
        IssuedToken token = IssuedToken.of(RefreshToken.mint(), Session.open(USER, NOON), NOON, NOON.plusSeconds(10));
        assertFalse(token.isExpiredAt(NOON.plusSeconds(10).minusNanos(1)));
        assertTrue(token.isExpiredAt(NOON.plusSeconds(10)));
        assertTrue(token.isExpiredAt(NOON.plusSeconds(11)));
    }

    @Test
    void aTokenKnowsThatItWasUsedAndKeepsOnlyItsHash() {
        RefreshToken minted = RefreshToken.mint();
        Session session = Session.open(USER, NOON);
        IssuedToken token = IssuedToken.of(minted, session, NOON, NOON.plusSeconds(10));
        assertEquals(session.id(), token.sessionId());
        assertFalse(token.isUsed());
        token.use(NOON.plusSeconds(1));
        assertTrue(token.isUsed());
        assertTrue(Row.of(token).get("token_hash") instanceof byte[] hash && hash.length == 32);
    }
}
