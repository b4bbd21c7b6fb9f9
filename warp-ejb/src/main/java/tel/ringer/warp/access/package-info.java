/**
 * Who may do what, at which customers. Promises: deny by default; a decision reads the database, never the token; no
 * row of a customer is read or written without a scope; one person's rights at one customer are never used at another.
 * Owns auth.user_types, auth.user_type_permissions, auth.permission_metadata and auth.user_customer_access. The ids of
 * people and customers live here because everything else builds on this package. Leaves people, sessions, API keys and
 * customers to their features.
 */
@FilterDef(
        name = ScopedTransaction.TENANT_FILTER,
        applyToLoadByKey = true,
        parameters = {@ParamDef(name = "user", type = UUID.class), @ParamDef(name = "types", type = String.class)})
@NullMarked
package tel.ringer.warp.access;

import java.util.UUID;
import org.hibernate.annotations.FilterDef;
import org.hibernate.annotations.ParamDef;
import org.jspecify.annotations.NullMarked;
