/**
 * Starts WARP and everything it needs on one machine, for development and tests: PostgreSQL, an OpenID provider, a mail
 * sink and Payara Micro.
 *
 * <p>Promises: whatever is configured is not started locally; what was started is stopped; what was stored is found
 * again. Nothing of it is part of what ships.
 */
@NullMarked
package tel.ringer.warp.runner;

import org.jspecify.annotations.NullMarked;
