package tel.ringer.warp.invitation;

/** How far an upload is. DONE and CANCELLED are final: nobody else of it is invited. */
public enum BatchStatus {
    QUEUED,
    RUNNING,
    DONE,
    CANCELLED
}
