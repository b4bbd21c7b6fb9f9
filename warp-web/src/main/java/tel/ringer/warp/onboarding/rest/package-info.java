/** The creation of customers over HTTP. Owns no table. */
@NullMarked
package tel.ringer.warp.onboarding.rest;

import org.jspecify.annotations.NullMarked;
