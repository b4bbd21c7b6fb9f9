package tel.ringer.warp.invitation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** What those who manage an invitation can't do with it. */
final class InvitationRefusals {
    private InvitationRefusals() {}

    /** @throws ProblemException conflict, {@code invitation_not_pending} */
    static void requirePending(InvitationStatus status) {
        if (status != InvitationStatus.PENDING) {
            throw new ProblemException(
                    ProblemKind.CONFLICT,
                    "invitation_not_pending",
                    "This invitation is not pending any more.",
                    Map.of("invitation_status", status.name()));
        }
    }

    /** @throws ProblemException too many, {@code resend_too_soon}: the last mail is not old enough for another */
    static void requirePause(Instant last, Duration pause, Instant now) {
        Duration wait = Duration.between(now, last.plus(pause));
        if (!wait.isNegative() && !wait.isZero()) {
            throw new ProblemException(
                    ProblemKind.TOO_MANY,
                    "resend_too_soon",
                    "This invitation was sent a moment ago.",
                    Map.of("retry_after", wait.toSeconds() + 1));
        }
    }
}
