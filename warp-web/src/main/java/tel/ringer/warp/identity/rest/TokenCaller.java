package tel.ringer.warp.identity.rest;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.security.enterprise.CallerPrincipal;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Whoever a verified access token names, as MicroProfile JWT 2.1 shows callers. */
final class TokenCaller extends CallerPrincipal implements JsonWebToken {
    private static final long serialVersionUID = 1L;

    private final JWTClaimsSet claims;

    TokenCaller(JWTClaimsSet claims) {
        super(String.valueOf(claims.getClaim(Claims.upn.name())));
        this.claims = claims;
    }

    @Override
    public Set<String> getClaimNames() {
        return claims.getClaims().keySet();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> @Nullable T getClaim(String name) {
        Object value = claims.getClaim(name);
        if (value instanceof Date date) {
            return (T) Long.valueOf(date.toInstant().getEpochSecond());
        }
        boolean isSet = name.equals(Claims.aud.name()) || name.equals(Claims.groups.name());
        return (T) (isSet && value instanceof List<?> list ? Set.copyOf(list) : value);
    }
}
