package tel.ringer.warp.invitation.rest;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tel.ringer.warp.http.rest.SpreadsheetCell;
import tel.ringer.warp.invitation.RowResult;
import tel.ringer.warp.invitation.RowVerdict;
import tel.ringer.warp.invitation.UploadedRow;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * Rows as CSV. A file of refused rows has columns of its own before those of an upload, and can be uploaded again: its
 * cells that a spreadsheet would compute have an apostrophe before them, which is taken away again.
 */
final class RowsFile {
    static final String CSV = "text/csv";

    private static final String CODE = "code";
    private static final Set<String> REQUIRED = Set.of("email", "user_type", "role");
    private static final List<String> WRITTEN = List.of("email", "user_type", "role", "message", "expires_in_days");
    private static final List<String> TOLD = List.of("row", CODE, "field");

    private RowsFile() {}

    static UploadedRow row(NamedCsvRecord record) {
        UnaryOperator<String> undo = record.getHeader().contains(CODE) ? SpreadsheetCell::computedAgain : cell -> cell;
        UnaryOperator<String> cell = name -> undo.apply(record.findField(name).orElse(""));
        return new UploadedRow(
                cell.apply("email"),
                cell.apply("user_type"),
                cell.apply("role"),
                cell.apply("message"),
                cell.apply("expires_in_days"));
    }

    /** @throws ProblemException invalid, {@code unknown_column} or {@code missing_column} */
    static void requireColumns(List<String> header) {
        Set<String> columns = new HashSet<>(header);
        REQUIRED.stream()
                .filter(name -> !columns.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(missing -> {
                    throw invalid("missing_column", "The first row does not name a column that is needed.", missing);
                });
        header.stream()
                .filter(name -> !(WRITTEN.contains(name) || TOLD.contains(name)) || !columns.remove(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw invalid("unknown_column", "The first row names an unknown column, or one twice.", unknown);
                });
    }

    private static ProblemException invalid(String code, String detail, String column) {
        return new ProblemException(ProblemKind.INVALID, code, detail, Map.of("column", column));
    }

    static String of(List<RowResult> results) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(Stream.concat(TOLD.stream(), WRITTEN.stream()).toList());
            results.forEach(result -> csv.writeRecord(cells(result)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> cells(RowResult result) {
        UploadedRow row = result.written();
        return List.of(
                Integer.toString(result.number()),
                result.verdict().map(verdict -> verdict.code().slug()).orElse(""),
                result.verdict().flatMap(RowVerdict::field).orElse(""),
                SpreadsheetCell.notComputed(row.email()),
                SpreadsheetCell.notComputed(row.userType()),
                SpreadsheetCell.notComputed(row.role()),
                SpreadsheetCell.notComputed(row.message()),
                SpreadsheetCell.notComputed(row.expiresInDays()));
    }
}
