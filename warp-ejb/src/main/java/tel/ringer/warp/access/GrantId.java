package tel.ringer.warp.access;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

/** A person at a customer. */
@Embeddable
record GrantId(@Column(name = "customer_id") UUID customerId, @Column(name = "user_id") UUID userId)
        implements Serializable {}
