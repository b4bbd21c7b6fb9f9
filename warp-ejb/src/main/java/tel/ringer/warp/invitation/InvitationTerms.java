package tel.ringer.warp.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** How long things last, as configured. */
@ApplicationScoped
class InvitationTerms {
    @Inject
    @ConfigProperty(name = "warp.invitation.default-days")
    private int defaultDays;

    @Inject
    @ConfigProperty(name = "warp.invitation.longest-days")
    private int longestDays;

    @Inject
    @ConfigProperty(name = "warp.invitation.resend-pause")
    private Duration resendPause;

    @Inject
    @ConfigProperty(name = "warp.invitation.keep-for")
    private Duration keepFor;

    /** @throws ProblemException invalid, {@code validity_out_of_range} */
    int days(OptionalInt wanted) {
        int days = wanted.orElse(defaultDays);
        if (days < 1 || days > longestDays) {
            throw new ProblemException(
                    ProblemKind.INVALID,
                    "validity_out_of_range",
                    "An invitation is valid for 1 to " + longestDays + " days.",
                    Map.of("longest_days", longestDays));
        }
        return days;
    }

    /** The shortest time between two mails of one invitation. */
    Duration resendPause() {
        return resendPause;
    }

    /** How long an ended invitation stays as history. */
    Duration keepFor() {
        return keepFor;
    }
}
