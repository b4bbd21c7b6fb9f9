package tel.ringer.warp.access;

import java.util.UUID;

/** A user type permits less or else than before, for all who hold it. Fired in the transaction that changes it. */
public record UserTypeChanged(UUID userType) {}
