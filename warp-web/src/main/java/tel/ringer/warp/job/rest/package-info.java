/** Jobs over HTTP. Owns no table. */
@NullMarked
package tel.ringer.warp.job.rest;

import org.jspecify.annotations.NullMarked;
