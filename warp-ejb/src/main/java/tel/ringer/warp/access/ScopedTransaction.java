package tel.ringer.warp.access;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * Binds a scope to the running JTA transaction: as settings that PostgreSQL's policies read and forgets at commit and
 * rollback (the third wall), and as the Hibernate filter on every query (part of the second).
 */
@ApplicationScoped
public class ScopedTransaction {
    /** Name of the Hibernate filter that confines entities to the customers of a {@link CustomerScope.Granted}. */
    public static final String TENANT_FILTER = "tenant";

    private static final String SETTINGS =
            """
            select set_config('warp.user_id', :user, true), set_config('warp.user_types', :types, true),
                   set_config('warp.invitation_token', :token, true), set_config('warp.job', :job, true),
                   set_config('warp.api_key', :key, true)
            """;

    @PersistenceContext
    private EntityManager entities;

    @Resource
    private TransactionSynchronizationRegistry registry;

    /** @throws IllegalStateException without a transaction, or if it already runs under another scope */
    public void bind(CustomerScope scope) {
        Object bound = registry.getResource(CustomerScope.class);
        if (scope.equals(bound)) {
            return;
        }
        if (bound != null) {
            throw new IllegalStateException("A transaction has one scope: " + bound + ", not also " + scope);
        }
        if (scope instanceof CustomerScope.All all) {
            set(all.user().toString(), "", "", "", "");
        } else if (scope instanceof CustomerScope.Granted granted) {
            set(granted.user().toString(), array(granted.userTypes()), "", "", "");
            confineQueries(granted);
        } else if (scope instanceof CustomerScope.Invitation invitation) {
            set("", "", invitation.tokenHash(), "", "");
        } else if (scope instanceof CustomerScope.System system) {
            set("", "", "", system.job(), "");
        } else if (scope instanceof CustomerScope.ApiKey key) {
            set("", "", "", "", key.secretHash());
        }
        registry.putResource(CustomerScope.class, scope);
    }

    private void set(String user, String types, String token, String job, String key) {
        entities.createNativeQuery(SETTINGS, Object[].class)
                .setParameter("user", user)
                .setParameter("types", types)
                .setParameter("token", token)
                .setParameter("job", job)
                .setParameter("key", key)
                .getSingleResult();
    }

    private void confineQueries(CustomerScope.Granted granted) {
        entities.unwrap(Session.class)
                .enableFilter(TENANT_FILTER)
                .setParameter("user", granted.user().value())
                .setParameter("types", array(granted.userTypes()));
    }

    private static String array(Set<UUID> ids) {
        return ids.stream().map(UUID::toString).sorted().collect(Collectors.joining(",", "{", "}"));
    }
}
