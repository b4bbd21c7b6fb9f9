package tel.ringer.warp.audit;

import java.util.Optional;
import tel.ringer.warp.access.UserId;

/**
 * The first place at which a chain does not hold.
 *
 * @param actor whose chain it is, if it is a person's
 */
public record ChainFault(Optional<UserId> actor, long sequence, Kind kind) {
    /** What is wrong there. */
    public enum Kind {
        /** No event has this number. */
        MISSING,
        /** The event does not follow the one before it. */
        REORDERED,
        /** The event is not what was written. */
        TAMPERED
    }
}
