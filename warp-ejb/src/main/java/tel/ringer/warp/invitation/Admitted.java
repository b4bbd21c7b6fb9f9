package tel.ringer.warp.invitation;

import java.util.OptionalInt;
import tel.ringer.warp.access.UserType;

/**
 * What the rules let an inviter have.
 *
 * @param reminderDays as the customer's terms have it
 */
record Admitted(NewInvitation wanted, UserType type, int validForDays, OptionalInt reminderDays) {}
