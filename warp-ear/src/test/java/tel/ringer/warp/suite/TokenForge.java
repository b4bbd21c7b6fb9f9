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
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tel.ringer.warp.kit.TokenKeys;

/** Makes tokens that nobody should: with any header and any payload, signed with WARP's key or a stranger's. */
final class TokenForge {
    static final ECKey CURVE = curve();

    private TokenForge() {}

    static Map<String, Object> header() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "RS256");
        header.put("typ", "at+jwt");
        header.put("kid", TokenKeys.OURS.getKeyID());
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
                            .encodeToString(TokenKeys.OURS.toRSAPublicKey().getEncoded())
                    + "\n-----END PUBLIC KEY-----\n";
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] publicDer() {
        try {
            return TokenKeys.OURS.toRSAPublicKey().getEncoded();
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
