package tel.ringer.warp.invitation.rest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.reader.NamedCsvRecordHandler;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import tel.ringer.warp.http.rest.Utf8;
import tel.ringer.warp.invitation.UploadedRow;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Reads uploads in CSV (RFC 4180): UTF-8, with or without a byte order mark, the first row names the columns. */
@Provider
@Consumes(RowsFile.CSV)
public class CsvRowsReader implements MessageBodyReader<UploadedRows> {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == UploadedRows.class;
    }

    @Override
    public UploadedRows readFrom(
            Class<UploadedRows> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        Utf8.require(mediaType);
        return read(text(body.readAllBytes()));
    }

    private static String text(byte[] bytes) {
        try {
            String text = Utf8.text(bytes);
            if (text.indexOf('\0') >= 0) {
                throw malformed("Text can't hold a NUL character.");
            }
            if (text.chars().filter(character -> character == '"').count() % 2 != 0) {
                // The rest of the file would be taken for one cell.
                throw malformed("A quote is not closed.");
            }
            return text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
        } catch (CharacterCodingException e) {
            throw (ProblemException) malformed("The file is not valid UTF-8.").initCause(e);
        }
    }

    /** @throws ProblemException malformed, {@code malformed_csv}; invalid, {@code unknown_column} or {@code missing_column} */
    static UploadedRows read(String text) throws IOException {
        List<UploadedRow> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .allowExtraCharsAfterClosingQuote(false)
                .build(NamedCsvRecordHandler.of(read -> read.allowDuplicateHeaderFields(true)), text)) {
            for (NamedCsvRecord row : csv) {
                add(row, rows);
            }
        } catch (CsvParseException e) {
            throw (ProblemException)
                    malformed("Row " + (rows.size() + 1) + " can't be read.").initCause(e);
        }
        return new UploadedRows(rows);
    }

    private static void add(NamedCsvRecord row, List<UploadedRow> rows) {
        if (row.getFieldCount() != row.getHeader().size()) {
            throw malformed("Row " + (rows.size() + 1) + " has more or fewer columns than the first one.");
        }
        if (rows.isEmpty()) {
            RowsFile.requireColumns(row.getHeader());
        }
        if (rows.size() < UploadedRows.MOST) {
            rows.add(RowsFile.row(row));
        }
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(ProblemKind.MALFORMED, "malformed_csv", detail);
    }
}
