package tel.ringer.warp.http.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatchFieldTest {
    /** What an operation might take. */
    public record Change(@Nullable JsonValue companyName) {}

    private static PatchField field(JsonValue value) {
        return new PatchField("time_unit", value);
    }

    private static void assertInvalid(String detail, PatchField field) {
        InvalidBodyException refused =
                assertThrows(InvalidBodyException.class, () -> field.required(TimeUnit::valueOf));
        assertEquals(
                List.of(new FieldError("/time_unit", detail)), refused.members().get("errors"));
    }

    @Test
    void nullIsNotAbsence() {
        assertNull(JsonConfiguration.JSON.fromJson("{}", Change.class).companyName());
        JsonValue given = JsonConfiguration.JSON
                .fromJson("{\"company_name\": null}", Change.class)
                .companyName();
        assertEquals(Optional.empty(), field(Objects.requireNonNull(given)).text());
    }

    @Test
    void textIsText() {
        assertEquals(Optional.of("DAYS"), field(Json.createValue("DAYS")).text());
        assertEquals(TimeUnit.DAYS, field(Json.createValue("DAYS")).required(TimeUnit::valueOf));
    }

    @Test
    void whatCannotBeTakenAwayOrReadIsRefusedByName() {
        assertInvalid("can't be taken away", field(JsonValue.NULL));
        assertInvalid("has a value that it can't have", field(Json.createValue("YEARS")));
        assertInvalid("must be text or null", field(Json.createValue(1)));
        assertInvalid("must be text or null", field(JsonValue.EMPTY_JSON_OBJECT));
    }
}
