package tel.ringer.warp.identity;

import java.time.Instant;
import java.util.UUID;
import tel.ringer.warp.access.UserId;

/** A session as its person receives it: the refresh token is told this once. */
public record OpenedSession(
        UUID sessionId,
        UserId userId,
        String email,
        String displayName,
        RefreshToken refreshToken,
        Instant refreshExpiresAt) {}
