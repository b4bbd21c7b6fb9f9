package tel.ringer.warp.identity.rest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.BadJWSException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Tells WARP's own access tokens from all else: type, the one algorithm, a key of WARP's by its id, issuer, audience,
 * times, and that all claims are there.
 */
final class TokenVerifier {
    private static final Set<String> REQUIRED = Set.of("sub", "sid", "exp", "iat", "jti", "upn");

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    TokenVerifier(Supplier<JWKSet> keys, String issuer, String audience, Clock clock) {
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(AccessTokens.TYPE));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                AccessTokens.ALGORITHM, (selector, context) -> selector.select(keys.get())));
        JWTClaimsSet exactly = new JWTClaimsSet.Builder().issuer(issuer).build();
        DefaultJWTClaimsVerifier<SecurityContext> claims = new DefaultJWTClaimsVerifier<>(audience, exactly, REQUIRED) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
        // Whoever verifies is who signed, or a neighbour with the same clock.
        claims.setMaxClockSkew(0);
        processor.setJWTClaimsSetVerifier(claims);
    }

    /** @throws BadJOSEException if it is none, or none that holds here and now */
    JWTClaimsSet verify(String token) throws ParseException, BadJOSEException, JOSEException {
        SignedJWT signed = SignedJWT.parse(token);
        requireKeyId(signed.getHeader());
        return processor.process(signed, null);
    }

    /** Without one, each key would be tried. */
    private static void requireKeyId(JWSHeader header) throws BadJWSException {
        if (header.getKeyID() == null) {
            throw new BadJWSException("The token names no key");
        }
    }
}
