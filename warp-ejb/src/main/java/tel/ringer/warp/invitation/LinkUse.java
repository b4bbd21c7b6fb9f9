package tel.ringer.warp.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the invited person has done with the link, beside deciding. Looking at the page is not seen. */
@Embeddable
public class LinkUse {
    @Column(name = "opened_at")
    private @Nullable Instant openedAt;

    @Column(name = "renewal_requested_at")
    private @Nullable Instant renewalRequestedAt;

    protected LinkUse() {}

    static LinkUse none() {
        return new LinkUse();
    }

    /** @return whether this is the first time */
    boolean open(Instant now) {
        boolean first = openedAt == null;
        openedAt = first ? now : openedAt;
        return first;
    }

    /** @return whether this is the first time */
    boolean requestRenewal(Instant now) {
        boolean first = renewalRequestedAt == null;
        renewalRequestedAt = first ? now : renewalRequestedAt;
        return first;
    }

    /** When the invited person began to act: signed in at the link, or decided. */
    public Optional<Instant> openedAt() {
        return Optional.ofNullable(openedAt);
    }

    public Optional<Instant> renewalRequestedAt() {
        return Optional.ofNullable(renewalRequestedAt);
    }
}
