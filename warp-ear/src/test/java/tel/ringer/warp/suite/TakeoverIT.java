package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** Ways to get in as somebody else; each is refused, at sign-in and at acceptance, and changes nothing. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class TakeoverIT {
    private final Api nobody = Api.anonymous();
    private final Person victim = World.superAdmin();
    private final Map<String, Object> claims = Identities.claims(victim.email(), "local-" + victim.email());

    private void assertRefused(String idToken, String code) {
        Answer signIn = nobody.exchange(idToken);
        assertEquals(401, signIn.status(), signIn.body());
        assertEquals(code, signIn.code());
        Company company = World.company();
        World.invite(World.superAdmin().api(), company, victim.email());
        String token = World.tokenMailedTo(victim.email());
        Answer accept = nobody.accept(token, idToken);
        assertEquals(401, accept.status(), accept.body());
        assertEquals(code, accept.code());
        assertEquals(200, nobody.get("/invitations/" + token).status());
        assertEquals("null", World.query("select subject from auth.users where id = ?", victim.id()));
    }

    @Test
    void theGenuineTokenWorks() {
        assertEquals(200, nobody.exchange(Identities.of(claims)).status());
    }

    @Test
    void anUnverifiedAddressIsRefused() {
        claims.put("email_verified", false);
        assertRefused(Identities.of(claims), "email_not_verified");
    }

    @Test
    void anAddressThatTheProviderDoesNotMentionAsVerifiedIsRefused() {
        claims.remove("email_verified");
        assertRefused(Identities.of(claims), "email_not_verified");
    }

    @Test
    void aWordInsteadOfTheVerificationIsRefused() {
        claims.put("email_verified", "true");
        assertRefused(Identities.of(claims), "email_not_verified");
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() {
        claims.put("iss", PartsForTests.identityProvider().issuer() + "-of-somebody-else");
        assertRefused(Identities.of(claims), "invalid_id_token");
    }

    @Test
    void aTokenForAnotherAudienceIsRefused() {
        claims.put("aud", "another-client");
        assertRefused(Identities.of(claims), "invalid_id_token");
    }

    @Test
    void anExpiredTokenIsRefused() {
        claims.put("exp", Instant.now().getEpochSecond() - 120);
        assertRefused(Identities.of(claims), "invalid_id_token");
    }

    @Test
    void anUnsignedTokenIsRefused() throws ParseException {
        assertRefused(new PlainJWT(JWTClaimsSet.parse(claims)).serialize(), "invalid_id_token");
    }

    @Test
    void aTokenSignedWithAnotherKeyIsRefused() throws JOSEException {
        RSAKey forged = new RSAKeyGenerator(2048)
                .keyID(PartsForTests.identityProvider().signingKey().getKeyID())
                .generate();
        assertRefused(Identities.signed(claims, forged), "invalid_id_token");
    }

    @Test
    void aTokenSignedWithThePublicKeyAsSharedSecretIsRefused() throws JOSEException, ParseException {
        RSAKey key = PartsForTests.identityProvider().signingKey();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), JWTClaimsSet.parse(claims));
        token.sign(new MACSigner(key.toPublicJWK().toRSAPublicKey().getEncoded()));
        assertRefused(token.serialize(), "invalid_id_token");
    }

    @Test
    void aTamperedTokenIsRefused() {
        String[] parts =
                Identities.of(Identities.claims(World.newEmail(), "attacker")).split("\\.", -1);
        String[] wanted = Identities.of(claims).split("\\.", -1);
        assertRefused(parts[0] + "." + wanted[1] + "." + parts[2], "invalid_id_token");
    }

    @Test
    void somethingThatIsNoTokenIsRefused() {
        assertRefused("no.token.atall", "invalid_id_token");
    }

    @Test
    void warpsOwnAccessTokenIsNoIdToken() {
        assertRefused(World.superAdmin().signIn().getString("access_token"), "invalid_id_token");
    }

    @Test
    void aRefreshTokenIsNoAccessToken() {
        JsonObject tokens = victim.signIn();
        Answer answer = nobody.as(tokens.getString("refresh_token")).get("/v1/customers");

        assertEquals(401, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type"));
        assertEquals("unauthenticated", answer.code());
    }

    @Test
    void anIdTokenIsNoAccessToken() {
        victim.signIn();
        assertEquals(401, nobody.as(victim.idToken()).get("/v1/customers").status());
    }

    @Test
    void aForgedAccessTokenIsRefused() throws JOSEException, ParseException {
        String genuine = victim.signIn().getString("access_token");
        JWTClaimsSet stolen = SignedJWT.parse(genuine).getJWTClaimsSet();
        String unsigned = new PlainJWT(stolen).serialize();
        RSAKey ownKey = new RSAKeyGenerator(2048).keyID("x").generate();
        SignedJWT forged = new SignedJWT(SignedJWT.parse(genuine).getHeader(), stolen);
        forged.sign(new RSASSASigner(ownKey));
        String tampered = genuine.substring(0, genuine.length() - 8) + "AAAAAAAA";

        for (String token : List.of(unsigned, forged.serialize(), tampered, "", "x", "..")) {
            Answer answer = nobody.as(token).get("/v1/customers");
            assertEquals(401, answer.status(), token);
            assertNotEquals("", answer.header("X-Request-Id"));
        }
    }
}
