package tel.ringer.warp.suite;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tel.ringer.warp.kit.TokenKeys;

/** Tokens that are no access tokens, by the names that docs/jwt-attacks.md explains them under. */
@SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
enum JwtAttack {
    ALGORITHM_NONE(victim -> TokenForge.unsigned(victim.header("alg", "none"), victim.payload()) + "."),
    ALGORITHM_NONE_IN_OTHER_LETTERS(
            victim -> TokenForge.unsigned(victim.header("alg", "NoNe"), victim.payload()) + "."),
    HMAC_WITH_THE_PUBLIC_KEY_AS_PEM(victim -> TokenForge.signed(
            victim.header("alg", "HS256"),
            victim.payload(),
            TokenForge.publicPem().getBytes(StandardCharsets.US_ASCII))),
    HMAC_WITH_THE_PUBLIC_KEY_AS_DER(
            victim -> TokenForge.signed(victim.header("alg", "HS256"), victim.payload(), TokenForge.publicDer())),
    RS512_WITH_THE_RIGHT_KEY(
            victim -> TokenForge.signed(victim.header("alg", "RS512"), victim.payload(), TokenKeys.OURS)),
    PS256_WITH_THE_RIGHT_KEY(
            victim -> TokenForge.signed(victim.header("alg", "PS256"), victim.payload(), TokenKeys.OURS)),
    ES256_WITH_THE_RIGHT_KEY_ID(
            victim -> TokenForge.signed(victim.header("alg", "ES256"), victim.payload(), TokenForge.CURVE)),

    ANOTHER_KEY_WITH_THE_RIGHT_KEY_ID(
            victim -> TokenForge.signed(TokenForge.header(), victim.payload(), TokenKeys.STRANGE)),
    KEY_ID_UNKNOWN(victim -> victim.byStranger("kid", TokenKeys.STRANGE.getKeyID())),
    KEY_ID_IS_A_PATH(victim -> victim.byStranger("kid", "../../../../../../dev/null")),
    KEY_ID_IS_SQL(victim -> victim.byStranger("kid", "x' union select 'c2VjcmV0' --")),
    KEY_ID_IS_A_URL(victim -> victim.byStranger("kid", "http://127.0.0.1:9/key.pem")),
    KEY_ID_MISSING(victim -> TokenForge.signed(victim.headerWithout("kid"), victim.payload(), TokenKeys.OURS)),
    KEY_BY_JKU(victim -> victim.byStranger("jku", "http://127.0.0.1:9/jwks.json")),
    KEY_BY_X5U(victim -> victim.byStranger("x5u", "http://127.0.0.1:9/chain.pem")),
    KEY_IN_THE_HEADER(
            victim -> victim.byStranger("jwk", TokenKeys.STRANGE.toPublicJWK().toJSONObject())),
    CERTIFICATE_IN_THE_HEADER(victim -> victim.byStranger("x5c", List.of("MIIB"))),
    CRITICAL_EXTENSION(victim -> {
        Map<String, Object> header = victim.header("crit", List.of("x-warp"));
        header.put("x-warp", true);
        return TokenForge.signed(header, victim.payload(), TokenKeys.OURS);
    }),

    EXPIRED(victim -> victim.claiming("exp", victim.now() - 1)),
    NOT_YET_VALID(victim -> victim.claiming("nbf", victim.now() + 60)),
    ISSUER_OF_SOMEBODY_ELSE(victim -> victim.claiming("iss", "https://evil.example")),
    AUDIENCE_OF_SOMEBODY_ELSE(victim -> victim.claiming("aud", "another-api")),
    WITHOUT_AUDIENCE(victim -> victim.without("aud")),
    WITHOUT_EXPIRY(victim -> victim.without("exp")),
    WITHOUT_SUBJECT(victim -> victim.without("sub")),
    WITHOUT_SESSION(victim -> victim.without("sid")),
    WITHOUT_ID(victim -> victim.without("jti")),
    SUBJECT_IS_NO_ID(victim -> victim.claiming("sub", "1' or '1'='1")),
    EXPIRY_IS_A_WORD(victim -> victim.claiming("exp", "never")),
    SUBJECT_OF_SOMEBODY_ELSE(victim -> victim.claiming("sub", victim.other())),
    SESSION_OF_SOMEBODY_ELSE(victim -> victim.claiming("sid", victim.sessionOfOther())),
    SESSION_THAT_HAS_ENDED(victim -> victim.claiming("sid", victim.endedSession())),
    DUPLICATE_CLAIM(victim -> TokenForge.signed(
            TokenForge.header(),
            victim.payload().replaceFirst("\\{", "{\"sub\":\"" + victim.other() + "\","),
            TokenKeys.OURS)),

    REFRESH_TOKEN(JwtVictim::refreshToken),
    ID_TOKEN(JwtVictim::idToken),
    TYPE_OF_ANOTHER_TOKEN(victim -> TokenForge.signed(victim.header("typ", "JWT"), victim.payload(), TokenKeys.OURS)),
    TYPE_MISSING(victim -> TokenForge.signed(victim.headerWithout("typ"), victim.payload(), TokenKeys.OURS)),
    ENCRYPTED(victim -> encrypted(victim.payload(), "at+jwt")),
    ENCRYPTED_AROUND_A_GENUINE_ONE(victim -> encrypted(victim.genuine(), "JWT")),

    TAMPERED_PAYLOAD(victim -> {
        String[] parts = victim.genuine().split("\\.", -1);
        String[] wanted = victim.claiming("sub", victim.other()).split("\\.", -1);
        return parts[0] + "." + wanted[1] + "." + parts[2];
    }),
    TAMPERED_HEADER(victim -> {
        String[] parts = victim.genuine().split("\\.", -1);
        String[] wanted = TokenForge.signed(victim.header("x", "y"), victim.payload(), TokenKeys.OURS)
                .split("\\.", -1);
        return wanted[0] + "." + parts[1] + "." + parts[2];
    }),
    STRIPPED_SIGNATURE(victim -> victim.genuine().substring(0, victim.genuine().lastIndexOf('.') + 1)),
    WITHOUT_A_THIRD_PART(
            victim -> victim.genuine().substring(0, victim.genuine().lastIndexOf('.'))),
    A_FOURTH_PART(victim -> victim.genuine() + ".x"),
    OVERSIZED(victim -> victim.claiming("padding", "x".repeat(4500))),
    BLANK_WITHIN(victim -> victim.genuine().replaceFirst("\\.", ". ")),
    BLANK_BEFORE(victim -> " " + victim.genuine()),
    TWO_TOKENS_IN_ONE_HEADER(victim -> victim.genuine() + ", Bearer " + victim.genuine()),
    TWO_HEADERS(JwtVictim::genuine) {
        @Override
        List<String> headers(JwtVictim victim) {
            return List.of("Bearer " + victim.genuine(), "Bearer " + victim.genuine());
        }
    },
    JSON_SERIALIZATION(victim -> {
        String[] parts = victim.genuine().split("\\.", -1);
        return JSONObjectUtils.toJSONString(Map.of("protected", parts[0], "payload", parts[1], "signature", parts[2]));
    }),
    NO_TOKEN_AT_ALL(victim -> "") {
        @Override
        List<String> headers(JwtVictim victim) {
            return List.of("Bearer");
        }
    },
    GIBBERISH(victim -> "x.y.z");

    private final Function<JwtVictim, String> token;

    JwtAttack(Function<JwtVictim, String> token) {
        this.token = token;
    }

    /** The Authorization headers with which it is tried. */
    List<String> headers(JwtVictim victim) {
        return List.of("Bearer " + token.apply(victim));
    }

    private static String encrypted(String payload, String contentType) {
        try {
            JWEObject token = new JWEObject(
                    new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                            .contentType(contentType)
                            .keyID(TokenKeys.OURS.getKeyID())
                            .build(),
                    new Payload(payload));
            token.encrypt(new RSAEncrypter(TokenKeys.OURS.toRSAPublicKey()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
