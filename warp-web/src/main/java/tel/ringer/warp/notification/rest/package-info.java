/**
 * Mails over HTTP: what administrators see and take up again, and what providers and mail servers report. Promises: a
 * report that nobody signed, or without the secret, changes nothing. Owns no table.
 */
@NullMarked
package tel.ringer.warp.notification.rest;

import org.jspecify.annotations.NullMarked;
