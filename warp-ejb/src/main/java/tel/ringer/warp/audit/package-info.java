/**
 * What happened, who did it, to whom. Promises that an event commits with the change it tells of, and that the
 * application can neither change nor remove one. Owns audit.events.
 */
@NullMarked
package tel.ringer.warp.audit;

import org.jspecify.annotations.NullMarked;
