package tel.ringer.warp.dashboard;

import java.util.Locale;
import java.util.Optional;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.Rights;

/** A part of the dashboard. A later feature joins with a constant here and its statement in the repository. */
public enum DashboardPart {
    CUSTOMERS("/v1/customers"),
    USERS("/v1/customers/0/users"),
    INVITATIONS("/v1/admin/invitations"),
    MAILS("/v1/admin/mail/dead-letters"),
    NEW_CUSTOMERS("/v1/customers"),
    INVITATIONS_CREATED("/v1/admin/invitations"),
    INVITATIONS_ACCEPTED("/v1/admin/invitations");

    private final String list;

    /** @param list path of the list that shows one by one what is counted here */
    DashboardPart(String list) {
        this.list = list;
    }

    /** As it is called on the wire. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The customers of which the caller could list what is counted; empty if they could nowhere. */
    Optional<CustomerScope> scope(Rights rights) {
        return rights.scopeFor("GET", list);
    }
}
