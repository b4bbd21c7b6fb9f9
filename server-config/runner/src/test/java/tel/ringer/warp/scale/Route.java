package tel.ringer.warp.scale;

import java.util.List;

/** A list that is measured, and the table by which its statements are known in the log. */
record Route(String path, String table) {
    static final List<Route> ALL = List.of(
            new Route("/v1/customers?limit=50", "accounts.customers"),
            new Route("/v1/customers?limit=50&sort=-created_at", "accounts.customers"),
            // Of one customer in a million, and of all.
            new Route("/v1/customers?limit=50&q=s-99999", "accounts.customers"),
            new Route("/v1/customers?limit=50&q=company", "accounts.customers"),
            new Route("/v1/admin/invitations?limit=50", "auth.user_invitations"));

    @Override
    public String toString() {
        return "GET " + path;
    }
}
