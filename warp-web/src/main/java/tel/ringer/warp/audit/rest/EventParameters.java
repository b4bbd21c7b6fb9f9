package tel.ringer.warp.audit.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.Uuids;
import tel.ringer.warp.audit.EventFilter;
import tel.ringer.warp.http.rest.PageParameters;
import tel.ringer.warp.http.rest.Timestamps;

/** Reads the query parameters by which events are chosen. */
final class EventParameters {
    static final String DESCRIPTION =
            "customer_id; actor_id: who acted; action: its whole name, such as invitation.revoked; subject_id; from and"
                    + " to: RFC 3339, from that instant until just before this one";

    private EventParameters() {}

    static EventFilter read(
            @Nullable String customerId,
            @Nullable String actorId,
            @Nullable String action,
            @Nullable String subjectId,
            @Nullable String from,
            @Nullable String to) {
        return new EventFilter(
                PageParameters.read("customer_id", customerId, CustomerId::fromString),
                PageParameters.read("actor_id", actorId, UserId::fromString),
                Optional.ofNullable(action).filter(text -> !text.isBlank()),
                PageParameters.read("subject_id", subjectId, Uuids::parse),
                PageParameters.read("from", from, Timestamps::read),
                PageParameters.read("to", to, Timestamps::read));
    }
}
