package tel.ringer.warp.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.notification.DeliveryStatus;
import tel.ringer.warp.notification.MailNews;

/** What became of the mail with an invitation's current link. */
@Embeddable
public class Delivery {
    @Enumerated(EnumType.STRING)
    @Column(name = "delivery_status")
    private DeliveryStatus status;

    @Column(name = "delivery_error")
    private @Nullable String error;

    @Column(name = "link_sent_at")
    private @Nullable Instant sentAt;

    protected Delivery() {}

    static Delivery queued() {
        Delivery delivery = new Delivery();
        delivery.status = DeliveryStatus.QUEUED;
        return delivery;
    }

    void queueAgain() {
        status = DeliveryStatus.QUEUED;
        error = null;
    }

    /** That it was delivered may be heard before that it was sent. */
    void become(MailNews news, Instant now) {
        boolean leaves = news.status() == DeliveryStatus.SENT || news.status() == DeliveryStatus.DELIVERED;
        if (status == DeliveryStatus.QUEUED && leaves) {
            sentAt = now;
        }
        status = news.status();
        error = news.reason().orElse(null);
    }

    public DeliveryStatus status() {
        return status;
    }

    /** Why the mail is not there, for people. */
    public Optional<String> error() {
        return Optional.ofNullable(error);
    }

    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }
}
