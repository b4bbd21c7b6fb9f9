/** The people of a customer over HTTP. Owns no table. */
@NullMarked
package tel.ringer.warp.member.rest;

import org.jspecify.annotations.NullMarked;
