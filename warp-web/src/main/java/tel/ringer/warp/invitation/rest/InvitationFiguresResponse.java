package tel.ringer.warp.invitation.rest;

import java.time.Instant;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.invitation.Funnel;
import tel.ringer.warp.invitation.InvitationFigures;

/**
 * Figures on the wire.
 *
 * @param shares of the invitations that were sent, 0 to 1; absent if none was
 * @param medianSecondsToAccept absent if nobody accepted
 */
public record InvitationFiguresResponse(
        Instant from,
        Instant to,
        long created,
        long sent,
        long opened,
        long pending,
        long accepted,
        long declined,
        long revoked,
        long expired,
        long bounced,
        long failed,
        Shares shares,
        @Nullable Double medianSecondsToAccept) {
    /** Of the invitations that were sent, 0 to 1. */
    public record Shares(
            @Nullable Double opened,
            @Nullable Double accepted,
            @Nullable Double declined,
            @Nullable Double expired,
            @Nullable Double bounced) {
        static Shares of(Funnel funnel) {
            return new Shares(
                    share(funnel, funnel.opened()),
                    share(funnel, funnel.accepted()),
                    share(funnel, funnel.declined()),
                    share(funnel, funnel.expired()),
                    share(funnel, funnel.bounced()));
        }

        private static @Nullable Double share(Funnel funnel, long some) {
            OptionalDouble share = funnel.share(some);
            return share.isPresent() ? Math.round(share.getAsDouble() * 10_000) / 10_000.0 : null;
        }
    }

    static InvitationFiguresResponse of(InvitationFigures.Period period) {
        Funnel funnel = period.funnel();
        return new InvitationFiguresResponse(
                period.from(),
                period.to(),
                funnel.created(),
                funnel.sent(),
                funnel.opened(),
                funnel.pending(),
                funnel.accepted(),
                funnel.declined(),
                funnel.revoked(),
                funnel.expired(),
                funnel.bounced(),
                funnel.failed(),
                Shares.of(funnel),
                funnel.medianSeconds());
    }
}
