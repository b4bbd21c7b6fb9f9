package tel.ringer.warp.audit.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.audit.ChainFault;
import tel.ringer.warp.audit.ChainVerdict;

/**
 * Whether chains hold, on the wire.
 *
 * @param brokenChains how many do not
 * @param lastSequence number of the last event, if one chain was asked for and has one
 * @param lastHash its hash: who keeps it elsewhere can tell later that nothing before it has changed
 * @param faults at most one hundred
 */
public record ChainVerdictResponse(
        boolean intact,
        long chains,
        long brokenChains,
        long events,
        @Nullable Long lastSequence,
        @Nullable String lastHash,
        List<Fault> faults) {
    /**
     * The first place at which a chain does not hold.
     *
     * @param actorId whose chain it is, if it is a person's
     * @param kind MISSING: no event has this number; REORDERED: it does not follow the one before it; TAMPERED: it is
     *     not what was written
     */
    public record Fault(@Nullable UUID actorId, long sequence, ChainFault.Kind kind) {
        private static Fault of(ChainFault fault) {
            return new Fault(fault.actor().map(UserId::value).orElse(null), fault.sequence(), fault.kind());
        }
    }

    static ChainVerdictResponse of(ChainVerdict verdict) {
        return new ChainVerdictResponse(
                verdict.isIntact(),
                verdict.chains(),
                verdict.broken(),
                verdict.events(),
                verdict.last().map(ChainVerdict.End::sequence).orElse(null),
                verdict.last().map(ChainVerdict.End::hash).orElse(null),
                verdict.faults().stream().map(Fault::of).toList());
    }
}
