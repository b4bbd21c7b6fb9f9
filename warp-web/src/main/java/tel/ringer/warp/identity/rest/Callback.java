package tel.ringer.warp.identity.rest;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** What a browser brings back from the provider (OpenID Connect Core 1.0, section 3.1.2.5). */
record Callback(AuthenticationResponse response) {
    private static final System.Logger LOG = System.getLogger(Callback.class.getName());

    /** @throws ProblemException malformed, {@code invalid_callback} */
    static Callback parse(URI redirectUri, Map<String, List<String>> parameters) {
        try {
            return new Callback(AuthenticationResponseParser.parse(redirectUri, parameters));
        } catch (ParseException e) {
            throw (ProblemException) invalid().initCause(e);
        }
    }

    /**
     * The code, if the answer is to this question and comes from whom it went to (RFC 9207).
     *
     * @throws ProblemException malformed, {@code invalid_callback}; forbidden, {@code sign_in_cancelled} or
     *     {@code sign_in_failed}; unavailable, {@code provider_unavailable}
     */
    AuthorizationCode code(PendingSignIn pending, OIDCProviderMetadata metadata) {
        if (!pending.state().equals(response.getState()) || !isFrom(metadata)) {
            throw invalid();
        }
        if (!response.indicatesSuccess()) {
            throw failed(metadata, response.toErrorResponse().getErrorObject());
        }
        return Optional.ofNullable(response.toSuccessResponse().getAuthorizationCode())
                .orElseThrow(Callback::invalid);
    }

    /** Whether the person did not want to, so that the page which asked can ask again. */
    boolean isCancelled(PendingSignIn pending) {
        return pending.state().equals(response.getState())
                && !response.indicatesSuccess()
                && OAuth2Error.ACCESS_DENIED.equals(response.toErrorResponse().getErrorObject());
    }

    private boolean isFrom(OIDCProviderMetadata metadata) {
        Issuer stated = response.getIssuer();
        return stated == null
                ? !metadata.supportsAuthorizationResponseIssuerParam()
                : stated.equals(metadata.getIssuer());
    }

    /** What else the provider says is for the log alone. */
    private static ProblemException failed(OIDCProviderMetadata metadata, ErrorObject error) {
        if (OAuth2Error.ACCESS_DENIED.equals(error)) {
            return new ProblemException(ProblemKind.FORBIDDEN, "sign_in_cancelled", "The sign-in was cancelled.");
        }
        LOG.log(
                System.Logger.Level.WARNING,
                () -> "The OpenID provider " + metadata.getIssuer() + " refuses a sign-in: " + error.getCode());
        return OAuth2Error.TEMPORARILY_UNAVAILABLE.equals(error) || OAuth2Error.SERVER_ERROR.equals(error)
                ? Discovery.unavailable()
                : new ProblemException(
                        ProblemKind.FORBIDDEN, "sign_in_failed", "The sign-in provider did not sign you in.");
    }

    private static ProblemException invalid() {
        return new ProblemException(
                ProblemKind.MALFORMED, "invalid_callback", "This is not the answer to a sign-in that was begun here.");
    }

    @Override
    public String toString() {
        return "Callback[hidden]";
    }
}
