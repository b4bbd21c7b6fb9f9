package tel.ringer.warp.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** When an invited person is reminded of the link in force, once at most. */
@Embeddable
class Reminder {
    @Column(name = "remind_at")
    private @Nullable Instant remindAt;

    private boolean reminded;

    protected Reminder() {}

    /** Some days before a link expires, but not when it has just been sent. */
    static Reminder before(Instant expiry, int validForDays, OptionalInt days) {
        Reminder reminder = new Reminder();
        if (days.isPresent() && days.getAsInt() < validForDays) {
            reminder.remindAt = expiry.minus(days.getAsInt(), ChronoUnit.DAYS);
        }
        return reminder;
    }

    void take() {
        remindAt = null;
        reminded = true;
    }

    /** A link that was sent since has had none. */
    boolean isTaken() {
        return reminded;
    }
}
