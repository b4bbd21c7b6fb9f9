package tel.ringer.warp.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.access.TenantCondition;
import tel.ringer.warp.paging.Cursor;

/** A company that buys from the carrier. */
@Entity
@Table(schema = "accounts", name = "customers")
@Filter(name = ScopedTransaction.TENANT_FILTER, condition = TenantCondition.ON_ID, deduceAliasInjectionPoints = false)
public class Customer {
    @Id
    private UUID id;

    private String ban;

    @Column(name = "company_name")
    private String companyName;

    @Column(name = "legal_name")
    private @Nullable String legalName;

    @Enumerated(EnumType.STRING)
    @Column(name = "customer_type")
    private CustomerType customerType;

    @Enumerated(EnumType.STRING)
    private CustomerStatus status;

    @Column(name = "suspension_reason")
    private @Nullable String suspensionReason;

    private String currency;

    @Column(name = "payment_terms_days")
    private int paymentTermsDays;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private long version;

    protected Customer() {}

    public CustomerId id() {
        return new CustomerId(id);
    }

    public Ban ban() {
        return new Ban(ban);
    }

    public String companyName() {
        return companyName;
    }

    public Optional<String> legalName() {
        return Optional.ofNullable(legalName);
    }

    public CustomerType customerType() {
        return customerType;
    }

    public CustomerStatus status() {
        return status;
    }

    public Optional<String> suspensionReason() {
        return Optional.ofNullable(suspensionReason);
    }

    public boolean isClosed() {
        return status == CustomerStatus.CLOSED;
    }

    public String currency() {
        return currency;
    }

    /** Days from an invoice to its payment. */
    public int paymentTermsDays() {
        return paymentTermsDays;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Its place in the order of company names. */
    Cursor place() {
        return new Cursor(companyName.toLowerCase(Locale.ROOT), id);
    }
}
