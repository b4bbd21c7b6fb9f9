/**
 * The one error model: a kind that callers can act on, a stable code, a sentence. Nothing here knows of HTTP. Promises
 * that an unknown thing and one out of reach are the same problem. Owns no table.
 */
@NullMarked
package tel.ringer.warp.problem;

import org.jspecify.annotations.NullMarked;
