/**
 * Mails, through a transactional outbox. Promises: a mail is queued with its change or not at all; none is lost while
 * the relay is away; none is sent inside a transaction; a node that dies passes its mails on. Owns notification.outbox.
 * Leaves what a mail says to the feature that composes it.
 */
@NullMarked
package tel.ringer.warp.notification;

import org.jspecify.annotations.NullMarked;
