package tel.ringer.warp.audit;

import java.util.UUID;

/**
 * A detail that names a person: it stands beside the log, so that it can be forgotten while the log stays what it was.
 *
 * @param about the account of the person; of who has none, the invitation or suppression of the address
 */
public record PersonalValue(UUID about, String value) {}
