package tel.ringer.warp.http.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.paging.Page;
import tel.ringer.warp.paging.PageRequest;

/** A list as a file, page by page: neither memory nor a transaction holds more than one page. */
public final class Export<T> implements StreamingOutput {
    private final ExportLines<T> lines;
    private final Function<PageRequest, Page<T>> pages;
    private final Page<T> first;

    private Export(ExportLines<T> lines, Function<PageRequest, Page<T>> pages) {
        this.lines = lines;
        this.pages = pages;
        this.first = pages.apply(PageRequest.step(Optional.empty()));
    }

    /**
     * Reads the first page at once, so that a refusal still is an answer.
     *
     * @param name of the file, without extension
     * @param format as the query parameter has it
     * @param scope decides again whether the caller may, and throws if not
     * @param pages each in a transaction of its own
     */
    public static <S, T extends Record> Response answer(
            String name,
            @Nullable String format,
            Class<T> type,
            Supplier<S> scope,
            BiFunction<S, PageRequest, Page<T>> pages) {
        ExportFormat chosen =
                PageParameters.read("format", format, ExportFormat::fromString).orElse(ExportFormat.NDJSON);
        return answer(name, chosen, chosen.lines(type), scope, pages);
    }

    /** As the other one, with lines of its own. */
    public static <S, T> Response answer(
            String name,
            ExportFormat format,
            ExportLines<T> lines,
            Supplier<S> scope,
            BiFunction<S, PageRequest, Page<T>> pages) {
        return Response.ok(new Export<>(lines, step -> permitted(scope, pages, step)), format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "." + format.extension() + "\"")
                .build();
    }

    /** Who has lost the right sees no rows, as at the end: it is the end only for who still has it. */
    private static <S, T> Page<T> permitted(
            Supplier<S> scope, BiFunction<S, PageRequest, Page<T>> pages, PageRequest step) {
        Page<T> page = pages.apply(scope.get(), step);
        if (page.next().isEmpty()) {
            Objects.requireNonNull(scope.get());
        }
        return page;
    }

    @Override
    public void write(OutputStream output) throws IOException {
        send(lines.head(), output);
        Page<T> page = first;
        send(lines.rows().apply(page.items()), output);
        while (page.next().isPresent()) {
            page = pages.apply(PageRequest.step(page.next()));
            send(lines.rows().apply(page.items()), output);
        }
    }

    private static void send(String text, OutputStream output) throws IOException {
        output.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
