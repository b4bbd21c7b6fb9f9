/**
 * Mails, through a transactional outbox. Promises: a mail is queued with its change or not at all; none is lost while
 * the relay is away; none is sent inside a transaction; each leaves from one node at a time, and a node that dies passes
 * it on; what is said late does not undo what is known; an address that bounced, complained or said "never again" gets
 * no mail, and no customer learns which. Owns notification.outbox, notification.mail_events and
 * notification.suppressions. Leaves what a mail says to the feature that composes it.
 */
@NullMarked
package tel.ringer.warp.notification;

import org.jspecify.annotations.NullMarked;
