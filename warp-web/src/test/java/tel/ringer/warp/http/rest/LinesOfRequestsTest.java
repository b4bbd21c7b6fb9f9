package tel.ringer.warp.http.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinesOfRequestsTest {
    private static final Logger ROOT = Logger.getLogger("");

    private final Logger anybody = Logger.getLogger("somebody.elses.code");
    private final Remembering first = new Remembering();
    private final Remembering second = new Remembering();
    private List<LinesOfRequests> logs = List.of();

    private static class Remembering extends Handler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (isLoggable(line)) {
                lines.add(new SimpleFormatter().formatMessage(line));
            }
        }

        @Override
        public void flush() {
            // Nothing waits.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @BeforeEach
    void listen() {
        second.setFilter(line -> !line.getMessage().contains("secret"));
        ROOT.addHandler(first);
        ROOT.addHandler(second);
        logs = LinesOfRequests.inAllLogs();
    }

    @AfterEach
    void listenNoMore() {
        logs.forEach(LinesOfRequests::remove);
        ROOT.removeHandler(first);
        ROOT.removeHandler(second);
    }

    @Test
    void aLineTellsOnceInEachLogWhoseItIs() {
        String before = LinesOfRequests.begin("r-1");
        anybody.log(Level.WARNING, "{0} of {1}", new Object[] {"one", "two"});
        LinesOfRequests.end(before);
        anybody.warning("nobody's");

        assertEquals(List.of("[r-1] one of two", "nobody's"), first.lines);
        assertEquals(first.lines, second.lines);
    }

    @Test
    void anErrorPageIsOfTheSameRequest() {
        String before = LinesOfRequests.begin("r-1");
        LinesOfRequests.end(LinesOfRequests.begin("r-1"));
        anybody.warning("after it");
        LinesOfRequests.end(before);

        assertEquals(List.of("[r-1] after it"), first.lines);
    }

    @Test
    void whatTheServerKeepsInBundlesIsReadFromThem() {
        LogRecord line = new LogRecord(Level.WARNING, "key-7");
        line.setResourceBundle(new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return new Object[][] {{"key-7", "The bean {0} failed"}};
            }
        });
        line.setParameters(new Object[] {"Mails"});
        String before = LinesOfRequests.begin("r-1");
        anybody.log(line);
        LinesOfRequests.end(before);

        assertEquals(List.of("[r-1] The bean Mails failed"), first.lines);
    }

    @Test
    void whatALogLeavesOutStaysOut() {
        anybody.warning("a secret");

        assertEquals(List.of("a secret"), first.lines);
        assertEquals(List.of(), second.lines);
    }
}
