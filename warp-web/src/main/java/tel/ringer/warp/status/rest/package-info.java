/** Health for orchestrators. Promises that each check looks at what it names. Owns no table. */
@NullMarked
package tel.ringer.warp.status.rest;

import org.jspecify.annotations.NullMarked;
