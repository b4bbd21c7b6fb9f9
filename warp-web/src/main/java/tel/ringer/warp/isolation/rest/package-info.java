/** The isolation report over HTTP. Owns no table. */
@NullMarked
package tel.ringer.warp.isolation.rest;

import org.jspecify.annotations.NullMarked;
