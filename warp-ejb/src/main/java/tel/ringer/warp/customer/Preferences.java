package tel.ringer.warp.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * How a customer wants to be shown things.
 *
 * @param timeZone as IANA names it
 * @param locale language tag (BCP 47)
 */
@Embeddable
public record Preferences(@Column(name = "time_zone") @Nullable String timeZone, @Nullable String locale) {
    static final Preferences NONE = new Preferences(null, null);

    Preferences changed(FieldChanges fields) {
        return new Preferences(
                fields.optional("/preferences/time_zone", timeZone, FieldForms.TIME_ZONE),
                fields.optional("/preferences/locale", locale, FieldForms.LOCALE));
    }
}
