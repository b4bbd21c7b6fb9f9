package tel.ringer.warp.kit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
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
import java.util.Objects;

/** The key with which the server under test signs its access tokens, and one that it does not know. */
public final class TokenKeys {
    public static final RSAKey OURS = ours();
    public static final RSAKey STRANGE = strange();

    private TokenKeys() {}

    /** A claim of a token whose signature is nobody's business here. */
    public static String claim(String token, String name) {
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
}
