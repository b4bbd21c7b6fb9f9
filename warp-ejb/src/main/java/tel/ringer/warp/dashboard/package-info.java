/**
 * The figures that a portal begins with. Promises: each counts what the caller's own list of the same things would show,
 * and nothing else; all are read in one statement, whose cost does not grow with what is out of reach; a part that can't
 * be read is told as such and takes no other with it. Owns no table, and reads those of the features below.
 */
@NullMarked
package tel.ringer.warp.dashboard;

import org.jspecify.annotations.NullMarked;
