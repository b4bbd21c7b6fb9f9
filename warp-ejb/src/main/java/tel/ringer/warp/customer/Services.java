package tel.ringer.warp.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a customer may use.
 *
 * @param telecomDataTypes which look-ups, for example "LRN"
 */
@Embeddable
public record Services(
        @Column(name = "voice_enabled") boolean voice,
        @Column(name = "messaging_enabled") boolean messaging,
        @Column(name = "telecom_data_enabled") boolean telecomData,
        @JdbcTypeCode(SqlTypes.ARRAY) @Column(name = "telecom_data_types") List<String> telecomDataTypes) {
    static final Services NONE = new Services(false, false, false, List.of());

    Services changed(FieldChanges fields) {
        return new Services(
                fields.or(false, "/services/voice", voice, FieldForms.FLAG),
                fields.or(false, "/services/messaging", messaging, FieldForms.FLAG),
                fields.or(false, "/services/telecom_data/enabled", telecomData, FieldForms.FLAG),
                fields.or(List.of(), "/services/telecom_data/types", telecomDataTypes, FieldForms.TYPES));
    }
}
