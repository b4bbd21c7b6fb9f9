package tel.ringer.warp.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    private static final UUID ID = UUID.fromString("0b5c1f6e-9a3d-4c2b-8e7f-123456789abc");

    private static Page<String> page(int limit, String... rows) {
        PageRequest request = new PageRequest(limit, Optional.empty(), false);
        return Page.of(List.of(rows), request, row -> new Cursor(row, ID), OptionalLong.empty());
    }

    @Test
    void oneRowMoreThanTheLimitTellsOfANextPageThatBeginsAfterTheLastShown() {
        Page<String> page = page(2, "a", "b", "c");
        assertEquals(List.of("a", "b"), page.items());
        assertEquals(Optional.of(new Cursor("b", ID)), page.next());
    }

    @Test
    void aFullLastPageHasNoNext() {
        Page<String> page = page(2, "a", "b");
        assertEquals(List.of("a", "b"), page.items());
        assertEquals(Optional.empty(), page.next());
    }

    @Test
    void anEmptyPageHasNoNext() {
        assertEquals(Optional.empty(), page(2).next());
    }

    @Test
    void theTotalIsPassedOn() {
        PageRequest request = new PageRequest(1, Optional.empty(), true);
        Page<String> page = Page.of(List.of("a", "b"), request, row -> new Cursor(row, ID), OptionalLong.of(17));
        assertEquals(OptionalLong.of(17), page.total());
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1001, Integer.MAX_VALUE})
    void aPageHasOneToAThousandRows(int limit) {
        assertThrows(IllegalArgumentException.class, () -> new PageRequest(limit, Optional.empty(), false));
    }
}
