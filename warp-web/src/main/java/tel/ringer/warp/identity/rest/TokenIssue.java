package tel.ringer.warp.identity.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import tel.ringer.warp.identity.OpenedSession;

/** Hands an opened session to its person. */
@ApplicationScoped
public class TokenIssue {
    @Inject
    private AccessTokens tokens;

    public TokenResponse of(OpenedSession session) {
        return new TokenResponse(
                tokens.sign(session),
                "Bearer",
                tokens.secondsToLive(),
                session.refreshToken().value(),
                session.refreshExpiresAt(),
                new TokenResponse.Person(session.userId().value(), session.email(), session.displayName()));
    }
}
