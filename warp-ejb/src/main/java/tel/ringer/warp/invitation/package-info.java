/**
 * Invitations of people to customers. Promises: a link works once, for one verified address, until it expires; who is
 * invited never gets more than the inviter holds; of accept, decline, revoke and expiry one wins; the token exists in clear in
 * the mail alone; following a link changes nothing; an upload invites nobody twice, however often a node dies; each transition
 * is in the audit log, which its history shows. Owns auth.user_invitations, auth.user_invitation_tokens,
 * auth.invitation_settings, auth.invitation_batches and auth.invitation_batch_rows. Leaves sending to notification,
 * accounts to identity, grants to access.
 */
@NullMarked
package tel.ringer.warp.invitation;

import org.jspecify.annotations.NullMarked;
