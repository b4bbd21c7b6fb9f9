package tel.ringer.warp.identity.rest;

import java.time.Instant;
import java.util.UUID;
import tel.ringer.warp.identity.OwnSession;

/**
 * One of the caller's open sessions.
 *
 * @param expiresAt unless it is used before
 * @param userAgent what opened it, as it names itself; blank if unknown
 * @param address from where; blank if unknown
 * @param current whether it is the one that asks
 */
public record SessionResponse(
        UUID id,
        Instant openedAt,
        Instant lastUsedAt,
        Instant expiresAt,
        String userAgent,
        String address,
        boolean current) {
    static SessionResponse of(OwnSession session, UUID asking) {
        return new SessionResponse(
                session.id(),
                session.openedAt(),
                session.lastUsedAt(),
                session.expiresAt(),
                session.userAgent(),
                session.address(),
                session.id().equals(asking));
    }
}
