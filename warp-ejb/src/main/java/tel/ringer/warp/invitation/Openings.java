package tel.ringer.warp.invitation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import tel.ringer.warp.access.CustomerGuarded;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.time.DatabaseClock;

/** Who begins to act has opened the link. Who only looks at the page, as scanners do, has not. */
@Stateless
@CustomerGuarded
public class Openings {
    @Inject
    private LinkRepository links;

    @Inject
    private InvitationAudit audit;

    @Inject
    private DatabaseClock clock;

    /** Notes the first time; of a link that is none, nothing. */
    public void note(CustomerScope.Invitation bearer) {
        links.lock(bearer).map(LockedLink::invitation).ifPresent(invitation -> {
            if (invitation.linkUse().open(clock.now())) {
                audit.record(bearer, invitation, "opened", Map.of());
            }
        });
    }
}
