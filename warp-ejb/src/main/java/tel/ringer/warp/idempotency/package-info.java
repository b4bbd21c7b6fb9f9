/**
 * Requests that are made again because their answer was lost. Promises: a request with a key has one effect, however
 * often and however simultaneously its caller makes it within a day; a key of one caller says nothing to another; a
 * refused request leaves no key. Owns auth.idempotency_keys and, for what is at no customer,
 * auth.platform_idempotency_keys. Leaves the effect, and what the caller is shown of it, to the feature (ADR 18).
 */
@NullMarked
package tel.ringer.warp.idempotency;

import org.jspecify.annotations.NullMarked;
