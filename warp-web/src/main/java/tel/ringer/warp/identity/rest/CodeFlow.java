package tel.ringer.warp.identity.rest;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Prompt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * The authorization code flow (OpenID Connect Core 1.0, section 3.1) with PKCE, state and nonce. Nothing of it is kept
 * here: what has begun travels with the browser, so that any node can finish it.
 */
@ApplicationScoped
public class CodeFlow {
    private static final String COOKIE = "warp_sign_in";
    private static final String COOKIE_PATH = "/auth/callback";

    @Inject
    private Providers providers;

    @Inject
    private SealedCookies cookies;

    @Inject
    @ConfigProperty(name = "warp.public-url")
    private URI publicUrl;

    /**
     * @param anyAccount whether the person chooses an account even if the provider knows one
     * @throws ProblemException unavailable, {@code provider_unavailable}
     */
    SignInBeginning toSession(Provider provider, ReturnPath returnTo, boolean anyAccount) {
        return begin(provider, new PendingSignIn.Destination(returnTo.value(), false), Optional.empty(), anyAccount);
    }

    /**
     * Opens no session: the browser brings proof of who it is to a page that wants to know.
     *
     * @param path of that page
     * @param expected whom it wants to see; the person may still choose another account
     * @throws ProblemException unavailable, {@code provider_unavailable}
     */
    public SignInBeginning toProof(Provider provider, String path, EmailAddress expected) {
        return begin(provider, new PendingSignIn.Destination(path, true), Optional.of(expected.deliverable()), true);
    }

    private SignInBeginning begin(
            Provider provider, PendingSignIn.Destination destination, Optional<String> hint, boolean anyAccount) {
        PendingSignIn pending = PendingSignIn.with(provider, destination);
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "email", "profile"),
                        new ClientID(provider.clientId()),
                        redirectUri())
                .endpointURI(providers.discovered(provider).metadata().getAuthorizationEndpointURI())
                .state(pending.state())
                .nonce(pending.nonce())
                .codeChallenge(pending.verifier(), CodeChallengeMethod.S256);
        hint.ifPresent(request::loginHint);
        if (anyAccount) {
            request.prompt(new Prompt(Prompt.Type.SELECT_ACCOUNT));
        }
        return new SignInBeginning(
                provider, request.build().toURI(), cookies.seal(COOKIE, COOKIE_PATH, pending.claims()));
    }

    /** @throws ProblemException malformed, {@code sign_in_not_begun} */
    PendingSignIn pending(HttpHeaders headers) {
        return cookies.open(COOKIE, COOKIE_PATH, headers)
                .map(PendingSignIn::of)
                .orElseThrow(() -> new ProblemException(
                        ProblemKind.MALFORMED,
                        "sign_in_not_begun",
                        "This sign-in was begun in another browser, or too long ago. Start again."));
    }

    /** A sign-in is finished once, however it ends. */
    NewCookie end() {
        return cookies.removal(COOKIE, COOKIE_PATH);
    }

    /** Where the provider sends the browser back to. */
    URI redirectUri() {
        return publicUrl.resolve(COOKIE_PATH);
    }
}
