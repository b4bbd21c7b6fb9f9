package tel.ringer.warp.apikey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.access.StandingChanging;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;

/** Tells of each change: those that follow from it, and the audit log. */
@ApplicationScoped
class ApiKeyChanges {
    @Inject
    private Event<StandingChanging> changing;

    @Inject
    private AuditLog log;

    void created(UserId by, ApiKey key, UserType type) {
        record(
                by,
                key,
                "created",
                Map.of(
                        "name", key.name(),
                        "user_type", type.name(),
                        "expires_at", key.expiresAt().toString()));
    }

    void renamed(UserId by, ApiKey key, String before) {
        record(by, key, "renamed", Map.of("name_before", before, "name_after", key.name()));
    }

    /** Before the row is written: a key that revokes itself could not reach its customer afterwards. */
    void revokes(UserId by, ApiKeyDetails key, Optional<String> reason) {
        changing.fire(
                new StandingChanging(key.key().customerId(), key.key().id().account(), Optional.empty(), by));
        Map<String, String> details = new HashMap<>();
        details.put("name", key.key().name());
        key.userType().ifPresent(type -> details.put("user_type_before", type.name()));
        reason.ifPresent(text -> details.put("reason", text));
        record(by, key.key(), "revoked", details);
    }

    private void record(UserId by, ApiKey key, String happened, Map<String, String> details) {
        Map<String, String> described = new HashMap<>(details);
        described.put("prefix", key.prefix());
        log.record(new AuditEvent(
                Optional.of(key.customerId()),
                Optional.of(by),
                "user:" + by,
                "api_key." + happened,
                "api_key",
                key.id().value(),
                described));
    }
}
