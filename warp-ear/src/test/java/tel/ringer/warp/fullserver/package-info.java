/**
 * The EAR on the full Payara Server, installed by the administrators' script into a domain of its own.
 *
 * <p>Promises: what works on Payara Micro works here too, from the very first request on.
 */
@NullMarked
package tel.ringer.warp.fullserver;

import org.jspecify.annotations.NullMarked;
