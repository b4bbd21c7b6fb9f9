package tel.ringer.warp.invitation;

/** Where an invitation stands. All but PENDING are final. */
public enum InvitationStatus {
    PENDING,
    ACCEPTED,
    DECLINED,
    REVOKED,
    EXPIRED
}
