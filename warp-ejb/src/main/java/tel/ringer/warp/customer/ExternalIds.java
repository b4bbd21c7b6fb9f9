package tel.ringer.warp.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** What other systems call a customer. Two customers may share one: a refusal would tell of the other. */
@Embeddable
public record ExternalIds(
        @Column(name = "hubspot_company_id") @Nullable String hubspotCompanyId,
        @Column(name = "netsuite_customer_id") @Nullable String netsuiteCustomerId,
        @Column(name = "salesforce_account_id") @Nullable String salesforceAccountId) {
    static final ExternalIds NONE = new ExternalIds(null, null, null);

    ExternalIds changed(FieldChanges fields) {
        return new ExternalIds(
                fields.optional("/external_ids/hubspot_company_id", hubspotCompanyId, FieldForms.EXTERNAL_ID),
                fields.optional("/external_ids/netsuite_customer_id", netsuiteCustomerId, FieldForms.EXTERNAL_ID),
                fields.optional("/external_ids/salesforce_account_id", salesforceAccountId, FieldForms.EXTERNAL_ID));
    }
}
