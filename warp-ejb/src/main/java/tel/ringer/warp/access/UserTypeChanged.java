package tel.ringer.warp.access;

import java.util.UUID;

/**
 * A user type permits less or else than before, for all who hold it. Fired in the transaction that changes it and after
 * it has told the audit log.
 *
 * @param by who changed it
 */
public record UserTypeChanged(UUID userType, UserId by) {}
