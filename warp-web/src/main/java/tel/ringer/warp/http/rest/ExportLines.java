package tel.ringer.warp.http.rest;

import java.util.List;
import java.util.function.Function;

/**
 * How rows become the text of a file.
 *
 * @param head before the first row
 */
public record ExportLines<T>(String head, Function<List<T>, String> rows) {}
