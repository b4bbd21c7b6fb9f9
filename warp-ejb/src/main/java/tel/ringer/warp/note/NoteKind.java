package tel.ringer.warp.note;

/** For which of the operator's people a note is. */
public enum NoteKind {
    GENERAL,
    SUPPORT,
    SALES,
    BILLING,
    TECHNICAL
}
