package tel.ringer.warp.audit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.hibernate.annotations.Filter;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.access.TenantCondition;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.paging.Cursor;

/** An event as it stands in the log, for reading alone. Without a customer it is out of every customer's reach. */
@Entity
@Immutable
@Table(schema = "audit", name = "events")
@Filter(
        name = ScopedTransaction.TENANT_FILTER,
        condition = TenantCondition.ON_CUSTOMER_ID,
        deduceAliasInjectionPoints = false)
public class RecordedEvent {
    private static final Pattern TOKEN = Pattern.compile("personal:[0-9a-f]{64}");
    private static final String FORGOTTEN = "erased";

    @Id
    private UUID id;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "customer_id")
    private @Nullable UUID customerId;

    @Column(name = "actor_id")
    private @Nullable UUID actorId;

    private String actor;

    @Column(name = "on_behalf_of")
    private @Nullable UUID onBehalfOf;

    private String action;

    @Column(name = "subject_type")
    private String subjectType;

    @Column(name = "subject_id")
    private @Nullable UUID subjectId;

    @Column(name = "request_id")
    private @Nullable String requestId;

    private @Nullable String address;

    @Column(columnDefinition = "jsonb")
    private String details;

    private long sequence;

    @Column(name = "previous_hash")
    private byte @Nullable [] previousHash;

    private byte[] hash;

    @Formula("audit.values_of(address, details)")
    private String personal;

    protected RecordedEvent() {}

    /** In the order of time. */
    public Cursor place() {
        return new Cursor(occurredAt.toString(), id);
    }

    public UUID id() {
        return id;
    }

    public Instant occurredAt() {
        return occurredAt;
    }

    public Optional<CustomerId> customer() {
        return Optional.ofNullable(customerId).map(CustomerId::new);
    }

    public Optional<UserId> actorId() {
        return Optional.ofNullable(actorId).map(UserId::new);
    }

    public String actor() {
        return actor;
    }

    public Optional<UserId> onBehalfOf() {
        return Optional.ofNullable(onBehalfOf).map(UserId::new);
    }

    public String action() {
        return action;
    }

    public String subjectType() {
        return subjectType;
    }

    public Optional<UUID> subjectId() {
        return Optional.ofNullable(subjectId);
    }

    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    /** A JSON object, letter by letter as its hash covers it; what names people is a token. */
    public String details() {
        return details;
    }

    /** What is still known of the tokens that stand for what names people: {token: {value, salt}}. */
    public String personal() {
        return personal;
    }

    /** One text of the details, as people read it. */
    public Optional<String> detail(String name) {
        return Optional.ofNullable(object(details).getString(name, null)).map(this::inClear);
    }

    /** A text of the event as people read it: what a token stands for, or that it is forgotten. */
    public String inClear(String text) {
        if (!TOKEN.matcher(text).matches()) {
            return text;
        }
        JsonObject known = object(personal).getJsonObject(text);
        return known == null ? FORGOTTEN : known.getString("value");
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    public long sequence() {
        return sequence;
    }

    /** Empty for the first of its chain. */
    public Optional<byte[]> previousHash() {
        return Optional.ofNullable(previousHash).map(byte[]::clone);
    }

    public byte[] hash() {
        return hash.clone();
    }
}
