package tel.ringer.warp.customer;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;

/** Custom fields as the database has them: JSON, whose numbers are decimal. */
@Converter
public class CustomFieldsConverter implements AttributeConverter<CustomFields, String> {
    @Override
    public String convertToDatabaseColumn(CustomFields fields) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        fields.values().forEach((name, value) -> json.add(name, json(value)));
        return json.build().toString();
    }

    @Override
    public CustomFields convertToEntityAttribute(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            return new CustomFields(object.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> value(entry.getValue()))));
        }
    }

    private static JsonValue json(Object value) {
        if (value instanceof BigDecimal number) {
            return Json.createValue(number);
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return Json.createValue(value.toString());
    }

    private static Object value(JsonValue json) {
        if (json instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        return json instanceof JsonString text ? text.getString() : json.equals(JsonValue.TRUE);
    }
}
