package tel.ringer.warp.onboarding.rest;

import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.customer.CustomerPatch;
import tel.ringer.warp.http.rest.MergePatch;
import tel.ringer.warp.onboarding.NewCustomer;

/**
 * A customer to be; company_name and customer_type are needed.
 *
 * @param ban billing account number; a new one if absent
 * @param status ACTIVE if absent, or TRIAL
 */
public record CreateCustomerRequest(
        @Nullable JsonValue ban,
        @Nullable JsonValue customerType,
        @Nullable JsonValue companyName,
        @Nullable JsonValue legalName,
        @Nullable JsonValue status,
        @Nullable JsonValue contact,
        @Nullable JsonValue address,
        @Nullable JsonValue preferences,
        @Nullable JsonValue services,
        @Nullable JsonValue kyc,
        @Nullable JsonValue business,
        @Nullable JsonValue externalIds,
        @Nullable JsonValue customFields,
        @Nullable JsonValue currency,
        @Nullable JsonValue creditLimit,
        @Nullable JsonValue currentBalance,
        @Nullable JsonValue prepaidBalance,
        @Nullable JsonValue paymentTermsDays,
        @Nullable JsonValue billingCycle,
        @Nullable @Valid FirstContactRequest firstContact) {
    NewCustomer toCustomer() {
        return new NewCustomer(
                new CustomerPatch(MergePatch.fields(this)),
                Optional.ofNullable(firstContact).map(FirstContactRequest::toContact));
    }
}
