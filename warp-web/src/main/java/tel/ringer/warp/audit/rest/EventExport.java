package tel.ringer.warp.audit.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.audit.EventFilter;
import tel.ringer.warp.audit.RecordedEvent;
import tel.ringer.warp.audit.RecordedEvents;
import tel.ringer.warp.paging.Cursor;

/** Events as newline-delimited JSON, step by step: neither memory nor a transaction holds more than one step. */
final class EventExport implements StreamingOutput {
    static final String NDJSON = "application/x-ndjson";

    private final RecordedEvents events;
    private final CustomerScope scope;
    private final EventFilter filter;
    private final Step first;

    private EventExport(RecordedEvents events, CustomerScope scope, EventFilter filter, Step first) {
        this.events = events;
        this.scope = scope;
        this.filter = filter;
        this.first = first;
    }

    /** Reads the first step at once, so that a refusal still is an answer. */
    static EventExport begin(RecordedEvents events, CustomerScope scope, EventFilter wanted) {
        EventFilter filter = events.asOfNow(scope, wanted);
        return new EventExport(events, scope, filter, Step.of(events.following(scope, filter, Optional.empty())));
    }

    @Override
    public void write(OutputStream output) throws IOException {
        Step step = first;
        step.write(output);
        while (step.next.isPresent()) {
            step = Step.of(events.following(scope, filter, step.next));
            step.write(output);
        }
    }

    /** @param next after which the following step begins; empty for the last */
    private record Step(List<ExportedEvent> lines, Optional<Cursor> next) {
        static Step of(List<RecordedEvent> read) {
            return new Step(
                    read.stream().map(ExportedEvent::of).toList(),
                    read.size() < RecordedEvents.STEP
                            ? Optional.empty()
                            : Optional.of(read.get(read.size() - 1).place()));
        }

        void write(OutputStream output) throws IOException {
            for (ExportedEvent line : lines) {
                output.write(line.toText().getBytes(StandardCharsets.UTF_8));
                output.write('\n');
            }
        }
    }
}
