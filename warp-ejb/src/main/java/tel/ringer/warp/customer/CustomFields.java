package tel.ringer.warp.customer;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a carrier keeps of its customers beside the rest.
 *
 * @param values text, {@code BigDecimal} or {@code Boolean}, by name
 */
public record CustomFields(Map<String, Object> values) {
    static final CustomFields NONE = new CustomFields(Map.of());

    private static final String GROUP = "/custom_fields";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,49}");
    private static final FieldForm<String> TEXT = FieldForms.text(500);
    private static final int MOST = 50;
    private static final int MOST_DIGITS = 20;

    public CustomFields {
        values = Map.copyOf(values);
    }

    CustomFields changed(FieldChanges fields) {
        Set<String> names = new TreeSet<>(values.keySet());
        names.addAll(fields.namesIn(GROUP));
        Map<String, Object> changed = new TreeMap<>();
        for (String name : names) {
            Object value = fields.optional(GROUP + "/" + name, values.get(name), CustomFields::value);
            if (!NAME.matcher(name).matches()) {
                fields.refuse(GROUP + "/" + name, "must have a name of up to 50 letters, digits and underscores");
            } else if (value != null) {
                changed.put(name, value);
            }
        }
        if (changed.size() > MOST) {
            fields.refuse(GROUP, "must be up to " + MOST);
        }
        return new CustomFields(changed);
    }

    private static Object value(Object written) {
        if (written instanceof String text) {
            return TEXT.read(text);
        }
        if (written instanceof Boolean || (written instanceof BigDecimal number && isModest(number))) {
            return written;
        }
        throw FieldForms.must("text, a number of up to " + MOST_DIGITS + " digits, true or false");
    }

    private static boolean isModest(BigDecimal number) {
        return number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS;
    }
}
