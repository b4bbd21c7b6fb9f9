package tel.ringer.warp.note;

import java.util.Optional;

/** What is to be another; what is empty stays. */
public record NoteChange(Optional<NoteKind> kind, Optional<NoteText> text) {}
