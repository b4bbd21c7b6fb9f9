package tel.ringer.warp.note;

import java.util.Optional;
import tel.ringer.warp.paging.PageRequest;

/** Which notes about a customer to list, newest first. */
public record NoteQuery(Optional<NoteKind> kind, PageRequest page) {}
