package tel.ringer.warp.database;

import java.util.ArrayList;
import java.util.List;

/** What PostgreSQL says of the role that the application logs in as. */
public record LoginRole(String name, boolean superuser, boolean bypassesRowSecurity, long ownedTables) {
    /** Why row-level security would not hold for this role; empty if it does. */
    public List<String> dangers() {
        List<String> dangers = new ArrayList<>();
        if (superuser) {
            dangers.add("is a superuser");
        }
        if (bypassesRowSecurity) {
            dangers.add("has BYPASSRLS");
        }
        if (ownedTables > 0) {
            dangers.add("owns " + ownedTables + " of WARP's tables");
        }
        return dangers;
    }
}
