/** Sign-in over HTTP: ID tokens in, WARP's own tokens out. Promises: nothing unverified gets in. Owns no table. */
@NullMarked
package tel.ringer.warp.identity.rest;

import org.jspecify.annotations.NullMarked;
