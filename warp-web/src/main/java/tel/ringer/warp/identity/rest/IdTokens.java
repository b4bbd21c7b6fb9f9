package tel.ringer.warp.identity.rest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.identity.VerifiedIdentity;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/**
 * Verifies ID tokens (OpenID Connect Core 1.0, section 3.1.3.7): signature by a key of the provider, issuer, audience,
 * expiry, and that the provider vouches for the address.
 */
@ApplicationScoped
public class IdTokens {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");
    /** What providers put into a claim of their own instead of {@code true}. */
    private static final Set<Object> YES = Set.of(true, 1L, "1", "true");

    @Inject
    private Providers providers;

    /**
     * Which provider vouches is read from the token before it is verified, and decides by whose keys it is.
     *
     * @throws ProblemException unauthenticated, {@code invalid_id_token} or {@code email_not_verified}; unavailable,
     *     {@code provider_unavailable}
     */
    public VerifiedIdentity verify(String idToken) {
        try {
            JWT token = JWTParser.parse(idToken);
            Provider provider = Optional.ofNullable(token.getJWTClaimsSet())
                    .flatMap(claims -> Optional.ofNullable(claims.getIssuer()))
                    .flatMap(providers::byIssuer)
                    .orElseThrow(IdTokens::invalid);
            return verify(token, provider, null);
        } catch (ParseException e) {
            throw (ProblemException) invalid().initCause(e);
        }
    }

    /**
     * @param nonce that the token must carry; null if nobody asked for one
     * @throws ProblemException as above
     */
    VerifiedIdentity verify(JWT token, Provider provider, @Nullable Nonce nonce) {
        try {
            return identity(providers.discovered(provider).validator().validate(token, nonce), provider);
        } catch (BadJOSEException e) {
            throw (ProblemException) invalid().initCause(e);
        } catch (RateLimitReachedException e) {
            // The provider's keys were fetched a moment ago, and this one was not among them.
            throw (ProblemException) invalid().initCause(e);
        } catch (JOSEException e) {
            Discovery.log(provider, e);
            throw (ProblemException) Discovery.unavailable().initCause(e);
        }
    }

    private static VerifiedIdentity identity(IDTokenClaimsSet claims, Provider provider) {
        String email = claims.getStringClaim("email");
        if (email == null || !vouches(claims, provider)) {
            throw refused("email_not_verified", "The provider does not vouch for the e-mail address.");
        }
        String name = Optional.ofNullable(claims.getStringClaim("name"))
                .map(text -> CONTROL.matcher(text).replaceAll(" ").strip())
                .filter(text -> !text.isEmpty())
                .orElse(email);
        EmailAddress address = EmailAddress.of(email);
        return new VerifiedIdentity(
                claims.getIssuer().getValue(),
                claims.getSubject().getValue(),
                address,
                name,
                provider.isStaff(address));
    }

    /** The claim of the standard is a boolean; of what a provider invented one has to take what it gives. */
    private static boolean vouches(IDTokenClaimsSet claims, Provider provider) {
        Object value = claims.getClaim(provider.verifiedClaim());
        return provider.verifiedClaim().equals(Provider.VERIFIED)
                ? Boolean.TRUE.equals(value)
                : value != null && YES.contains(value);
    }

    private static ProblemException invalid() {
        return refused("invalid_id_token", "The ID token is not valid here.");
    }

    private static ProblemException refused(String code, String detail) {
        return new ProblemException(ProblemKind.UNAUTHENTICATED, code, detail);
    }
}
