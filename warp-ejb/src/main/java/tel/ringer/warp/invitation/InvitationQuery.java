package tel.ringer.warp.invitation;

import java.util.Optional;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.paging.PageRequest;

/**
 * Which invitations to list, newest first.
 *
 * @param email part of the invited address, whatever the case
 */
public record InvitationQuery(
        Optional<InvitationStatus> status,
        Optional<CustomerId> customer,
        Optional<String> email,
        Optional<UserId> inviter,
        PageRequest page) {}
