/** The notes about a customer over HTTP. Owns no table. */
@NullMarked
package tel.ringer.warp.note.rest;

import org.jspecify.annotations.NullMarked;
