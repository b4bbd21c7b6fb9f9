package tel.ringer.warp.limit;

import java.time.Duration;

/** What is counted, how often in which time: as {@code warp.limits.}... says. */
public enum Limit {
    /** All that one address tries: so that nobody takes a server for themselves. */
    ATTEMPTS("attempts-per-minute", Duration.ofMinutes(1)),
    /** What one address tries with credentials that nobody knows: refuses further ones of that kind, and no other. */
    FAILURES("failures-per-minute", Duration.ofMinutes(1)),
    /** How often one credential is presented, from wherever. */
    CREDENTIAL("credential-per-minute", Duration.ofMinutes(1)),
    /** How often one company invites one address, or sends to it again. */
    INVITATIONS_TO_ADDRESS("invitations-per-address-hour", Duration.ofHours(1)),
    /** How often one account invites, at whichever company. */
    INVITATIONS_BY_INVITER("invitations-per-inviter-hour", Duration.ofHours(1)),
    /** How often anybody invites to one company. */
    INVITATIONS_OF_CUSTOMER("invitations-per-customer-hour", Duration.ofHours(1)),
    /** How often anybody invites from one network address. */
    INVITATIONS_FROM_SOURCE("invitations-per-source-hour", Duration.ofHours(1)),
    /** How often one account uploads many to invite, at whichever company. */
    UPLOADS_BY_INVITER("uploads-per-inviter-hour", Duration.ofHours(1));

    private final String name;
    private final Duration time;

    Limit(String name, Duration time) {
        this.name = name;
        this.time = time;
    }

    /** Under which it is configured. */
    String setting() {
        return "warp.limits." + name;
    }

    Duration time() {
        return time;
    }
}
