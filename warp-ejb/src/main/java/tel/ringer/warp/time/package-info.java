/** Where the time comes from. Promises that expiry is decided by one clock, whichever node asks. Owns no table. */
@NullMarked
package tel.ringer.warp.time;

import org.jspecify.annotations.NullMarked;
