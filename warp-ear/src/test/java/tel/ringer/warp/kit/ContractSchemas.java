package tel.ringer.warp.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of a description: nothing may be in an answer that they do not name. */
public final class ContractSchemas {
    private static final SchemaValidatorsConfig WITH_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final Map<JsonNode, JsonSchema> compiled = new ConcurrentHashMap<>();
    private final ObjectNode components;

    ContractSchemas(JsonNode document) {
        components = Contract.JSON.createObjectNode();
        components.set("schemas", document.get("components").get("schemas").deepCopy());
        components.get("schemas").properties().forEach(schema -> {
            if (schema.getValue().has("properties") && !schema.getKey().equals("Problem")) {
                ((ObjectNode) schema.getValue()).put("additionalProperties", false);
            }
        });
        allowNulls(components);
    }

    /** OpenAPI 3.0 says in a word of its own what JSON Schema says with a type. */
    private static void allowNulls(JsonNode schema) {
        if (schema.path("nullable").asBoolean() && schema.path("type").isTextual()) {
            String type = schema.get("type").asText();
            ((ObjectNode) schema).putArray("type").add(type).add("null");
        }
        schema.forEach(ContractSchemas::allowNulls);
    }

    /** What is wrong with a value. */
    public List<String> faults(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private JsonSchema compile(JsonNode schema) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", components);
        return factory.getSchema(whole, WITH_FORMATS);
    }
}
