/**
 * New customers: the record, and its first contact, who is invited. Promises: both or neither; the same request again is
 * one customer; whoever creates one belongs to it. Owns no table. Leaves the record to customer, the invitation to
 * invitation.
 */
@NullMarked
package tel.ringer.warp.onboarding;

import org.jspecify.annotations.NullMarked;
