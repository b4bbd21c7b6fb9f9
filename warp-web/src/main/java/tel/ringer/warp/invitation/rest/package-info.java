/**
 * Invitations over HTTP, and the page that a link in a mail opens. Promises: a GET changes nothing; the page's forms are
 * taken from the page alone. Owns no table.
 */
@NullMarked
package tel.ringer.warp.invitation.rest;

import org.jspecify.annotations.NullMarked;
