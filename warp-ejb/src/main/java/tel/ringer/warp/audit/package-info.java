/**
 * What happened, who did it, to whom. Promises that an event commits with the change it tells of, that the application
 * can neither change nor remove one, and that whoever else does is found out; what names people lies beside it and can
 * be forgotten. Owns audit.events, audit.chains and audit.personal_values. Leaves it to each feature to say what
 * happened there.
 */
@NullMarked
package tel.ringer.warp.audit;

import org.jspecify.annotations.NullMarked;
