package tel.ringer.warp.identity.rest;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.auth.Secret;
import java.text.ParseException;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.identity.VerifiedIdentity;

/**
 * Who a browser has shown to be, without a session.
 *
 * @param provider name of the one that vouched
 * @param formToken that the forms of the page must send along: no other site knows it
 */
public record ProvenIdentity(VerifiedIdentity identity, String provider, Secret formToken) {
    static ProvenIdentity of(VerifiedIdentity identity, Provider provider) {
        return new ProvenIdentity(identity, provider.name(), new Secret());
    }

    /** Compared in constant time. */
    public boolean isFormToken(String sent) {
        return formToken.equals(new Secret(sent));
    }

    JWTClaimsSet claims() {
        return new JWTClaimsSet.Builder()
                .issuer(identity.issuer())
                .subject(identity.subject())
                .claim("email", identity.email().written())
                .claim("name", identity.name())
                .claim("staff", identity.staff())
                .claim("provider", provider)
                .claim("form", formToken.getValue())
                .build();
    }

    static ProvenIdentity of(JWTClaimsSet claims) {
        try {
            VerifiedIdentity identity = new VerifiedIdentity(
                    claims.getIssuer(),
                    claims.getSubject(),
                    EmailAddress.of(claims.getStringClaim("email")),
                    claims.getStringClaim("name"),
                    claims.getBooleanClaim("staff"));
            return new ProvenIdentity(
                    identity, claims.getStringClaim("provider"), new Secret(claims.getStringClaim("form")));
        } catch (ParseException e) {
            throw new IllegalArgumentException("This is no proof of identity", e);
        }
    }

    @Override
    public String toString() {
        return "ProvenIdentity[hidden]";
    }
}
