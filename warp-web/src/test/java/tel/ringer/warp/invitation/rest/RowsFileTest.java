package tel.ringer.warp.invitation.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.http.rest.SpreadsheetCell;
import tel.ringer.warp.invitation.RowCode;
import tel.ringer.warp.invitation.RowResult;
import tel.ringer.warp.invitation.RowVerdict;
import tel.ringer.warp.invitation.UploadedRow;
import tel.ringer.warp.problem.ProblemException;

class RowsFileTest {
    private static final String HEADER = "email,user_type,role,message,expires_in_days\n";
    private static final UploadedRow ADA = new UploadedRow("ada@shop.example", "viewer", "USER", "", "");

    private static List<UploadedRow> read(byte[] bytes, MediaType type) throws IOException {
        return new CsvRowsReader()
                .readFrom(
                        UploadedRows.class,
                        UploadedRows.class,
                        new Annotation[0],
                        type,
                        new MultivaluedHashMap<>(),
                        new ByteArrayInputStream(bytes))
                .rows();
    }

    private static List<UploadedRow> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), MediaType.valueOf("text/csv"));
    }

    private static String code(String text) {
        return assertThrows(ProblemException.class, () -> read(text)).code();
    }

    private static RowResult refused(int number, UploadedRow row) {
        return new RowResult(
                number, row, Optional.of(new RowVerdict(RowCode.INVALID_ROW, Optional.of("role"), Optional.empty())));
    }

    @Test
    void columnsMayStandInAnyOrderAndWhatMayBeLeftOutIsEmpty() throws IOException {
        assertEquals(List.of(ADA), read("role,email,user_type\nUSER,ada@shop.example,viewer\n"));
    }

    @Test
    void spreadsheetsWriteByteOrderMarksCarriageReturnsAndQuotes() throws IOException {
        String file = String.join(
                "\r\n",
                "\ufeff\"email\",user_type,role,message",
                "ada@shop.example,viewer,USER,\"Hello, \"\"Ada\"\"",
                "and welcome\"",
                "",
                "");

        assertEquals(
                List.of(new UploadedRow("ada@shop.example", "viewer", "USER", "Hello, \"Ada\"\r\nand welcome", "")),
                read(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "email,user_type,role\nada@shop.example,viewer\n",
                "email,user_type,role\nada@shop.example,viewer,USER,more\n",
                "email,user_type,role\n\"ada@shop.example\"x,viewer,USER\n",
                "email,user_type,role\nada@shop.example,viewer,\"USER\n",
                "email,user_type,role\nada\0@shop.example,viewer,USER\n"
            })
    void whatIsNoCsvIsMalformed(String text) {
        assertEquals("malformed_csv", code(text));
    }

    @Test
    void aRowThatCannotBeReadIsNamed() {
        ProblemException problem = assertThrows(
                ProblemException.class,
                () -> read("email,user_type,role\na@b.example,viewer,USER\nc@d.example,viewer\n"));

        assertTrue(problem.detail().startsWith("Row 2 "), problem.detail());
    }

    @Test
    void columnsAreKnownAndComplete() {
        assertEquals("unknown_column", code("email,user_type,role,tenant\na,b,c,d\n"));
        assertEquals("unknown_column", code("email,user_type,role,email\na,b,c,d\n"));
        assertEquals("missing_column", code("email,user_type\na,b\n"));
        assertEquals("missing_column", code("email;user_type;role\na;b;c\n"));
    }

    @Test
    void onlyUtf8IsRead() {
        byte[] latin = (HEADER + "ada@shop.example,viewer,USER,Grüße,7\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThrows(ProblemException.class, () -> read(latin, MediaType.valueOf("text/csv")));
        assertThrows(NotSupportedException.class, () -> read(latin, MediaType.valueOf("text/csv;charset=ISO-8859-1")));
    }

    @Test
    void noMoreRowsAreKeptThanShowThatThereAreTooMany() throws IOException {
        String row = "ada@shop.example,viewer,USER,,\n";

        assertEquals(
                UploadedRows.MOST,
                read(HEADER + row.repeat(UploadedRows.MOST + 5)).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@x", "\t=x", "\rx", "'=x", "''+x", "=x\n=y"})
    void aSpreadsheetComputesNoCellOfAnErrorFile(String cell) {
        String told = SpreadsheetCell.notComputed(cell);

        assertEquals("'" + cell, told);
        assertEquals(cell, SpreadsheetCell.computedAgain(told));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada@shop.example", "'quoted'", "1-2", "a=b"})
    void otherCellsStayAsTheyAre(String cell) {
        assertEquals(cell, SpreadsheetCell.notComputed(cell));
        assertEquals(cell, SpreadsheetCell.computedAgain(cell));
    }

    @Test
    void anErrorFileCanBeUploadedAgainAsItIs() throws IOException {
        UploadedRow hostile = new UploadedRow("+tag@shop.example", "viewer", "=cmd()", "'-1, \"x\"\n@y", "-7");

        String file = RowsFile.of(List.of(refused(3, ADA), refused(9, hostile)));

        assertEquals(List.of(ADA, hostile), read(file));
        assertTrue(file.startsWith("row,code,field,email,user_type,role,message,expires_in_days\r\n"), file);
        assertTrue(file.contains("9,invalid_row,role,'+tag@shop.example,viewer,'=cmd(),"), file);
    }

    @Test
    void anApostropheInAFileOfOnesOwnStays() throws IOException {
        assertEquals(
                "'=x@shop.example",
                read(HEADER + "'=x@shop.example,viewer,USER,,\n").get(0).email());
        assertFalse(read(HEADER + ADA.email() + ",viewer,USER,,\n").isEmpty());
    }
}
