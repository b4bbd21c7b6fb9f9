package tel.ringer.warp.note;

import tel.ringer.warp.access.UserId;

/** Who wrote a note, as they were called then. */
public record Author(UserId user, String name) {}
