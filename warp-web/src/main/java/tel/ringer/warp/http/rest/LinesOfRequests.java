package tel.ringer.warp.http.rest;

import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts the name of the request that is running in front of each line that it writes, whoever writes it: the server tells of
 * a failed use case, Hibernate of its statement. Neither knows WARP's requests, and the server's log has no field for them.
 */
final class LinesOfRequests implements Filter {
    private static final ThreadLocal<String> RUNNING = new ThreadLocal<>();

    private final Handler log;
    private final @Nullable Filter others;

    private LinesOfRequests(Handler log) {
        this.log = log;
        others = log.getFilter();
        log.setFilter(this);
    }

    static List<LinesOfRequests> inAllLogs() {
        return Arrays.stream(Logger.getLogger("").getHandlers())
                .map(LinesOfRequests::new)
                .toList();
    }

    void remove() {
        if (log.getFilter() == this) {
            log.setFilter(others);
        }
    }

    /** @return what ran before on this thread, for {@link #end}; null for nothing */
    static @Nullable String begin(String request) {
        String before = RUNNING.get();
        RUNNING.set(request);
        return before;
    }

    static void end(@Nullable String before) {
        if (before == null) {
            RUNNING.remove();
        } else {
            RUNNING.set(before);
        }
    }

    @Override
    public boolean isLoggable(LogRecord line) {
        if (others != null && !others.isLoggable(line)) {
            return false;
        }
        String request = RUNNING.get();
        if (request != null) {
            name(line, "[" + request + "] ");
        }
        return true;
    }

    /** Once, in however many logs it is written. */
    private static void name(LogRecord line, String name) {
        String words = words(line);
        if (!words.startsWith(name)) {
            line.setResourceBundle(null);
            line.setMessage(name + words);
        }
    }

    private static String words(LogRecord line) {
        ResourceBundle bundle = line.getResourceBundle() != null
                ? line.getResourceBundle()
                : Logger.getLogger(String.valueOf(line.getLoggerName())).getResourceBundle();
        String words = line.getMessage() == null ? "" : line.getMessage();
        return bundle != null && bundle.containsKey(words) ? bundle.getString(words) : words;
    }
}
