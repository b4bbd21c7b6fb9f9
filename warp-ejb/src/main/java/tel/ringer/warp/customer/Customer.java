package tel.ringer.warp.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.access.TenantCondition;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.problem.ProblemException;

/** A company that buys from the carrier. */
@Entity
@Table(schema = "accounts", name = "customers")
@Filter(name = ScopedTransaction.TENANT_FILTER, condition = TenantCondition.ON_ID, deduceAliasInjectionPoints = false)
public class Customer {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 500;
    private static final List<CustomerStatus> FIRST = List.of(CustomerStatus.ACTIVE, CustomerStatus.TRIAL);

    @Id
    @Column(updatable = false)
    private UUID id;

    @Column(updatable = false)
    private String ban;

    @Column(name = "company_name")
    private String companyName;

    /** Its place in the order of company names; the database keeps it. */
    @Column(name = "company_sort", insertable = false, updatable = false)
    private @Nullable String companySort;

    @Column(name = "legal_name")
    private @Nullable String legalName;

    @Enumerated(EnumType.STRING)
    @Column(name = "customer_type", updatable = false)
    private CustomerType customerType;

    @Enumerated(EnumType.STRING)
    private CustomerStatus status;

    @Column(name = "suspension_reason")
    private @Nullable String suspensionReason;

    @Embedded
    private @Nullable Contact contact;

    @Embedded
    private @Nullable Address address;

    @Embedded
    private @Nullable Preferences preferences;

    @Embedded
    private Services services;

    @Embedded
    private Kyc kyc;

    @Embedded
    private @Nullable Business business;

    @Embedded
    private @Nullable ExternalIds externalIds;

    @Convert(converter = CustomFieldsConverter.class)
    @Column(name = "custom_fields", columnDefinition = "jsonb")
    @ColumnTransformer(write = "cast(? as jsonb)")
    private CustomFields customFields;

    @Embedded
    private Billing billing;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private @Nullable UUID createdBy;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "updated_by")
    private @Nullable UUID updatedBy;

    @Version
    private long version;

    protected Customer() {}

    /** One that is not written yet, with its initial values. */
    static Customer of(FieldChanges fields, UserId by, Instant now) {
        Customer customer = new Customer();
        customer.id = UUID.randomUUID();
        fields.demand("/company_name");
        fields.demand("/customer_type");
        customer.companyName = "";
        customer.customerType = fields.or(
                CustomerType.POSTPAID, "/customer_type", CustomerType.POSTPAID, FieldForms.oneOf(CustomerType.class));
        customer.status = fields.or(
                CustomerStatus.ACTIVE, "/status", CustomerStatus.ACTIVE, FieldForms.oneOf(CustomerStatus.class));
        if (!FIRST.contains(customer.status)) {
            fields.refuse("/status", "must be one of " + FIRST);
        }
        customer.services = Services.NONE;
        customer.kyc = Kyc.NONE;
        customer.customFields = CustomFields.NONE;
        customer.billing = Billing.INITIAL;
        customer.createdBy = by.value();
        customer.createdAt = now;
        return customer;
    }

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

    public Contact contact() {
        return contact == null ? Contact.NONE : contact;
    }

    public Address address() {
        return address == null ? Address.NONE : address;
    }

    public Preferences preferences() {
        return preferences == null ? Preferences.NONE : preferences;
    }

    public Services services() {
        return services;
    }

    public Kyc kyc() {
        return kyc;
    }

    public Business business() {
        return business == null ? Business.NONE : business;
    }

    public ExternalIds externalIds() {
        return externalIds == null ? ExternalIds.NONE : externalIds;
    }

    public CustomFields customFields() {
        return customFields;
    }

    public Billing billing() {
        return billing;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Empty if no account did. */
    public Optional<UserId> createdBy() {
        return Optional.ofNullable(createdBy).map(UserId::new);
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Empty if no account did. */
    public Optional<UserId> updatedBy() {
        return Optional.ofNullable(updatedBy).map(UserId::new);
    }

    /** Changes whenever anything of the customer does. */
    public long revision() {
        return version;
    }

    /** @throws ProblemException conflict, {@code customer_closed} */
    void requireOpen() {
        if (isClosed()) {
            throw ProblemException.conflict("customer_closed", "This customer is closed.");
        }
    }

    /** All but the status, which others have a say in. */
    void change(FieldChanges fields) {
        companyName = fields.required("/company_name", companyName, FieldForms.text(LONGEST_NAME));
        legalName = fields.optional("/legal_name", legalName, FieldForms.text(LONGEST_NAME));
        contact = contact().changed(fields);
        address = address().changed(fields);
        preferences = preferences().changed(fields);
        services = services.changed(fields);
        kyc = kyc.changed(fields);
        business = business().changed(fields);
        externalIds = externalIds().changed(fields);
        customFields = customFields.changed(fields);
        billing = billing.changed(fields);
    }

    /** Where the customer is to stand. A reason belongs to who is suspended, and to nobody else. */
    StatusChange statusAfter(FieldChanges fields) {
        CustomerStatus wanted = fields.required("/status", status, FieldForms.oneOf(CustomerStatus.class));
        String reason = fields.optional("/suspension_reason", suspensionReason, FieldForms.text(LONGEST_REASON));
        boolean isSuspended = wanted == CustomerStatus.SUSPENDED;
        if (isSuspended && reason == null && (fields.name("/status") || fields.name("/suspension_reason"))) {
            fields.refuse("/suspension_reason", "must say why the customer is suspended");
        }
        if (!isSuspended && reason != null && fields.name("/suspension_reason")) {
            fields.refuse("/suspension_reason", "must be absent unless the customer is suspended");
        }
        return new StatusChange(status, wanted, Optional.ofNullable(isSuspended ? reason : null));
    }

    /**
     * CLOSED is the end; all others lead to each other.
     *
     * @throws ProblemException conflict, {@code customer_closed}
     */
    void changeStatus(StatusChange change, UserId by, Instant now) {
        requireOpen();
        status = change.after();
        suspensionReason = change.reason().orElse(null);
        updatedBy = by.value();
        updatedAt = now;
    }
}
