package tel.ringer.warp.customer.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.customer.Address;
import tel.ringer.warp.customer.Billing;
import tel.ringer.warp.customer.BillingCycle;
import tel.ringer.warp.customer.Business;
import tel.ringer.warp.customer.Contact;
import tel.ringer.warp.customer.Customer;
import tel.ringer.warp.customer.CustomerStatus;
import tel.ringer.warp.customer.CustomerType;
import tel.ringer.warp.customer.ExternalIds;
import tel.ringer.warp.customer.Kyc;
import tel.ringer.warp.customer.Preferences;
import tel.ringer.warp.customer.Services;

/**
 * A customer on the wire.
 *
 * @param creditLimit decimal text of the currency, with four decimals, as are the other amounts
 */
public record CustomerResponse(
        UUID id,
        String ban,
        String companyName,
        @Nullable String legalName,
        CustomerType customerType,
        CustomerStatus status,
        @Nullable String suspensionReason,
        Contact contact,
        Address address,
        Preferences preferences,
        ServicesResponse services,
        Kyc kyc,
        Business business,
        ExternalIds externalIds,
        Map<String, Object> customFields,
        String currency,
        @Nullable String creditLimit,
        @Nullable String currentBalance,
        @Nullable String prepaidBalance,
        int paymentTermsDays,
        BillingCycle billingCycle,
        Instant createdAt,
        @Nullable UUID createdBy,
        Instant updatedAt,
        @Nullable UUID updatedBy) {
    /** What the customer may use. */
    public record ServicesResponse(boolean voice, boolean messaging, TelecomData telecomData) {
        static ServicesResponse of(Services services) {
            return new ServicesResponse(
                    services.voice(),
                    services.messaging(),
                    new TelecomData(services.telecomData(), services.telecomDataTypes()));
        }
    }

    /** Look-ups that the customer may make. */
    public record TelecomData(boolean enabled, List<String> types) {}

    public static CustomerResponse of(Customer customer) {
        Billing billing = customer.billing();
        return new CustomerResponse(
                customer.id().value(),
                customer.ban().value(),
                customer.companyName(),
                customer.legalName().orElse(null),
                customer.customerType(),
                customer.status(),
                customer.suspensionReason().orElse(null),
                customer.contact(),
                customer.address(),
                customer.preferences(),
                ServicesResponse.of(customer.services()),
                customer.kyc(),
                customer.business(),
                customer.externalIds(),
                customer.customFields().values(),
                billing.currency(),
                text(billing.creditLimit()),
                text(billing.currentBalance()),
                text(billing.prepaidBalance()),
                billing.paymentTermsDays(),
                billing.cycle(),
                customer.createdAt(),
                id(customer.createdBy()),
                customer.updatedAt(),
                id(customer.updatedBy()));
    }

    private static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    private static @Nullable UUID id(Optional<UserId> user) {
        return user.map(UserId::value).orElse(null);
    }
}
