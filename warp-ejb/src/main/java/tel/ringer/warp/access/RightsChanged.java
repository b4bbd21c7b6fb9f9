package tel.ringer.warp.access;

/**
 * A person holds less or other rights than before, at every customer. Fired in the transaction that changes them and
 * after it has told the audit log, so that what followed from the rights ends with them.
 *
 * @param by who changed them
 */
public record RightsChanged(UserId user, UserId by) {}
