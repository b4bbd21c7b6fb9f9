package tel.ringer.warp.access.rest;

import jakarta.security.enterprise.CallerPrincipal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.access.CustomerScope;

/** Something that shows an API key, good or bad: whose it is, and whether it may be used, the database decides. */
public class ApiKeyPrincipal extends CallerPrincipal {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable String secretHash;

    /** @param key empty for what can't be one */
    public ApiKeyPrincipal(Optional<CustomerScope.ApiKey> key) {
        super("api-key");
        secretHash = key.map(CustomerScope.ApiKey::secretHash).orElse(null);
    }

    Optional<CustomerScope.ApiKey> key() {
        return Optional.ofNullable(secretHash).map(CustomerScope.ApiKey::new);
    }
}
