package tel.ringer.warp.apikey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Filter;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.access.TenantCondition;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.problem.ProblemException;

/**
 * A credential of a company's machine. The row makes and ends an account of the same id; what the account may do is its
 * grant at the customer.
 */
@Entity
@Table(schema = "auth", name = "api_keys")
@Filter(
        name = ScopedTransaction.TENANT_FILTER,
        condition = TenantCondition.ON_CUSTOMER_ID,
        deduceAliasInjectionPoints = false)
public class ApiKey {
    @Id
    private UUID id;

    @Column(name = "customer_id", updatable = false)
    private UUID customerId;

    private String name;

    @Column(updatable = false)
    private String prefix;

    @Column(name = "secret_hash", updatable = false)
    private byte[] secretHash;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", updatable = false)
    private UUID createdBy;

    @Column(name = "created_by_name", updatable = false)
    private String createdByName;

    @Column(name = "expires_at", updatable = false)
    private Instant expiresAt;

    /** Noted beside the requests, so never written from here. */
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @Column(name = "revoked_by")
    private @Nullable UUID revokedBy;

    @Column(name = "revoke_reason")
    private @Nullable String revokeReason;

    @Version
    private long version;

    protected ApiKey() {}

    static ApiKey of(
            CustomerId customer, String name, ApiKeySecret secret, Creator creator, Instant expiresAt, Instant now) {
        ApiKey key = new ApiKey();
        key.id = UUID.randomUUID();
        key.customerId = customer.value();
        key.name = name;
        key.prefix = secret.prefix();
        key.secretHash = secret.hash();
        key.createdAt = now;
        key.createdBy = creator.user().value();
        key.createdByName = creator.name();
        key.expiresAt = expiresAt;
        return key;
    }

    /** @throws ProblemException conflict, {@code api_key_revoked} */
    void requireNotRevoked() {
        if (revokedAt != null) {
            throw ProblemException.conflict("api_key_revoked", "This API key has been revoked.");
        }
    }

    /** @throws ProblemException conflict, {@code api_key_revoked} */
    void rename(String newName) {
        requireNotRevoked();
        name = newName;
    }

    /**
     * For good; its account and grant end with it.
     *
     * @throws ProblemException conflict, {@code api_key_revoked}
     */
    void revoke(UserId by, Optional<String> reason, Instant now) {
        requireNotRevoked();
        revokedAt = now;
        revokedBy = by.value();
        revokeReason = reason.orElse(null);
    }

    /** The clock decides: nothing has to happen for a key to expire. */
    ApiKeyStatus statusAt(Instant now) {
        if (revokedAt != null) {
            return ApiKeyStatus.REVOKED;
        }
        return now.isBefore(expiresAt) ? ApiKeyStatus.ACTIVE : ApiKeyStatus.EXPIRED;
    }

    public ApiKeyId id() {
        return new ApiKeyId(id);
    }

    public CustomerId customerId() {
        return new CustomerId(customerId);
    }

    public String name() {
        return name;
    }

    public String prefix() {
        return prefix;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public UserId createdBy() {
        return new UserId(createdBy);
    }

    public long revision() {
        return version;
    }

    /** As it was then: the creator may be out of the reader's sight. */
    public String createdByName() {
        return createdByName;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    /** To the minute. */
    public Optional<Instant> lastUsedAt() {
        return Optional.ofNullable(lastUsedAt);
    }

    public Optional<Instant> revokedAt() {
        return Optional.ofNullable(revokedAt);
    }

    public Optional<UserId> revokedBy() {
        return Optional.ofNullable(revokedBy).map(UserId::new);
    }

    public Optional<String> revokeReason() {
        return Optional.ofNullable(revokeReason);
    }
}
