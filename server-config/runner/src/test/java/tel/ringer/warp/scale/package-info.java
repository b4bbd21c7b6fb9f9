/**
 * Measures what a page costs as customers and grants grow, with the real server, and shows PostgreSQL's plans for it.
 * Started by server-config/scale/scale.sh, never by a build; measures and prints, asserts nothing.
 */
@NullMarked
package tel.ringer.warp.scale;

import org.jspecify.annotations.NullMarked;
