/** Tests of the way to the database's present form and back, and of the walls that stand in it then. */
@NullMarked
package tel.ringer.warp.migration;

import org.jspecify.annotations.NullMarked;
