package tel.ringer.warp.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** What authorities and the trade know a customer by. */
@Embeddable
public record Business(
        @Column(name = "registration_number") @Nullable String registrationNumber,
        @Column(name = "tax_id") @Nullable String taxId,
        @Nullable String industry,
        @Nullable String website) {
    static final Business NONE = new Business(null, null, null, null);

    Business changed(FieldChanges fields) {
        return new Business(
                fields.optional("/business/registration_number", registrationNumber, FieldForms.text(100)),
                fields.optional("/business/tax_id", taxId, FieldForms.text(100)),
                fields.optional("/business/industry", industry, FieldForms.text(100)),
                fields.optional("/business/website", website, FieldForms.WEBSITE));
    }
}
