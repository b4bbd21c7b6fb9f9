package tel.ringer.warp.customer.rest;

import jakarta.json.JsonValue;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.customer.CustomerPatch;
import tel.ringer.warp.http.rest.MergePatch;

/**
 * What is to change of a customer; what is absent stays, null takes away, objects are merged.
 *
 * @param ban never changes
 * @param customerType never changes
 */
public record ChangeCustomerRequest(
        @Nullable JsonValue ban,
        @Nullable JsonValue customerType,
        @Nullable JsonValue companyName,
        @Nullable JsonValue legalName,
        @Nullable JsonValue status,
        @Nullable JsonValue suspensionReason,
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
        @Nullable JsonValue billingCycle) {
    CustomerPatch toPatch() {
        return new CustomerPatch(MergePatch.fields(this));
    }
}
