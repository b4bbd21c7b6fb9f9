package tel.ringer.warp.invitation;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What became of the invitations that were created at one customer within a time, as of now.
 *
 * @param sent how many have been taken by the mail relay at least once
 * @param opened of how many the invited person began to act
 * @param bounced how many mails came back, and {@code failed} how many never left
 * @param medianSeconds from creation to acceptance, half of them faster; null if nobody accepted
 */
public record Funnel(
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
        @Nullable Double medianSeconds) {
    /** Of those sent; empty if none was. */
    public OptionalDouble share(long some) {
        return sent == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) some / sent);
    }
}
