package tel.ringer.warp.http.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MergePatchTest {
    /** What an operation might take. */
    public record Change(@Nullable JsonValue companyName, @Nullable JsonValue contact, @Nullable String note) {}

    private static Map<String, Optional<Object>> fields(String body) {
        return MergePatch.fields(JsonConfiguration.JSON.fromJson(body, Change.class));
    }

    @Test
    void whatIsAbsentIsNotThereAndNullTakesAway() {
        assertEquals(Map.of(), fields("{\"note\":\"x\"}"));
        assertEquals(Map.of("/company_name", Optional.empty()), fields("{\"company_name\":null}"));
        assertEquals(Map.of("/contact", Optional.empty()), fields("{\"contact\":null}"));
    }

    @Test
    void groupsBecomePointersToWhatTheyHold() {
        assertEquals(
                Map.of(
                        "/contact/name", Optional.of("Robin"),
                        "/contact/a~1b/c~0d", Optional.of(true),
                        "/contact/none", Optional.empty(),
                        "/contact/empty", Optional.of(Map.of())),
                fields("{\"contact\":{\"name\":\"Robin\",\"a/b\":{\"c~d\":true},\"none\":null,\"empty\":{}}}"));
    }

    @Test
    void listsAndNumbersStayAsTheyAre() {
        assertEquals(
                Map.of("/contact", Optional.of(List.of(new BigDecimal("1.50"), "x", false))),
                fields("{\"contact\":[1.50,\"x\",false]}"));
    }
}
