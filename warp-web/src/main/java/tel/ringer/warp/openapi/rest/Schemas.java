package tel.ringer.warp.openapi.rest;

import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.http.rest.SnakeCase;

/** Java types as they are on the wire; each record once, by its name. The platform's own reading loses most of them. */
final class Schemas {
    private static final String REFERENCE = "#/components/schemas/";
    private static final Map<Class<?>, String[]> SCALARS = Map.ofEntries(
            Map.entry(String.class, new String[] {"string", ""}),
            Map.entry(UUID.class, new String[] {"string", "uuid"}),
            Map.entry(Instant.class, new String[] {"string", "date-time"}),
            Map.entry(LocalDate.class, new String[] {"string", "date"}),
            Map.entry(URI.class, new String[] {"string", "uri"}),
            Map.entry(byte[].class, new String[] {"string", ""}),
            Map.entry(boolean.class, new String[] {"boolean", ""}),
            Map.entry(Boolean.class, new String[] {"boolean", ""}),
            Map.entry(int.class, new String[] {"integer", "int32"}),
            Map.entry(Integer.class, new String[] {"integer", "int32"}),
            Map.entry(long.class, new String[] {"integer", "int64"}),
            Map.entry(Long.class, new String[] {"integer", "int64"}),
            Map.entry(double.class, new String[] {"number", "double"}),
            Map.entry(Double.class, new String[] {"number", "double"}),
            Map.entry(BigDecimal.class, new String[] {"number", ""}));

    private final Map<String, Schema> components = new TreeMap<>();

    Map<String, Schema> components() {
        return components;
    }

    Schema of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
        }
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0]);
        }
        return type instanceof Class<?> known ? of(known) : anything();
    }

    private Schema generic(Class<?> raw, Type[] arguments) {
        if (Collection.class.isAssignableFrom(raw)) {
            return OASFactory.createSchema().type(SchemaType.ARRAY).items(of(arguments[0]));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return OASFactory.createSchema().type(SchemaType.OBJECT).additionalPropertiesSchema(of(arguments[1]));
        }
        String name = ((Class<?>) arguments[0]).getSimpleName().replaceAll("Response$", "") + "Page";
        return reference(name, raw, arguments[0]);
    }

    private Schema of(Class<?> type) {
        String[] scalar = SCALARS.get(type);
        if (scalar != null) {
            Schema schema = OASFactory.createSchema().type(SchemaType.valueOf(scalar[0].toUpperCase(Locale.ROOT)));
            return scalar[1].isEmpty() ? schema : schema.format(scalar[1]);
        }
        if (type.isEnum()) {
            return OASFactory.createSchema()
                    .type(SchemaType.STRING)
                    .enumeration(Arrays.stream(type.getEnumConstants())
                            .map(constant -> (Object) ((Enum<?>) constant).name())
                            .toList());
        }
        return type.isRecord() ? reference(name(type), type, null) : anything();
    }

    /** Nested records go by the name of what they are nested in, too. */
    private static String name(Class<?> type) {
        Class<?> outer = type.getDeclaringClass();
        return (outer == null ? "" : name(outer).replaceAll("(Response|Request)$", "")) + type.getSimpleName();
    }

    /** @param argument of the only type parameter; null without one */
    private Schema reference(String name, Class<?> record, @Nullable Type argument) {
        if (!components.containsKey(name)) {
            Schema schema = OASFactory.createSchema().type(SchemaType.OBJECT);
            components.put(name, schema);
            fill(schema, record, argument);
        }
        return OASFactory.createSchema().ref(REFERENCE + name);
    }

    private void fill(Schema schema, Class<?> record, @Nullable Type argument) {
        Map<String, Schema> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            String name = SnakeCase.of(component.getName());
            Type type = component.getGenericType();
            Schema property = argument != null && type instanceof ParameterizedType
                    ? OASFactory.createSchema().type(SchemaType.ARRAY).items(of(argument))
                    : of(type);
            properties.put(name, Constraints.of(component, property, this));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(name);
            }
        }
        schema.properties(properties);
        if (!required.isEmpty()) {
            schema.required(required);
        }
    }

    /** A merge patch of a record (RFC 7396): any of its fields, and null for those to take away. */
    Schema patchOf(Class<?> record) {
        String name = name(record).replaceAll("Response$", "") + "Patch";
        if (!components.containsKey(name)) {
            Schema schema = OASFactory.createSchema().type(SchemaType.OBJECT).nullable(true);
            components.put(name, schema);
            for (RecordComponent component : record.getRecordComponents()) {
                Class<?> type = component.getType();
                schema.addProperty(
                        SnakeCase.of(component.getName()),
                        type.isRecord()
                                ? patchOf(type)
                                : of(component.getGenericType()).nullable(true));
            }
        }
        return OASFactory.createSchema().ref(REFERENCE + name);
    }

    /** Of a type that is read and written as it is, such as {@link JsonValue}. */
    private static Schema anything() {
        return OASFactory.createSchema();
    }
}
