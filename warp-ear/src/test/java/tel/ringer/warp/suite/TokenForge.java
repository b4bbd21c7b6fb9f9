package tel.ringer.warp.suite;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tel.ringer.warp.kit.PartsForTests;

/** Makes tokens that nobody should: with any header and any payload, signed with WARP's key or a stranger's. */
final class TokenForge {
    static final RSAKey OURS = ours();
    static final RSAKey STRANGE = strange();
    static final ECKey CURVE = curve();

    private TokenForge() {}

    static Map<String, Object> header() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "RS256");
        header.put("typ", "at+jwt");
        header.put("kid", OURS.getKeyID());
        return header;
    }

    /** The header is taken as it is; the signature is by the algorithm that it names. */
    static String signed(Map<String, Object> header, String payload, JWK key) {
        try {
            return signed(header, payload, new DefaultJWSSignerFactory().createJWSSigner(key, algorithm(header)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a secret that everybody knows. */
    static String signed(Map<String, Object> header, String payload, byte[] secret) {
        try {
            return signed(header, payload, new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(Map<String, Object> header, String payload, JWSSigner signer) throws JOSEException {
        String input = unsigned(header, payload);
        return input + "." + signer.sign(new JWSHeader(algorithm(header)), input.getBytes(StandardCharsets.US_ASCII));
    }

    private static JWSAlgorithm algorithm(Map<String, Object> header) {
        return JWSAlgorithm.parse(String.valueOf(header.get("alg")));
    }

    static String unsigned(Map<String, Object> header, String payload) {
        return Base64URL.encode(JSONObjectUtils.toJSONString(header)) + "." + Base64URL.encode(payload);
    }

    static String publicPem() {
        try {
            return "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'})
                            .encodeToString(OURS.toRSAPublicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] publicDer() {
        try {
            return OURS.toRSAPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String claim(String token, String name) {
        try {
            return SignedJWT.parse(token).getJWTClaimsSet().getStringClaim(name);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey ours() {
        try {
            String pem = Files.readString(
                    Path.of(Objects.requireNonNull(PartsForTests.environment().get("WARP_TOKEN_KEY_FILE"))));
            byte[] bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
            KeyFactory keys = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(bytes));
            RSAPublicKey half =
                    (RSAPublicKey) keys.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new RSAKey.Builder(half)
                    .privateKey(key)
                    .keyIDFromThumbprint()
                    .build();
        } catch (IOException | GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey strange() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey curve() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
