/** The dashboard over HTTP. Owns no table. */
@NullMarked
package tel.ringer.warp.dashboard.rest;

import org.jspecify.annotations.NullMarked;
