package tel.ringer.warp.http.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.paging.Cursor;
import tel.ringer.warp.paging.Page;
import tel.ringer.warp.paging.PageRequest;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

class PageParametersTest {
    private static PageRequest page(@Nullable String limit, @Nullable String cursor, @Nullable String include) {
        return PageParameters.read(limit, cursor, include);
    }

    @Test
    void withoutParametersAPageHasFiftyRowsAndNoTotal() {
        assertEquals(new PageRequest(50, Optional.empty(), false), page(null, null, null));
    }

    @Test
    void whatIsAskedForIsRead() {
        Cursor after = new Cursor("b", UUID.fromString("0b5c1f6e-9a3d-4c2b-8e7f-123456789abc"));
        assertEquals(new PageRequest(200, Optional.of(after), true), page("200", after.encode(), "total"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "201", "many", "1e2", " 7", "99999999999"})
    void aLimitOutOfRangeIsRefused(String limit) {
        ProblemException problem = assertThrows(ProblemException.class, () -> page(limit, null, null));
        assertEquals(ProblemKind.MALFORMED, problem.kind());
        assertEquals(Map.of("parameter", "limit"), problem.members());
    }

    @Test
    void nothingButTheTotalCanBeIncluded() {
        ProblemException problem = assertThrows(ProblemException.class, () -> page(null, null, "everything"));
        assertEquals(Map.of("parameter", "include"), problem.members());
    }

    @Test
    void aParameterThatCantBeReadIsNamedWithoutItsValue() {
        ProblemException problem = assertThrows(
                ProblemException.class, () -> PageParameters.read("status", "<script>", ProblemKind::valueOf));
        assertEquals(ProblemKind.MALFORMED, problem.kind());
        assertEquals("invalid_parameter", problem.code());
        assertEquals(Map.of("parameter", "status"), problem.members());
        assertFalse(problem.detail().contains("script"));
    }

    @Test
    void anAbsentParameterIsEmpty() {
        assertEquals(Optional.empty(), PageParameters.read("status", null, ProblemKind::valueOf));
    }

    @Test
    void aPageOnTheWireTellsItsSizeItsNextCursorAndTheTotalIfAskedFor() {
        Cursor next = new Cursor("b", UUID.fromString("0b5c1f6e-9a3d-4c2b-8e7f-123456789abc"));
        PageResponse<String> page = PageResponse.of(
                new Page<>(List.of(1, 2), Optional.of(next), OptionalLong.of(9)), number -> "n" + number);
        assertEquals(List.of("n1", "n2"), page.items());
        assertEquals(new PageResponse.PagePosition(2, next.encode(), 9L), page.page());
        PageResponse<Integer> last =
                PageResponse.of(new Page<>(List.of(1), Optional.empty(), OptionalLong.empty()), number -> number);
        assertEquals(new PageResponse.PagePosition(1, null, null), last.page());
    }
}
