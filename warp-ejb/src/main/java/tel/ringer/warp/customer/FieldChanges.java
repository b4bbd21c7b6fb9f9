package tel.ringer.warp.customer;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.problem.ProblemException;

/** Reads a patch field by field, and knows afterwards what has changed and what could not be read. */
final class FieldChanges {
    /** What a field was and is; null for nothing. */
    record Change(@Nullable Object before, @Nullable Object after) {}

    private static final Set<String> FIXED = Set.of("/ban", "/customer_type");

    private final CustomerPatch patch;
    private final Set<String> known = new HashSet<>();
    private final Map<String, String> faults = new TreeMap<>();
    private final Map<String, Change> changes = new TreeMap<>();

    FieldChanges(CustomerPatch patch) {
        this.patch = patch;
    }

    /** What the field is from now on. */
    <T> @Nullable T optional(String pointer, @Nullable T present, FieldForm<T> form) {
        known.add(pointer);
        if (!patch.names(pointer)) {
            return present;
        }
        return changed(
                pointer,
                present,
                patch.value(pointer)
                        .map(written -> read(pointer, written, form))
                        .orElse(null));
    }

    /** What the field is from now on; the initial value again if it is taken away. */
    <T> T or(T initial, String pointer, T present, FieldForm<T> form) {
        known.add(pointer);
        if (!patch.names(pointer)) {
            return present;
        }
        return Objects.requireNonNull(changed(
                pointer,
                present,
                patch.value(pointer)
                        .map(written -> read(pointer, written, form))
                        .orElse(initial)));
    }

    /** What the field is from now on; it can't be taken away. */
    <T> T required(String pointer, T present, FieldForm<T> form) {
        if (patch.names(pointer) && patch.value(pointer).isEmpty()) {
            refuse(pointer, "can't be taken away");
        }
        return or(present, pointer, present, form);
    }

    /** Without it there is nothing. */
    void demand(String pointer) {
        if (patch.value(pointer).isEmpty()) {
            refuse(pointer, "is needed");
        }
    }

    private <T> @Nullable T read(String pointer, Object written, FieldForm<T> form) {
        try {
            return form.read(written);
        } catch (IllegalArgumentException e) {
            refuse(pointer, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private <T> @Nullable T changed(String pointer, @Nullable T before, @Nullable T after) {
        if (!Objects.equals(before, after)) {
            changes.put(pointer, new Change(before, after));
        }
        return after;
    }

    /** The names that the patch has right below the group. */
    Set<String> namesIn(String group) {
        Set<String> names = new HashSet<>();
        patch.fields().keySet().stream()
                .filter(pointer -> pointer.startsWith(group + "/"))
                .forEach(pointer -> names.add(pointer.substring(group.length() + 1)));
        return names;
    }

    boolean name(String pointer) {
        return patch.names(pointer);
    }

    void refuse(String pointer, String why) {
        faults.putIfAbsent(pointer, why);
    }

    /** @throws ProblemException invalid, naming each field that can't be as wanted */
    void requireFaultless() {
        patch.fields().forEach(this::requireKnown);
        if (!faults.isEmpty()) {
            throw ProblemException.invalidFields("invalid_body", "The body does not fit this operation.", faults);
        }
    }

    private void requireKnown(String pointer, Optional<Object> value) {
        boolean isGroup = known.stream().anyMatch(field -> field.startsWith(pointer + "/"));
        if (FIXED.contains(pointer) && !known.contains(pointer)) {
            refuse(pointer, "never changes");
        } else if (isGroup && value.filter(given -> !(given instanceof Map)).isPresent()) {
            refuse(pointer, "must be an object or null");
        } else if (!isGroup && !known.contains(pointer)) {
            refuse(pointer, "Unknown field.");
        }
    }

    /** By JSON pointer. */
    Map<String, Change> changes() {
        return changes;
    }
}
