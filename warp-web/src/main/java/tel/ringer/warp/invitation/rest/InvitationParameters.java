package tel.ringer.warp.invitation.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.invitation.InvitationQuery;
import tel.ringer.warp.invitation.InvitationStatus;
import tel.ringer.warp.paging.PageRequest;

/** By what a list of invitations can be narrowed. */
public class InvitationParameters {
    @QueryParam("status")
    @Parameter(schema = @Schema(implementation = InvitationStatus.class))
    private @Nullable String status;

    @QueryParam("customer_id")
    @Parameter(description = "Id of a customer.")
    private @Nullable String customerId;

    @QueryParam("email")
    @Parameter(description = "Part of the invited address.")
    private @Nullable String email;

    @QueryParam("invited_by")
    @Parameter(description = "Id of the inviter.")
    private @Nullable String invitedBy;

    InvitationQuery toQuery(PageRequest page) {
        return new InvitationQuery(
                PageParameters.read("status", status, InvitationStatus::valueOf),
                PageParameters.read("customer_id", customerId, CustomerId::fromString),
                Optional.ofNullable(email).filter(text -> !text.isBlank()),
                PageParameters.read("invited_by", invitedBy, UserId::fromString),
                page);
    }
}
