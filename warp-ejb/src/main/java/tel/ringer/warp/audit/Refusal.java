package tel.ringer.warp.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.access.UserId;

/**
 * A request that was refused.
 *
 * @param action "request.refused" or "sign_in.refused"
 * @param route a template such as {@code /v1/customers/{customerId}}, never a path: paths hold secrets
 * @param code of the problem
 */
public record Refusal(Optional<UserId> actor, String action, String method, String route, int status, String code) {
    /** By whom and where: what is limited together. */
    public record Source(Optional<UserId> actor, String method, String route) {}

    AuditEvent toEvent(Suppressed suppressed) {
        Map<String, Object> details = new HashMap<>();
        details.put("method", method);
        details.put("route", route);
        details.put("status", status);
        details.put("code", code);
        if (suppressed.here() > 0) {
            details.put("suppressed", suppressed.here());
        }
        if (suppressed.elsewhere() > 0) {
            details.put("suppressed_elsewhere", suppressed.elsewhere());
        }
        return new AuditEvent(
                Optional.empty(),
                actor,
                actor.map(user -> "user:" + user).orElse("anonymous"),
                Optional.empty(),
                action,
                "route",
                Optional.empty(),
                details);
    }

    /**
     * What was not written since the last refusal that was.
     *
     * @param here of the same source
     * @param elsewhere of sources that have been forgotten
     */
    public record Suppressed(long here, long elsewhere) {}
}
