package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;

/** Ends sessions, and tells the audit log why. */
@ApplicationScoped
class SessionEnds {
    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** Ends it for its person; what has ended stays as it is. */
    void end(Session session, SessionEnd reason) {
        UserId user = session.userId();
        end(session, reason, Optional.of(user), "user:" + user);
    }

    /** Ends it for a job; what has ended stays as it is. */
    void end(Session session, SessionEnd reason, CustomerScope.System job) {
        end(session, reason, Optional.empty(), job.actor());
    }

    private void end(Session session, SessionEnd reason, Optional<UserId> actorId, String actor) {
        if (!session.isOpen()) {
            return;
        }
        session.end(reason, clock.instant());
        audit.record(new AuditEvent(
                Optional.empty(),
                actorId,
                actor,
                "session.ended",
                "session",
                session.id(),
                Map.of("reason", reason.name(), "user_id", session.userId().toString())));
    }
}
