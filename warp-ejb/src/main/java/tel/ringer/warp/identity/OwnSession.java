package tel.ringer.warp.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * An open session as its person sees it.
 *
 * @param expiresAt unless it is used before
 * @param userAgent what opened it; blank if unknown
 * @param address from where; blank if unknown
 */
public record OwnSession(
        UUID id, Instant openedAt, Instant lastUsedAt, Instant expiresAt, String userAgent, String address) {}
