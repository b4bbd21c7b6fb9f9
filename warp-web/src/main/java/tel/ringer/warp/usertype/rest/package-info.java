/** User types and their permissions over HTTP. Owns no table. */
@NullMarked
package tel.ringer.warp.usertype.rest;

import org.jspecify.annotations.NullMarked;
