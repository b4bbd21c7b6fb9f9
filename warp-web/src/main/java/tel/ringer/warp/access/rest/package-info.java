/** The first wall: who calls, whether they may, for which customers. Promises: denied unless decided. Owns no table. */
@NullMarked
package tel.ringer.warp.access.rest;

import org.jspecify.annotations.NullMarked;
