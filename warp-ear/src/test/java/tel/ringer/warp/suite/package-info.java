/** Tests against the application as it ships, in Payara Micro, on PostgreSQL: one deployment for all of them. */
@NullMarked
package tel.ringer.warp.suite;

import org.jspecify.annotations.NullMarked;
