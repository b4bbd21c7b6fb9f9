package tel.ringer.warp.privacy;

import java.util.UUID;
import tel.ringer.warp.access.CustomerId;

/**
 * What an erasure changed at a customer.
 *
 * @param action as the audit log calls it
 */
record ErasureEffect(CustomerId customer, String action, String subjectType, UUID subject) {
    static final String REVOKED = "invitation.revoked";
    static final String REMOVED = "member.removed";
}
