/** Personal data over HTTP: to take along, and to have forgotten. */
@NullMarked
package tel.ringer.warp.privacy.rest;

import org.jspecify.annotations.NullMarked;
