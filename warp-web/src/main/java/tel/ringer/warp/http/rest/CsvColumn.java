package tel.ringer.warp.http.rest;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column for a value of a record, or of a record within it, named by the way to it. Lists of records have none.
 *
 * @param value of a record; null if there is none
 */
record CsvColumn(String name, Function<Object, @Nullable Object> value) {
    private static final String BETWEEN_ITEMS = ";";
    /** Amounts are text; to compute one changes nothing. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    static List<CsvColumn> of(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).flatMap(CsvColumn::of).toList();
    }

    private static Stream<CsvColumn> of(RecordComponent component) {
        String name = SnakeCase.of(component.getName());
        Function<Object, @Nullable Object> value = row -> read(component, row);
        if (component.getType().isRecord()) {
            return of(component.getType()).stream()
                    .map(inner -> new CsvColumn(name + "_" + inner.name, row -> inner.within(value.apply(row))));
        }
        return holdsRecords(component) ? Stream.empty() : Stream.of(new CsvColumn(name, value));
    }

    private static boolean holdsRecords(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType type
                && type.getActualTypeArguments()[0] instanceof Class<?> item
                && item.isRecord();
    }

    private @Nullable Object within(@Nullable Object row) {
        return row == null ? null : value.apply(row);
    }

    private static @Nullable Object read(RecordComponent component, Object row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record whose values can't be read: " + component, e);
        }
    }

    String cell(Object row) {
        return text(value.apply(row));
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Map<?, ?>) {
            return JsonConfiguration.JSON.toJson(value);
        }
        if (value instanceof List<?> items) {
            return SpreadsheetCell.notComputed(
                    items.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN_ITEMS)));
        }
        return value instanceof String text && !NUMBER.matcher(text).matches()
                ? SpreadsheetCell.notComputed(text)
                : value.toString();
    }
}
