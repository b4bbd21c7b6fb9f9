package tel.ringer.warp.invitation.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.invitation.InvitationQuery;
import tel.ringer.warp.invitation.InvitationStatus;
import tel.ringer.warp.paging.PageRequest;

/** Reads the query parameters by which invitations are chosen. */
final class InvitationParameters {
    static final String DESCRIPTION =
            "status: PENDING, ACCEPTED, DECLINED, REVOKED or EXPIRED; customer_id; email: part of the invited address;"
                    + " invited_by: id of the inviter";

    private InvitationParameters() {}

    static InvitationQuery read(
            @Nullable String status,
            @Nullable String customerId,
            @Nullable String email,
            @Nullable String invitedBy,
            PageRequest page) {
        return new InvitationQuery(
                PageParameters.read("status", status, InvitationStatus::valueOf),
                PageParameters.read("customer_id", customerId, CustomerId::fromString),
                Optional.ofNullable(email).filter(text -> !text.isBlank()),
                PageParameters.read("invited_by", invitedBy, UserId::fromString),
                page);
    }
}
