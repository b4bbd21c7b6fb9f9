package tel.ringer.warp.http.rest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** As what a list is exported. */
public enum ExportFormat {
    /** Each row as the list has it. */
    NDJSON(ExportFormat.NDJSON_TYPE) {
        @Override
        <T extends Record> ExportLines<T> lines(Class<T> type) {
            return new ExportLines<>("", rows -> rows.stream()
                    .map(row -> JsonConfiguration.JSON.toJson(row) + "\n")
                    .collect(Collectors.joining()));
        }
    },
    /** A column for each value of a row. */
    CSV(ExportFormat.CSV_TYPE + "; charset=utf-8; header=present") {
        @Override
        <T extends Record> ExportLines<T> lines(Class<T> type) {
            List<CsvColumn> columns = CsvColumn.of(type);
            return new ExportLines<>(
                    csv(List.of(columns.stream().map(CsvColumn::name).toList())),
                    rows -> csv(rows.stream()
                            .map(row -> columns.stream()
                                    .map(column -> column.cell(row))
                                    .toList())
                            .toList()));
        }
    };

    public static final String NDJSON_TYPE = "application/x-ndjson";
    public static final String CSV_TYPE = "text/csv";

    /** For the descriptions of operations. */
    public static final String DESCRIPTION =
            " format: ndjson, which is the list's items, one a line, or csv; ndjson if absent. Who loses the right meanwhile"
                    + " gets no more rows: the answer breaks off, as it does for any other failure.";

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    abstract <T extends Record> ExportLines<T> lines(Class<T> type);

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ExportFormat fromString(String text) {
        for (ExportFormat format : values()) {
            if (format.extension().equals(text)) {
                return format;
            }
        }
        throw new IllegalArgumentException("No such format");
    }

    private static String csv(List<List<String>> records) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            records.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
