/**
 * API keys, by which a company's machines call. Promises: a key is shown once and kept as a hash; it holds one user type
 * at one customer, within what its creator held there; revoked or expired, it is refused at the next request on every
 * node; it outlives its creator, and who manages the customer's keys revokes any of them. Owns auth.api_keys; the
 * database keeps a key's account and grant. Leaves decisions about what a key may do to access.
 */
@NullMarked
package tel.ringer.warp.apikey;

import org.jspecify.annotations.NullMarked;
