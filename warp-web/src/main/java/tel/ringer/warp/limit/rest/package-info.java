/** Limits what anybody may try, every operation that is open to everybody, and how much anybody may send. Owns no table. */
@NullMarked
package tel.ringer.warp.limit.rest;

import org.jspecify.annotations.NullMarked;
