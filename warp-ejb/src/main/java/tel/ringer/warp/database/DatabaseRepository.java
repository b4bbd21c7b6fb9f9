package tel.ringer.warp.database;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;

/** Asks the database about itself. */
@ApplicationScoped
class DatabaseRepository {
    @PersistenceContext
    private EntityManager entities;

    /** Membership in a role with these attributes is as good as having them: "set role" is all it takes. */
    LoginRole loginRole() {
        Tuple row = (Tuple) entities.createNativeQuery(
                        """
                        select cast(current_user as text) as name, bool_or(r.rolsuper) as superuser,
                               bool_or(r.rolbypassrls) as bypasses,
                               (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                where n.nspname in ('auth', 'accounts', 'notification', 'audit')
                                  and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'member')) as owned
                        from pg_roles r where pg_has_role(current_user, r.oid, 'member')
                        """,
                        Tuple.class)
                .getSingleResult();
        return new LoginRole(
                row.get("name", String.class),
                row.get("superuser", Boolean.class),
                row.get("bypasses", Boolean.class),
                row.get("owned", Number.class).longValue());
    }

    boolean hasRun(String changeset) {
        return (boolean) entities.createNativeQuery(
                        "select exists (select 1 from public.databasechangelog where id = :id)", Boolean.class)
                .setParameter("id", changeset)
                .getSingleResult();
    }

    void ping() {
        entities.createNativeQuery("select 1", Integer.class).getSingleResult();
    }
}
