/** Limits what anybody may try: every operation that is open to everybody, a new one by itself. Owns no table. */
@NullMarked
package tel.ringer.warp.limit.rest;

import org.jspecify.annotations.NullMarked;
