package tel.ringer.warp.identity.rest;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.http.rest.TraceContext;
import tel.ringer.warp.identity.VerifiedIdentity;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Exchanges an authorization code for an ID token at the provider (OpenID Connect Core 1.0, section 3.1.3). */
@ApplicationScoped
class CodeExchange {
    private static final System.Logger LOG = System.getLogger(CodeExchange.class.getName());

    @Inject
    private Providers providers;

    @Inject
    private IdTokens idTokens;

    @Inject
    private TraceContext trace;

    /**
     * @throws ProblemException malformed, {@code sign_in_not_begun} for a code that was used or is too old; unavailable,
     *     {@code provider_unavailable} or {@code provider_refused}; as {@link Callback#code} and as
     *     {@link IdTokens#verify(String)}
     */
    VerifiedIdentity identity(Callback callback, PendingSignIn pending, Provider provider) {
        DiscoveredProvider discovered = providers.discovered(provider);
        AuthorizationCode code = callback.code(pending, discovered.metadata());
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(code, callback.response().getRedirectionURI(), pending.verifier());
        TokenResponse response = send(request(discovered, grant), provider);
        if (!(response.indicatesSuccess() && response.toSuccessResponse() instanceof OIDCTokenResponse success)) {
            throw refused(provider, response.toErrorResponse().getErrorObject());
        }
        return idTokens.verify(success.getOIDCTokens().getIDToken(), provider, pending.nonce());
    }

    private HTTPRequest request(DiscoveredProvider provider, AuthorizationCodeGrant grant) {
        URI endpoint = provider.metadata().getTokenEndpointURI();
        HTTPRequest request = authentication(provider)
                .map(client -> new TokenRequest.Builder(endpoint, client, grant))
                .orElseGet(() -> new TokenRequest.Builder(
                        endpoint, new ClientID(provider.provider().clientId()), grant))
                .build()
                .toHTTPRequest();
        request.setConnectTimeout(Discovery.TIMEOUT_MS);
        request.setReadTimeout(Discovery.TIMEOUT_MS);
        request.setFollowRedirects(false);
        trace.headers().forEach(request::setHeader);
        return request;
    }

    /** As the provider wants it; whoever does not say wants it in the header (OpenID Connect Discovery 1.0). */
    private static Optional<ClientAuthentication> authentication(DiscoveredProvider provider) {
        List<ClientAuthenticationMethod> methods = provider.metadata().getTokenEndpointAuthMethods();
        boolean post = methods != null
                && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        ClientID id = new ClientID(provider.provider().clientId());
        return provider.provider()
                .clientSecret()
                .map(Secret::new)
                .map(secret -> post ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret));
    }

    private static TokenResponse send(HTTPRequest request, Provider provider) {
        try {
            return OIDCTokenResponseParser.parse(request.send());
        } catch (IOException | ParseException e) {
            Discovery.log(provider, e);
            throw (ProblemException) Discovery.unavailable().initCause(e);
        }
    }

    private static ProblemException refused(Provider provider, ErrorObject error) {
        if (OAuth2Error.INVALID_GRANT.equals(error)) {
            return new ProblemException(
                    ProblemKind.MALFORMED, "sign_in_not_begun", "This sign-in was finished before. Start again.");
        }
        LOG.log(
                System.Logger.Level.WARNING,
                () -> "The OpenID provider " + provider.issuer() + " gives WARP no token: " + error.getCode()
                        + "; look at the client's id, secret and redirect URI");
        return new ProblemException(
                ProblemKind.UNAVAILABLE,
                "provider_refused",
                "The sign-in provider did not let WARP sign you in.",
                Map.of("retry_after", Discovery.PAUSE.toSeconds()));
    }
}
