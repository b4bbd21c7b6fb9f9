/**
 * Customers of the carrier. Promises that a customer out of scope can't be told from one that does not exist, in lists
 * and totals too. Owns accounts.customers.
 */
@NullMarked
package tel.ringer.warp.customer;

import org.jspecify.annotations.NullMarked;
