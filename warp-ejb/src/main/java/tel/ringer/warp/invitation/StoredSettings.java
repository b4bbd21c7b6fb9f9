package tel.ringer.warp.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.access.TenantCondition;
import tel.ringer.warp.identity.EmailAddress;

/** Settings that a customer has of its own. */
@Entity
@Table(schema = "auth", name = "invitation_settings")
@Filter(
        name = ScopedTransaction.TENANT_FILTER,
        condition = TenantCondition.ON_CUSTOMER_ID,
        deduceAliasInjectionPoints = false)
class StoredSettings {
    @Id
    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    @Column(name = "default_days")
    private int defaultDays;

    @Column(name = "longest_days")
    private int longestDays;

    @Column(name = "pending_limit")
    private int pendingLimit;

    @Column(name = "reminder_days")
    private @Nullable Integer reminderDays;

    @Enumerated(EnumType.STRING)
    @Column(name = "mail_language")
    private MailLanguage language;

    @Column(name = "reply_to")
    private @Nullable String replyTo;

    @Version
    private long version;

    protected StoredSettings() {}

    /** Of a customer that had none. */
    static StoredSettings of(CustomerId customer) {
        StoredSettings stored = new StoredSettings();
        stored.customerId = customer.value();
        return stored;
    }

    void replaceBy(InvitationSettings settings) {
        defaultDays = settings.defaultDays();
        longestDays = settings.longestDays();
        pendingLimit = settings.pendingLimit();
        reminderDays =
                settings.reminderDays().isPresent() ? settings.reminderDays().getAsInt() : null;
        language = settings.language();
        replyTo = settings.replyTo().map(EmailAddress::written).orElse(null);
    }

    InvitationSettings settings() {
        return new InvitationSettings(
                defaultDays,
                longestDays,
                pendingLimit,
                reminderDays == null ? OptionalInt.empty() : OptionalInt.of(reminderDays),
                language,
                Optional.ofNullable(replyTo).map(EmailAddress::of));
    }

    /** How often they were set: none is the revision of who has none. */
    long revision() {
        return version + 1;
    }
}
