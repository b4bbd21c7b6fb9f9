package tel.ringer.warp.customer.rest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.customer.Customer;
import tel.ringer.warp.customer.CustomerStatus;
import tel.ringer.warp.customer.CustomerType;

/** A customer on the wire. */
public record CustomerResponse(
        UUID id,
        String ban,
        String companyName,
        @Nullable String legalName,
        CustomerType customerType,
        CustomerStatus status,
        @Nullable String suspensionReason,
        String currency,
        int paymentTermsDays,
        Instant createdAt,
        Instant updatedAt) {
    static CustomerResponse of(Customer customer) {
        return new CustomerResponse(
                customer.id().value(),
                customer.ban().value(),
                customer.companyName(),
                customer.legalName().orElse(null),
                customer.customerType(),
                customer.status(),
                customer.suspensionReason().orElse(null),
                customer.currency(),
                customer.paymentTermsDays(),
                customer.createdAt(),
                customer.updatedAt());
    }
}
