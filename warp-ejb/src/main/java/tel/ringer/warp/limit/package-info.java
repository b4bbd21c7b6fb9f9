/**
 * How often anybody may try what is open to everybody, and how fast invitations leave. Promises: counted on all nodes
 * together; who holds a good credential gets in whoever else fails at the same address; no address and no credential is
 * stored; the database of the counts may be slow or away without anybody waiting for it. Owns {@code
 * platform.rate_limits} and {@code platform.rate_limit_key}.
 */
@NullMarked
package tel.ringer.warp.limit;

import org.jspecify.annotations.NullMarked;
