package tel.ringer.warp.http.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** The OpenAPI document names fields and ids as they are on the wire. */
public class OpenApiFilter implements OASFilter {
    @Override
    public Schema filterSchema(Schema schema) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties != null) {
            Map<String, Schema> renamed = new LinkedHashMap<>();
            properties.forEach((name, property) -> renamed.put(SnakeCase.of(name), property));
            schema.setProperties(renamed);
        }
        List<String> required = schema.getRequired();
        if (required != null) {
            schema.setRequired(required.stream().map(SnakeCase::of).distinct().toList());
        }
        return schema;
    }

    /** Typed ids are text on the wire. */
    @Override
    public Parameter filterParameter(Parameter parameter) {
        if (parameter.getIn() == Parameter.In.PATH) {
            Schema text = OASFactory.createSchema().type(Schema.SchemaType.STRING);
            parameter.setSchema(parameter.getName().endsWith("Id") ? text.format("uuid") : text);
        }
        return parameter;
    }
}
