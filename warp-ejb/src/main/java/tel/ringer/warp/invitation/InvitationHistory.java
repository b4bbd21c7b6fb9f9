package tel.ringer.warp.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.audit.EventFilter;
import tel.ringer.warp.audit.EventQuery;
import tel.ringer.warp.audit.RecordedEvent;
import tel.ringer.warp.audit.RecordedEvents;
import tel.ringer.warp.paging.PageRequest;

/** What has happened to an invitation, for whoever may read it: a view of the audit log, which has each transition. */
@Stateless
@CustomerGuarded
public class InvitationHistory {
    /** Whoever sends links day after day shortens what is shown of the beginning, not what the log has. */
    private static final int MOST = 100;

    @Inject
    private RecordedEvents events;

    /** Oldest first; of a long history the latest. */
    public List<InvitationEvent> of(CustomerScope scope, Invitation invitation) {
        EventFilter ofThis = new EventFilter(
                Optional.of(invitation.customerId()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(invitation.id().value()),
                Optional.of(invitation.createdAt()),
                Optional.empty());
        EventQuery latest = new EventQuery(ofThis, new PageRequest(MOST, Optional.empty(), false));
        List<RecordedEvent> found = new ArrayList<>(events.list(scope, latest).items());
        Collections.reverse(found);
        return found.stream().map(InvitationEvent::of).toList();
    }
}
