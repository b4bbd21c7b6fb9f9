package tel.ringer.warp.note;

/** What to write down. */
public record NewNote(NoteKind kind, NoteText text) {}
