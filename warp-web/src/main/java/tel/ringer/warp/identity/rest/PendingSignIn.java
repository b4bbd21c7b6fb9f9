package tel.ringer.warp.identity.rest;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.text.ParseException;

/**
 * A sign-in that has begun and that its own browser alone can finish.
 *
 * @param provider id of the one that the browser was sent to
 * @param state shows that the answer belongs to this browser's question (RFC 6749, section 10.12)
 * @param nonce shows that the ID token was made for it (OpenID Connect Core 1.0, section 15.5.2)
 * @param verifier shows that who asked exchanges the code (RFC 7636)
 */
record PendingSignIn(String provider, State state, Nonce nonce, CodeVerifier verifier, Destination destination) {
    /**
     * Where the browser goes then.
     *
     * @param path of this site
     * @param withProof whether it takes along proof of who it is, instead of a session
     */
    record Destination(String path, boolean withProof) {}

    static PendingSignIn with(Provider provider, Destination destination) {
        return new PendingSignIn(provider.id(), new State(), new Nonce(), new CodeVerifier(), destination);
    }

    JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .claim("provider", provider)
                .claim("state", state.getValue())
                .claim("nonce", nonce.getValue())
                .claim("verifier", verifier.getValue())
                .claim("path", destination.path())
                .claim("with_proof", destination.withProof())
                .build();
    }

    static PendingSignIn of(JWTClaimsSet claims) {
        try {
            return new PendingSignIn(
                    claims.getStringClaim("provider"),
                    new State(claims.getStringClaim("state")),
                    new Nonce(claims.getStringClaim("nonce")),
                    new CodeVerifier(claims.getStringClaim("verifier")),
                    new Destination(claims.getStringClaim("path"), claims.getBooleanClaim("with_proof")));
        } catch (ParseException e) {
            throw new IllegalArgumentException("This is no pending sign-in", e);
        }
    }

    @Override
    public String toString() {
        return "PendingSignIn[hidden]";
    }
}
