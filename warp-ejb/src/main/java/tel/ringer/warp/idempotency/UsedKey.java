package tel.ringer.warp.idempotency;

import java.util.UUID;

/** What an earlier request under a key asked for, and what came of it. */
record UsedKey(String fingerprint, UUID result) {}
