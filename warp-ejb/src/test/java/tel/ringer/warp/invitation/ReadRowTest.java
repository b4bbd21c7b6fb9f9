package tel.ringer.warp.invitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tel.ringer.warp.access.MembershipRole;

class ReadRowTest {
    private static UploadedRow row(String email) {
        return new UploadedRow(email, "viewer", "USER", "", "");
    }

    private static Optional<RowCode> code(ReadRow row) {
        return row.refused().map(RowVerdict::code);
    }

    @Test
    void whatIsWrittenWellIsRead() {
        NewInvitation wanted = ReadRow.of(new UploadedRow(" Ada@Shop.example ", " viewer", "admin", "Welcome", " 14 "))
                .wanted()
                .orElseThrow();

        assertEquals("ada@shop.example", wanted.email().normalised());
        assertEquals("viewer", wanted.userType());
        assertEquals(MembershipRole.ADMIN, wanted.role());
        assertEquals("Welcome", wanted.message().orElseThrow().text());
        assertEquals(OptionalInt.of(14), wanted.validForDays());
    }

    @Test
    void whatMayBeLeftOutIsEmpty() {
        NewInvitation wanted = ReadRow.of(row("ada@shop.example")).wanted().orElseThrow();

        assertTrue(wanted.message().isEmpty());
        assertTrue(wanted.validForDays().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "'', viewer, USER, 7, INVALID_EMAIL,",
        "nobody, viewer, USER, 7, INVALID_EMAIL,",
        "ada@shop.example, ' ', USER, 7, INVALID_ROW, user_type",
        "ada@shop.example, viewer, '', 7, INVALID_ROW, role",
        "ada@shop.example, viewer, BOSS, 7, INVALID_ROW, role",
        "ada@shop.example, viewer, USER, soon, INVALID_ROW, expires_in_days",
        "ada@shop.example, viewer, USER, 99999999999, INVALID_ROW, expires_in_days"
    })
    void whatIsWrittenBadlyIsRefusedAndNamed(
            String email, String type, String role, String days, RowCode code, String field) {
        RowVerdict verdict = ReadRow.of(new UploadedRow(email, type, role, "", days))
                .refused()
                .orElseThrow();

        assertEquals(code, verdict.code());
        assertEquals(Optional.ofNullable(field), verdict.field());
    }

    @Test
    void aMessageThatIsTooLongHasACodeOfItsOwn() {
        ReadRow read = ReadRow.of(new UploadedRow("ada@shop.example", "viewer", "USER", "x".repeat(1001), ""));

        assertEquals(Optional.of(RowCode.MESSAGE_TOO_LONG), code(read));
    }

    @Test
    void ofRowsForOneAddressTheFirstThatCanBeReadIsTaken() {
        List<ReadRow> rows = ReadRow.all(List.of(
                new UploadedRow("ada@shop.example", "viewer", "BOSS", "", ""),
                row("ada@shop.example"),
                row("ADA@SHOP.example"),
                row("bob@shop.example")));

        assertEquals(
                List.of(
                        Optional.of(RowCode.INVALID_ROW),
                        Optional.empty(),
                        Optional.of(RowCode.DUPLICATE_IN_FILE),
                        Optional.empty()),
                rows.stream().map(ReadRowTest::code).toList());
    }

    @Test
    void everyCodeIsFoundByItsSlug() {
        for (RowCode code : RowCode.values()) {
            assertEquals(code, RowCode.ofSlug(code.slug()));
        }
    }
}
