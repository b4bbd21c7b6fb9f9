package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.PermissionSet;
import tel.ringer.warp.access.ScopedTransaction;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.UserTypes;

/** Runs inside the server: what is compiled of the user types is never what was rolled back. */
@ExtendWith(ArquillianExtension.class)
class UserTypesInsideIT {
    @Inject
    private UserTypes userTypes;

    @Inject
    private ScopedTransaction scoped;

    @Resource
    private UserTransaction transaction;

    @PersistenceContext(unitName = "warp")
    private EntityManager entities;

    private final UUID author = UUID.randomUUID();
    private final UUID type = UUID.randomUUID();

    @BeforeEach
    void aTypeAndItsAuthor() throws SQLException {
        OwnerConnection.execute("insert into auth.user_types (id, name, display_name, description) values ('" + type
                + "', 't" + type.toString().substring(0, 8) + "', 'Inside', 'Inside')");
        OwnerConnection.execute(
                "insert into auth.users (id, email, email_normalised, display_name, status, user_type_id, created_at) select '"
                        + author + "', '" + author + "@x.example', '" + author
                        + "@x.example', 'Inside', 'ACTIVE', id, now() from auth.user_types where name = 'superAdmin'");
    }

    private PermissionSet permissions() {
        return Objects.requireNonNull(userTypes.byId().get(type)).permissions();
    }

    private static String permit(UUID type, String path) {
        return "insert into auth.user_type_permissions values ('" + type + "', 'GET', '" + path + "')";
    }

    /** The number of the state that was rolled back is given once more, to another state. */
    @Test
    void aChangeThatWasRolledBackIsForgotten() throws Exception {
        transaction.begin();
        scoped.bind(new CustomerScope.All(new UserId(author)));
        entities.createNativeQuery(permit(type, "/v1/never")).executeUpdate();
        assertTrue(permissions().permits("GET", "/v1/never"));
        transaction.rollback();

        OwnerConnection.execute(permit(type, "/v1/kept"));

        transaction.begin();
        try {
            assertTrue(permissions().permits("GET", "/v1/kept"));
            assertFalse(permissions().permits("GET", "/v1/never"));
        } finally {
            transaction.rollback();
        }
    }
}
