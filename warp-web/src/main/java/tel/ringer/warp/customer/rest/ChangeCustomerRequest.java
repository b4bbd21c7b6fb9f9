package tel.ringer.warp.customer.rest;

import jakarta.json.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.customer.Address;
import tel.ringer.warp.customer.BillingCycle;
import tel.ringer.warp.customer.Business;
import tel.ringer.warp.customer.Contact;
import tel.ringer.warp.customer.CustomerPatch;
import tel.ringer.warp.customer.CustomerStatus;
import tel.ringer.warp.customer.CustomerType;
import tel.ringer.warp.customer.ExternalIds;
import tel.ringer.warp.customer.Kyc;
import tel.ringer.warp.customer.Preferences;
import tel.ringer.warp.http.rest.MergePatch;

/**
 * What is to change of a customer; what is absent stays, null takes away, objects are merged.
 *
 * @param ban never changes
 * @param customerType never changes
 */
public record ChangeCustomerRequest(
        @Schema(type = SchemaType.STRING) @Nullable JsonValue ban,
        @Schema(implementation = CustomerType.class) @Nullable JsonValue customerType,
        @Schema(type = SchemaType.STRING) @Nullable JsonValue companyName,
        @Schema(type = SchemaType.STRING, nullable = true) @Nullable JsonValue legalName,
        @Schema(implementation = CustomerStatus.class) @Nullable JsonValue status,
        @Schema(type = SchemaType.STRING, nullable = true) @Nullable JsonValue suspensionReason,
        @Schema(implementation = Contact.class) @Nullable JsonValue contact,
        @Schema(implementation = Address.class) @Nullable JsonValue address,
        @Schema(implementation = Preferences.class) @Nullable JsonValue preferences,
        @Schema(implementation = CustomerResponse.ServicesResponse.class) @Nullable JsonValue services,
        @Schema(implementation = Kyc.class) @Nullable JsonValue kyc,
        @Schema(implementation = Business.class) @Nullable JsonValue business,
        @Schema(implementation = ExternalIds.class) @Nullable JsonValue externalIds,
        @Schema(type = SchemaType.OBJECT, nullable = true) @Nullable JsonValue customFields,
        @Schema(type = SchemaType.STRING) @Nullable JsonValue currency,
        @Schema(type = SchemaType.STRING, nullable = true) @Nullable JsonValue creditLimit,
        @Schema(type = SchemaType.STRING, nullable = true) @Nullable JsonValue currentBalance,
        @Schema(type = SchemaType.STRING, nullable = true) @Nullable JsonValue prepaidBalance,
        @Schema(type = SchemaType.INTEGER) @Nullable JsonValue paymentTermsDays,
        @Schema(implementation = BillingCycle.class) @Nullable JsonValue billingCycle) {
    CustomerPatch toPatch() {
        return new CustomerPatch(MergePatch.fields(this));
    }
}
