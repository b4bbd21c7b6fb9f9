/**
 * What a caller may do, asked beforehand by front ends. Promises: answered by the code that decides; nobody learns of a
 * customer that is not theirs. Apart from access, because that is below what all requests share. Owns no table.
 */
@NullMarked
package tel.ringer.warp.gatekeeper.rest;

import org.jspecify.annotations.NullMarked;
