/** Idempotency keys over HTTP. Owns no table. */
@NullMarked
package tel.ringer.warp.idempotency.rest;

import org.jspecify.annotations.NullMarked;
