package tel.ringer.warp.access;

/**
 * The predicate that the tenant filter adds to each query: a grant of the person, of one of the permitting types.
 *
 * <p>Written without coalesce, whose result the planner knows nothing about: it would take 100,000 grants for a few.
 */
public final class TenantCondition {
    private static final String GRANTED =
            """
            exists (select 1 from auth.user_customer_access tenant_grant
                    join auth.users tenant_user on tenant_user.id = tenant_grant.user_id
                    where tenant_grant.user_id = :user and tenant_user.status = 'ACTIVE'
                      and (tenant_grant.user_type_id = any (cast(:types as uuid[]))
                           or tenant_grant.user_type_id is null
                              and tenant_user.user_type_id = any (cast(:types as uuid[])))
                      and tenant_grant.customer_id = {alias}""";

    /** For tables with a {@code customer_id}. */
    public static final String ON_CUSTOMER_ID = GRANTED + ".customer_id)";

    /** For the customers themselves. */
    public static final String ON_ID = GRANTED + ".id)";

    private TenantCondition() {}
}
