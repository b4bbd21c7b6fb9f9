package tel.ringer.warp.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;

/** Tells the audit log of an erasure, and each customer of what it changed there. */
@ApplicationScoped
class ErasureAudit {
    @Inject
    private AuditLog log;

    void erased(UserId by, UserId person, String reason, List<ErasureEffect> effects) {
        Map<String, Object> details = new HashMap<>();
        details.put("reason", reason);
        details.put("grants_ended", count(effects, ErasureEffect.REMOVED));
        details.put("invitations_revoked", count(effects, ErasureEffect.REVOKED));
        log.record(new AuditEvent(
                Optional.empty(), Optional.of(by), "user:" + by, "user.erased", "user", person.value(), details));
        effects.stream()
                .sorted(Comparator.comparing(ErasureEffect::customer, AuditLog.ORDER_OF_CUSTOMERS))
                .forEach(effect -> log.record(event(by, effect)));
    }

    private static long count(List<ErasureEffect> effects, String action) {
        return effects.stream().filter(effect -> effect.action().equals(action)).count();
    }

    private static AuditEvent event(UserId by, ErasureEffect effect) {
        Map<String, String> details = new HashMap<>(Map.of("reason", "person_erased"));
        if (effect.action().equals(ErasureEffect.REVOKED)) {
            details.put("status_before", "PENDING");
            details.put("status_after", "REVOKED");
        }
        return new AuditEvent(
                Optional.of(effect.customer()),
                Optional.of(by),
                "user:" + by,
                effect.action(),
                effect.subjectType(),
                effect.subject(),
                details);
    }
}
