package tel.ringer.warp.customer;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is to change of a customer, field by field; what is not named stays. Groups of fields are merged.
 *
 * @param fields by JSON pointer (RFC 6901): text, a {@code BigDecimal}, a {@code Boolean}, a list of these, or an empty
 *     map for a group that names no field; empty takes a field or a whole group away
 */
public record CustomerPatch(Map<String, Optional<Object>> fields) {
    /** What a customer's own people keep. */
    private static final Set<String> OWN = Set.of("/contact", "/address", "/preferences");

    public CustomerPatch {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    boolean names(String pointer) {
        return fields.containsKey(pointer) || removesGroupOf(pointer);
    }

    /** Empty if the field is to be taken away. */
    Optional<Object> value(String pointer) {
        return fields.getOrDefault(pointer, Optional.empty());
    }

    private boolean removesGroupOf(String pointer) {
        int end = pointer.lastIndexOf('/');
        return end > 0 && (removes(pointer.substring(0, end)) || removesGroupOf(pointer.substring(0, end)));
    }

    private boolean removes(String pointer) {
        return fields.containsKey(pointer) && value(pointer).isEmpty();
    }

    /** Those that the carrier alone decides about. */
    Set<String> carriers() {
        Set<String> carriers = new TreeSet<>(fields.keySet());
        carriers.removeIf(pointer -> OWN.contains(group(pointer)));
        return carriers;
    }

    private static String group(String pointer) {
        int end = pointer.indexOf('/', 1);
        return end < 0 ? pointer : pointer.substring(0, end);
    }
}
