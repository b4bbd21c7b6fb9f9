package tel.ringer.warp.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that one node has to itself for one attempt.
 *
 * @param until end of the lease, by the database's clock; no other claim of this mail ends at the same instant, and so
 *     it tells whether this one still holds
 * @param mail empty if nobody wants it any more: then it is cancelled
 */
record Claim(UUID id, Instant until, Optional<PreparedMail> mail) {}
