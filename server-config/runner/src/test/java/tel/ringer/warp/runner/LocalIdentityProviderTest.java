package tel.ringer.warp.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LocalIdentityProviderTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static LocalIdentityProvider provider;

    @BeforeAll
    static void start() {
        provider = LocalIdentityProvider.start(0);
    }

    @AfterAll
    static void stop() {
        provider.stop();
    }

    @Test
    void thePasswordGrantAnswersAnIdTokenOfTheAddress() throws Exception {
        SignedJWT token = idToken(
                "grant_type=password&client_id=warp&scope=openid&username=super%40warp.example" + "&password=any");
        JWTClaimsSet claims = token.getJWTClaimsSet();

        assertGoodClaims(claims, "super@warp.example");
        assertEquals(Duration.ofHours(1), between(claims.getIssueTime(), claims.getExpirationTime()));
        assertTrue(token.verify(new RSASSAVerifier(publishedKey())));
    }

    @Test
    void theLoginPageAnswersTheSameClaims() throws Exception {
        String query =
                "?client_id=warp&response_type=code&scope=openid&state=s&nonce=n&redirect_uri=http://localhost/back";
        assertTrue(get(provider.issuer() + "/authorize" + query).body().contains("username"));

        HttpResponse<String> redirect = post("/authorize" + query, "username=ada%40example.com");
        String code = redirect.headers().firstValue("Location").orElseThrow().replaceAll(".*code=([^&]*).*", "$1");
        SignedJWT token =
                idToken("grant_type=authorization_code&client_id=warp&redirect_uri=http://localhost/back&code=" + code);

        assertGoodClaims(token.getJWTClaimsSet(), "ada@example.com");
        assertEquals("n", token.getJWTClaimsSet().getStringClaim("nonce"));
    }

    @Test
    void theDiscoveryDocumentStatesTheIssuer() throws Exception {
        String document =
                get(provider.issuer() + "/.well-known/openid-configuration").body();

        assertEquals(provider.issuer(), JSONObjectUtils.parse(document).get("issuer"));
    }

    @Test
    void aTokenForTestsIsAsGoodAsOneThatWasAskedFor() throws Exception {
        SignedJWT token = SignedJWT.parse(provider.idToken("ada@example.com"));

        assertGoodClaims(token.getJWTClaimsSet(), "ada@example.com");
        assertTrue(token.verify(new RSASSAVerifier(publishedKey())));
    }

    @Test
    void aTokenForTestsMayBeWrongInEveryWay() throws Exception {
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("warp").generate();
        Date past = Date.from(Instant.EPOCH);

        SignedJWT token = SignedJWT.parse(provider.idToken(
                Map.of("iss", "http://evil.example", "aud", "other", "exp", past, "sub", "mallory"), stranger));

        assertFalse(token.verify(new RSASSAVerifier(publishedKey())));
        assertEquals("http://evil.example", token.getJWTClaimsSet().getIssuer());
        assertEquals(List.of("other"), token.getJWTClaimsSet().getAudience());
        assertEquals(past, token.getJWTClaimsSet().getExpirationTime());
    }

    private static void assertGoodClaims(JWTClaimsSet claims, String address) throws Exception {
        assertEquals("local-" + address, claims.getSubject());
        assertEquals(provider.issuer(), claims.getIssuer());
        assertEquals(List.of("warp"), claims.getAudience());
        assertEquals(address, claims.getStringClaim("email"));
        assertEquals(true, claims.getBooleanClaim("email_verified"));
        assertEquals(address, claims.getStringClaim("name"));
    }

    private static Duration between(Date begin, Date end) {
        return Duration.between(begin.toInstant(), end.toInstant());
    }

    private static RSAKey publishedKey() throws Exception {
        return JWKSet.parse(get(provider.issuer() + "/jwks").body())
                .getKeys()
                .get(0)
                .toRSAKey();
    }

    private static SignedJWT idToken(String form) throws Exception {
        HttpResponse<String> response = post("/token", form);
        assertEquals(200, response.statusCode(), response.body());
        return SignedJWT.parse(JSONObjectUtils.getString(JSONObjectUtils.parse(response.body()), "id_token"));
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(provider.issuer() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString());
    }
}
