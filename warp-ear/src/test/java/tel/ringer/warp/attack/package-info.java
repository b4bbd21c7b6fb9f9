/**
 * Generated cross-tenant attempts: every route, by every kind of caller, with somebody else's ids wherever an id can
 * stand. Judged by what comes back and by what is in the database afterwards, never by what the code is believed to do.
 */
@NullMarked
package tel.ringer.warp.attack;

import org.jspecify.annotations.NullMarked;
