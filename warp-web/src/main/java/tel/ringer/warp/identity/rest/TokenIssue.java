package tel.ringer.warp.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import tel.ringer.warp.identity.OpenedSession;

/** Hands an opened session to its person. */
@ApplicationScoped
public class TokenIssue {
    @Inject
    private AccessTokens tokens;

    @Inject
    private SessionCookies cookies;

    /** With the refresh token, for those who keep it themselves. */
    public TokenResponse of(OpenedSession session) {
        return of(session, Optional.of(session.refreshToken().value()));
    }

    /** With the refresh token in a cookie alone, where no script reads it. */
    public Response toBrowser(OpenedSession session) {
        return Response.ok(of(session, Optional.empty()))
                .cookie(cookies.refresh(session))
                .build();
    }

    private TokenResponse of(OpenedSession session, Optional<String> refreshToken) {
        AccessTokens.AccessToken token = tokens.sign(session);
        return new TokenResponse(
                token.value(),
                "Bearer",
                token.secondsToLive(),
                refreshToken.orElse(null),
                session.refreshExpiresAt(),
                new TokenResponse.Person(session.userId().value(), session.email(), session.displayName()));
    }
}
