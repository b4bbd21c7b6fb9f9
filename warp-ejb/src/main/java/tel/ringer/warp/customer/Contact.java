package tel.ringer.warp.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Whom to talk to at a customer.
 *
 * @param phone as E.164 has it
 */
@Embeddable
public record Contact(
        @Column(name = "contact_name") @Nullable String name,
        @Column(name = "contact_email") @Nullable String email,
        @Column(name = "contact_phone") @Nullable String phone) {
    static final Contact NONE = new Contact(null, null, null);

    Contact changed(FieldChanges fields) {
        return new Contact(
                fields.optional("/contact/name", name, FieldForms.text(200)),
                fields.optional("/contact/email", email, FieldForms.EMAIL),
                fields.optional("/contact/phone", phone, FieldForms.PHONE));
    }
}
