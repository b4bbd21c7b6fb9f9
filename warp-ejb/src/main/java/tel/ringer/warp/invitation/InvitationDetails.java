package tel.ringer.warp.invitation;

import java.time.Instant;
import tel.ringer.warp.customer.Customer;
import tel.ringer.warp.paging.Cursor;

/**
 * An invitation with the names that people know the ids by.
 *
 * @param readAt by the database's clock: decides whether it has expired
 */
public record InvitationDetails(Invitation invitation, Customer customer, String userType, Instant readAt) {
    public InvitationStatus status() {
        return invitation.statusAt(readAt);
    }

    Cursor place() {
        return new Cursor(invitation.createdAt().toString(), invitation.id().value());
    }
}
