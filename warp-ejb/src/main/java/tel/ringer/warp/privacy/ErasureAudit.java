package tel.ringer.warp.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;
import tel.ringer.warp.audit.PersonalValue;
import tel.ringer.warp.identity.EmailAddress;

/** Tells the audit log of an erasure, and each customer of what it changed there; of exports of addresses, too. */
@ApplicationScoped
class ErasureAudit {
    /** As subject: of an address without an account, which has no id. */
    private static final String ADDRESS = "address";

    @Inject
    private AuditLog log;

    void erased(UserId by, UserId person, String reason, List<ErasureEffect> effects) {
        Map<String, Object> details = details(reason, effects);
        details.put("grants_ended", count(effects, ErasureEffect.REMOVED));
        log.record(event(by, "user.erased", "user", person.value(), details));
        tellCustomers(by, effects);
    }

    /** @param pseudonym that stands where the address stood */
    void erasedAddress(UserId by, UUID pseudonym, String reason, List<ErasureEffect> effects) {
        log.record(event(by, "address.erased", ADDRESS, pseudonym, details(reason, effects)));
        tellCustomers(by, effects);
    }

    /** Whose data was handed out is told until the address is erased. */
    void exported(UserId by, EmailAddress address) {
        UUID export = UUID.randomUUID();
        Map<String, Object> details = Map.of("address", new PersonalValue(export, address.normalised()));
        log.record(event(by, "address.personal_data_exported", ADDRESS, export, details));
    }

    private static Map<String, Object> details(String reason, List<ErasureEffect> effects) {
        Map<String, Object> details = new HashMap<>();
        details.put("reason", reason);
        details.put("invitations_revoked", count(effects, ErasureEffect.REVOKED));
        return details;
    }

    private static AuditEvent event(
            UserId by, String action, String subjectType, UUID subject, Map<String, Object> details) {
        return new AuditEvent(Optional.empty(), Optional.of(by), "user:" + by, action, subjectType, subject, details);
    }

    private void tellCustomers(UserId by, List<ErasureEffect> effects) {
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
