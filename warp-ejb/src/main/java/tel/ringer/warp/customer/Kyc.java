package tel.ringer.warp.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who a customer is, as the carrier has checked it ("know your customer").
 *
 * @param reference of the check, where it was made
 */
@Embeddable
public record Kyc(
        @Enumerated(EnumType.STRING) @Column(name = "kyc_status") KycStatus status,
        @Column(name = "kyc_reference") @Nullable String reference,
        @Column(name = "kyc_verified_on") @Nullable LocalDate verifiedOn) {
    static final Kyc NONE = new Kyc(KycStatus.NOT_STARTED, null, null);

    Kyc changed(FieldChanges fields) {
        return new Kyc(
                fields.or(KycStatus.NOT_STARTED, "/kyc/status", status, FieldForms.oneOf(KycStatus.class)),
                fields.optional("/kyc/reference", reference, FieldForms.text(200)),
                fields.optional("/kyc/verified_on", verifiedOn, FieldForms.DATE));
    }
}
