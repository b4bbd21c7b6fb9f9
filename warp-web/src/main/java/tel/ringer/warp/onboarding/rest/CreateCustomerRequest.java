package tel.ringer.warp.onboarding.rest;

import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.customer.Address;
import tel.ringer.warp.customer.BillingCycle;
import tel.ringer.warp.customer.Business;
import tel.ringer.warp.customer.Contact;
import tel.ringer.warp.customer.CustomerPatch;
import tel.ringer.warp.customer.CustomerType;
import tel.ringer.warp.customer.ExternalIds;
import tel.ringer.warp.customer.Kyc;
import tel.ringer.warp.customer.Preferences;
import tel.ringer.warp.customer.rest.CustomerResponse;
import tel.ringer.warp.http.rest.MergePatch;
import tel.ringer.warp.onboarding.NewCustomer;

/**
 * A customer to be; company_name and customer_type are needed.
 *
 * @param ban billing account number; a new one if absent
 * @param status ACTIVE if absent, or TRIAL
 */
public record CreateCustomerRequest(
        @Schema(type = SchemaType.STRING, nullable = true) @Nullable JsonValue ban,
        @Schema(implementation = CustomerType.class) @Nullable JsonValue customerType,
        @Schema(type = SchemaType.STRING) @Nullable JsonValue companyName,
        @Schema(type = SchemaType.STRING, nullable = true) @Nullable JsonValue legalName,
        @Schema(enumeration = {"ACTIVE", "TRIAL"}) @Nullable JsonValue status,
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
        @Schema(implementation = BillingCycle.class) @Nullable JsonValue billingCycle,
        @Nullable @Valid FirstContactRequest firstContact) {
    NewCustomer toCustomer() {
        return new NewCustomer(
                new CustomerPatch(MergePatch.fields(this)),
                Optional.ofNullable(firstContact).map(FirstContactRequest::toContact));
    }
}
