package tel.ringer.warp.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.access.TenantCondition;

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
    }

    InvitationSettings settings() {
        return new InvitationSettings(defaultDays, longestDays, pendingLimit);
    }

    /** How often they were set: none is the revision of who has none. */
    long revision() {
        return version + 1;
    }
}
