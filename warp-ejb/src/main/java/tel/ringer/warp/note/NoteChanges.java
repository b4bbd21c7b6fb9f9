package tel.ringer.warp.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.audit.AuditEvent;
import tel.ringer.warp.audit.AuditLog;

/** Tells the audit log of each change; not what a note says, since customers read their log. */
@ApplicationScoped
class NoteChanges {
    @Inject
    private AuditLog log;

    void added(UserId by, Note note) {
        record(by, note, "added", Map.of("kind", note.kind().name()));
    }

    void changed(UserId by, Note note, NoteKind before, boolean textChanged) {
        record(
                by,
                note,
                "changed",
                Map.of(
                        "kind_before", before.name(),
                        "kind_after", note.kind().name(),
                        "text_changed", Boolean.toString(textChanged)));
    }

    void removed(UserId by, Note note) {
        record(by, note, "removed", Map.of("kind", note.kind().name()));
    }

    private void record(UserId by, Note note, String happened, Map<String, String> details) {
        log.record(new AuditEvent(
                Optional.of(note.customerId()),
                Optional.of(by),
                "user:" + by,
                "note." + happened,
                "note",
                note.id().value(),
                details));
    }
}
