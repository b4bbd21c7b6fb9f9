package tel.ringer.warp.keycloak;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationSuccessResponse;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import java.io.IOException;
import java.net.URI;
import tel.ringer.warp.kit.Browser;
import tel.ringer.warp.kit.Page;

/** A front end that signs people in at Keycloak by itself: authorization code with PKCE. */
record RelyingParty(KeycloakServer server, String clientId, URI redirect) {
    private URI endpoint(String name) {
        return URI.create(server.issuer() + "/protocol/openid-connect/" + name);
    }

    /** The ID token that the person brings back. */
    String idToken(String username) throws IOException {
        CodeVerifier verifier = new CodeVerifier();
        URI back = attempt(username, verifier).next().orElseThrow();
        try {
            AuthorizationCode code = AuthenticationSuccessResponse.parse(back).getAuthorizationCode();
            TokenRequest request = new TokenRequest.Builder(
                            endpoint("token"),
                            new ClientSecretBasic(new ClientID(clientId), new Secret("secret-of-" + clientId)),
                            new AuthorizationCodeGrant(code, redirect, verifier))
                    .build();
            return OIDCTokenResponse.parse(request.toHTTPRequest().send())
                    .getOIDCTokens()
                    .getIDTokenString();
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /** Where the person gets who tries. */
    Page attempt(String username) {
        return attempt(username, new CodeVerifier());
    }

    private Page attempt(String username, CodeVerifier verifier) {
        Browser browser = Browser.fresh();
        return new LoginForm(browser.open(authorization(verifier).toString())).signIn(browser, username);
    }

    private URI authorization(CodeVerifier verifier) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "email", "profile"), new ClientID(clientId), redirect)
                .endpointURI(endpoint("auth"))
                .state(new State())
                .nonce(new Nonce())
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
    }
}
