package tel.ringer.warp.note.rest;

import java.time.Instant;
import java.util.UUID;
import tel.ringer.warp.note.Note;
import tel.ringer.warp.note.NoteKind;

/**
 * A note on the wire.
 *
 * @param text plain: escape it where you show it
 * @param version how often it was written; its ETag says the same
 */
public record NoteResponse(
        UUID id,
        UUID customerId,
        NoteKind kind,
        String text,
        Author author,
        Instant createdAt,
        Instant updatedAt,
        long version) {
    /** By whom, as they were called then. */
    public record Author(UUID id, String displayName) {}

    static NoteResponse of(Note note) {
        return new NoteResponse(
                note.id().value(),
                note.customerId().value(),
                note.kind(),
                note.text().value(),
                new Author(note.author().user().value(), note.author().name()),
                note.createdAt(),
                note.updatedAt(),
                note.revision());
    }
}
