package tel.ringer.warp.invitation;

/**
 * Something happened to an invitation, in this transaction.
 *
 * @param what in the past tense, as in the audit log: created, sent, ...
 */
record InvitationHappened(String what) {}
