package tel.ringer.warp.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;
import tel.ringer.warp.audit.PersonalValue;
import tel.ringer.warp.identity.FirstAdministrator.Appointment;

/** Tells the audit log who came in, and by what right. */
@ApplicationScoped
class SignInEvents {
    @Inject
    private AuditLog log;

    void invited(User user) {
        record(user, "created", Map.of("reason", "invitation"));
    }

    void admitted(User user, UserType type) {
        record(user, "created", Map.of("reason", "staff_domain", "user_type", type.name()));
    }

    void appointed(User user, Appointment appointment) {
        record(
                user,
                "first_administrator_appointed",
                Map.of(
                        "user_type_before",
                        appointment.before().map(UserType::name).orElse(""),
                        "user_type_after",
                        appointment.after().name()));
    }

    /** With the address that the provider says now, if it is not the one that the account keeps. */
    void signedIn(User user, VerifiedIdentity identity) {
        String email = identity.email().normalised();
        record(
                user,
                "signed_in",
                user.hasAddress(email)
                        ? Map.of()
                        : Map.of(
                                "email_at_provider", new PersonalValue(user.id().value(), email)));
    }

    private void record(User user, String happened, Map<String, ?> details) {
        log.record(new AuditEvent(
                Optional.empty(),
                Optional.of(user.id()),
                "user:" + user.id(),
                "user." + happened,
                "user",
                user.id().value(),
                details));
    }
}
