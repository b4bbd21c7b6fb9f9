package tel.ringer.warp.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import tel.ringer.warp.paging.Cursor;

/** An address that gets no more mail, whichever customer would write to it. No customer is told why. */
@Entity
@Table(schema = "notification", name = "suppressions")
class Suppression {
    @Id
    private UUID id;

    /** Normalised. */
    private String address;

    @Enumerated(EnumType.STRING)
    private SuppressionReason reason;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Suppression() {}

    UUID id() {
        return id;
    }

    String address() {
        return address;
    }

    SuppressionReason reason() {
        return reason;
    }

    Cursor place() {
        return new Cursor(createdAt.toString(), id);
    }

    SuppressedAddress toAddress() {
        return new SuppressedAddress(id, address, reason, createdAt);
    }
}
