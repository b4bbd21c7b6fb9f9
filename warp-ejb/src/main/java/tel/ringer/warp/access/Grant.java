package tel.ringer.warp.access;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;

/** What a person may do at one customer. Without a user type, the person's platform type applies there. */
@Entity
@Table(schema = "auth", name = "user_customer_access")
@Filter(
        name = ScopedTransaction.TENANT_FILTER,
        condition = TenantCondition.ON_CUSTOMER_ID,
        deduceAliasInjectionPoints = false)
public class Grant {
    @EmbeddedId
    private GrantId id;

    @Column(name = "user_type_id")
    private @Nullable UUID userTypeId;

    @Enumerated(EnumType.STRING)
    private MembershipRole role;

    /** The customer's place in the order of company names; the database keeps it. */
    @Column(name = "company_sort", insertable = false, updatable = false)
    private @Nullable String companySort;

    @Column(name = "granted_at")
    private Instant grantedAt;

    @Column(name = "granted_by")
    private @Nullable UUID grantedBy;

    @Version
    private long version;

    protected Grant() {}

    private Grant(GrantId id, @Nullable UUID userTypeId, MembershipRole role, UserId grantedBy, Instant now) {
        this.id = id;
        this.userTypeId = userTypeId;
        this.role = role;
        this.grantedBy = grantedBy.value();
        this.grantedAt = now;
    }

    static Grant of(
            CustomerId customer, UserId user, @Nullable UUID userTypeId, MembershipRole role, UserId by, Instant now) {
        return new Grant(new GrantId(customer.value(), user.value()), userTypeId, role, by, now);
    }

    /** Takes the offered type and role where they exceed what is held: an invitation never lowers anybody. */
    void raise(UserType held, UserType offered, MembershipRole offeredRole) {
        if (offered.permissions().covers(held.permissions())) {
            userTypeId = offered.id();
        }
        if (!role.covers(offeredRole)) {
            role = offeredRole;
        }
    }

    void change(@Nullable UUID newUserTypeId, MembershipRole newRole) {
        userTypeId = newUserTypeId;
        role = newRole;
    }

    public UserId userId() {
        return new UserId(id.userId());
    }

    /** Empty if the person's platform type applies. */
    public Optional<UUID> userTypeId() {
        return Optional.ofNullable(userTypeId);
    }

    public MembershipRole role() {
        return role;
    }

    public Instant grantedAt() {
        return grantedAt;
    }

    /** Of this state; no state of a grant that was taken before has the same. */
    public long revision() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, grantedAt) + version;
    }

    /** Who added the person; empty if nobody did. */
    public Optional<UserId> grantedBy() {
        return Optional.ofNullable(grantedBy).map(UserId::new);
    }
}
