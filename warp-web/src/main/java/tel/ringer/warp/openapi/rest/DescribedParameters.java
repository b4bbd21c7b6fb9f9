package tel.ringer.warp.openapi.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import tel.ringer.warp.idempotency.rest.IdempotencyHeaders;
import tel.ringer.warp.paging.PageRequest;

/** The parameters of an operation: what is the same everywhere is said here, the rest in its notes. */
final class DescribedParameters {
    private static final Pattern IN_PATH = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, String> DESCRIPTIONS = Map.of(
            "limit",
            "Rows of a page; 50 if absent.",
            "cursor",
            "The next_cursor of the page before.",
            "include",
            "total counts the whole collection too.",
            "from",
            "From this instant on (RFC 3339).",
            "to",
            "Until just before this instant (RFC 3339).",
            "customer_id",
            "At which customer.",
            HttpHeaders.IF_MATCH,
            "The ETag that was read, or *.",
            IdempotencyHeaders.KEY,
            "The same request with the same key within a day has one effect.");

    private final Notes notes;

    DescribedParameters(Notes notes) {
        this.notes = notes;
    }

    List<Parameter> of(String path, List<Method> methods) {
        Map<String, Parameter> found = new LinkedHashMap<>();
        IN_PATH.matcher(path).results().map(match -> match.group(1)).forEach(name -> found.put(name, inPath(name)));
        methods.forEach(method -> add(method, found));
        return List.copyOf(found.values());
    }

    private void add(Method method, Map<String, Parameter> found) {
        for (java.lang.reflect.Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            HeaderParam header = parameter.getAnnotation(HeaderParam.class);
            if (query != null) {
                found.put(query.value(), described(query.value(), Parameter.In.QUERY, parameter));
            } else if (header != null) {
                found.put(
                        header.value(),
                        described(header.value(), Parameter.In.HEADER, parameter)
                                .required(header.value().equals(HttpHeaders.IF_MATCH)));
            }
        }
    }

    private Parameter inPath(String name) {
        return parameter(name, Parameter.In.PATH, isId(name) ? text().format("uuid") : text())
                .required(true);
    }

    private Parameter described(String name, Parameter.In in, java.lang.reflect.Parameter parameter) {
        Schema schema = parameter.getType() == String.class ? usual(name) : new Schemas().of(parameter.getType());
        return parameter(name, in, Constraints.constrained(parameter, schema));
    }

    private Parameter parameter(String name, Parameter.In in, Schema schema) {
        JsonObject said = notes.parameter(name);
        JsonArray values = said.getJsonArray("enum");
        if (values != null) {
            schema.enumeration(List.copyOf(values.getValuesAs(JsonString::getString)));
        }
        return OASFactory.createParameter()
                .name(name)
                .in(in)
                .schema(schema)
                .description(said.getString("description", DESCRIPTIONS.getOrDefault(name, words(name))));
    }

    private static Schema usual(String name) {
        return switch (name) {
            case "limit" ->
                OASFactory.createSchema()
                        .type(SchemaType.INTEGER)
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(PageRequest.MAXIMUM))
                        .defaultValue(50);
            case "include" -> text().enumeration(List.of("total"));
            case "from", "to" -> text().format("date-time");
            case "dryRun" -> OASFactory.createSchema().type(SchemaType.BOOLEAN);
            case IdempotencyHeaders.KEY -> text().minLength(1).maxLength(255);
            default -> isId(name) ? text().format("uuid") : text();
        };
    }

    private static boolean isId(String name) {
        return name.endsWith("Id") || name.endsWith("_id");
    }

    private static Schema text() {
        return OASFactory.createSchema().type(SchemaType.STRING);
    }

    /** A sentence out of a name such as {@code userTypeId}. */
    private static String words(String name) {
        String words = name.replaceAll("[_-]", " ")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
        return "The " + words + ".";
    }
}
