package tel.ringer.warp.audit;

import java.util.List;
import java.util.Optional;

/**
 * Whether chains hold from their first event to their last.
 *
 * @param broken how many do not
 * @param last the end of the chain, if there is one alone
 * @param faults of the first hundred that do not hold
 */
public record ChainVerdict(long chains, long events, long broken, Optional<End> last, List<ChainFault> faults) {
    /**
     * The last event of a chain.
     *
     * @param hash in lower-case hexadecimal
     */
    public record End(long sequence, String hash) {}

    public boolean isIntact() {
        return broken == 0;
    }
}
