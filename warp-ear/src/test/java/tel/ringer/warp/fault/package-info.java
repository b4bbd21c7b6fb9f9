/** Nodes that are killed and a relay that goes away, under load; nothing may be lost or doubled. See docs/faults.md. */
@NullMarked
package tel.ringer.warp.fault;

import org.jspecify.annotations.NullMarked;
