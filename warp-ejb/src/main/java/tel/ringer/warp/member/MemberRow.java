package tel.ringer.warp.member;

import tel.ringer.warp.access.Grant;
import tel.ringer.warp.identity.User;
import tel.ringer.warp.paging.Cursor;

/**
 * A person at a customer, before the user types are looked up.
 *
 * @param sortKey the name as the database compares it
 */
record MemberRow(User user, Grant grant, String sortKey) {
    Cursor place() {
        return new Cursor(sortKey, user.id().value());
    }
}
