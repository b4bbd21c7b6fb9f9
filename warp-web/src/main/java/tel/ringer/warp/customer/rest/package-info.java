/** Customers over HTTP. Owns no table. */
@NullMarked
package tel.ringer.warp.customer.rest;

import org.jspecify.annotations.NullMarked;
