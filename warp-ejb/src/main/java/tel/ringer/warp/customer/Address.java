package tel.ringer.warp.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer is.
 *
 * @param country as ISO 3166-1 alpha-2 has it
 */
@Embeddable
public record Address(
        @Column(name = "address_line1") @Nullable String line1,
        @Column(name = "address_city") @Nullable String city,
        @Column(name = "address_state") @Nullable String state,
        @Column(name = "address_zip") @Nullable String zip,
        @Column(name = "address_country") @Nullable String country) {
    static final Address NONE = new Address(null, null, null, null, null);

    Address changed(FieldChanges fields) {
        return new Address(
                fields.optional("/address/line1", line1, FieldForms.text(200)),
                fields.optional("/address/city", city, FieldForms.text(100)),
                fields.optional("/address/state", state, FieldForms.text(100)),
                fields.optional("/address/zip", zip, FieldForms.ZIP),
                fields.optional("/address/country", country, FieldForms.COUNTRY));
    }
}
