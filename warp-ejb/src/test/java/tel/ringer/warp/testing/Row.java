package tel.ringer.warp.testing;

import jakarta.persistence.Column;
import java.lang.reflect.Field;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An entity by the columns of its row: writes what only the database holds, reads what only the database is told. */
public final class Row {
    private final Object entity;

    private Row(Object entity) {
        this.entity = entity;
    }

    public static Row of(Object entity) {
        return new Row(entity);
    }

    public Row with(String column, @Nullable Object value) {
        try {
            field(column).set(entity, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    public @Nullable Object get(String column) {
        try {
            return field(column).get(entity);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Field field(String column) {
        Field found = Arrays.stream(entity.getClass().getDeclaredFields())
                .filter(field -> column.equals(column(field)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(entity.getClass() + " has no column " + column));
        found.setAccessible(true);
        return found;
    }

    private static String column(Field field) {
        Column column = field.getAnnotation(Column.class);
        return column == null || column.name().isEmpty() ? field.getName() : column.name();
    }
}
