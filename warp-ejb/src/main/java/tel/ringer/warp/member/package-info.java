/**
 * The people of a customer and what they hold there. Promises: nobody gives, changes or takes away more than they hold
 * at this customer themselves; one active owner or administrator always stays; what somebody sent with rights that they
 * lose is revoked with them. Works on auth.user_customer_access, which access owns. Leaves people as a whole to identity,
 * those who have no account yet to invitation.
 */
@NullMarked
package tel.ringer.warp.member;

import org.jspecify.annotations.NullMarked;
