package tel.ringer.warp.customer.rest;

import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
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
        Map<String, @Nullable JsonValue> values = new HashMap<>(money());
        values.put("ban", ban);
        values.put("customer_type", customerType);
        values.put("company_name", companyName);
        values.put("legal_name", legalName);
        values.put("status", status);
        values.put("suspension_reason", suspensionReason);
        values.put("contact", contact);
        values.put("address", address);
        values.put("preferences", preferences);
        values.put("services", services);
        values.put("kyc", kyc);
        values.put("business", business);
        values.put("external_ids", externalIds);
        values.put("custom_fields", customFields);
        return new CustomerPatch(MergePatch.fields(values));
    }

    private Map<String, @Nullable JsonValue> money() {
        Map<String, @Nullable JsonValue> values = new HashMap<>();
        values.put("currency", currency);
        values.put("credit_limit", creditLimit);
        values.put("current_balance", currentBalance);
        values.put("prepaid_balance", prepaidBalance);
        values.put("payment_terms_days", paymentTermsDays);
        values.put("billing_cycle", billingCycle);
        return values;
    }
}
