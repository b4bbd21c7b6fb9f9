package tel.ringer.warp.http.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvColumnTest {
    record Inner(@Nullable String cityName, List<String> tags) {}

    record Row(
            String name,
            @Nullable BigDecimal money,
            boolean fits,
            @Nullable Inner address,
            List<Inner> others,
            @Nullable Map<String, String> more,
            Instant createdAt) {}

    private static List<String> cells(Row row) {
        return CsvColumn.of(Row.class).stream().map(column -> column.cell(row)).toList();
    }

    @Test
    void aColumnIsNamedByTheWayToItsValue() {
        assertEquals(
                List.of("name", "money", "fits", "address_city_name", "address_tags", "more", "created_at"),
                CsvColumn.of(Row.class).stream().map(CsvColumn::name).toList());
    }

    @Test
    void eachValueIsWrittenOut() {
        assertEquals(
                List.of("Acme", "-1000000000.50", "true", "'=Rome", "a;b", "{\"k\":\"v\"}", "2026-01-02T03:04:05Z"),
                cells(new Row(
                        "Acme",
                        new BigDecimal("-1.00000000050E+9"),
                        true,
                        new Inner("=Rome", List.of("a", "b")),
                        List.of(),
                        Map.of("k", "v"),
                        Instant.parse("2026-01-02T03:04:05Z"))));
    }

    @Test
    void whatIsAbsentIsEmpty() {
        assertEquals(
                List.of("", "", "false", "", "", "", "2026-01-02T03:04:05Z"),
                cells(new Row("", null, false, null, List.of(), null, Instant.parse("2026-01-02T03:04:05Z"))));
    }
}
