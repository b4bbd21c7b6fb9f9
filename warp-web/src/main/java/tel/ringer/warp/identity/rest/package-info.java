/**
 * Sign-in over HTTP: people are sent to their providers and back, ID tokens come in, WARP's own tokens go out. Promises:
 * nothing unverified gets in; a sign-in ends in the browser where it began, on this site. Owns no table.
 */
@NullMarked
package tel.ringer.warp.identity.rest;

import org.jspecify.annotations.NullMarked;
