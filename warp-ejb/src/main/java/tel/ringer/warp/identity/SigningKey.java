package tel.ringer.warp.identity;

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
import java.util.Base64;

/** The RSA key pair with which WARP signs its access tokens. */
public record SigningKey(RSAPrivateCrtKey privateKey, RSAPublicKey publicKey) {
    private static final int FEWEST_BITS = 2048;

    /**
     * @param file PEM with a PKCS#8 RSA private key (RFC 7468, section 10) of at least 2048 bits
     * @throws IllegalArgumentException in one clear sentence, if it is not one
     */
    public static SigningKey read(Path file) {
        SigningKey key = parse(file);
        if (key.publicKey.getModulus().bitLength() < FEWEST_BITS) {
            throw new IllegalArgumentException(
                    "warp.token.key-file: the key in " + file + " has fewer than " + FEWEST_BITS + " bits");
        }
        return key;
    }

    private static SigningKey parse(Path file) {
        try {
            String base64 = Files.readString(file, StandardCharsets.US_ASCII)
                    .replace("-----BEGIN PRIVATE KEY-----", "")
                    .replace("-----END PRIVATE KEY-----", "");
            KeyFactory keys = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey secret = (RSAPrivateCrtKey) keys.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
            return new SigningKey(secret, (RSAPublicKey)
                    keys.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent())));
        } catch (IOException e) {
            throw new IllegalArgumentException("warp.token.key-file: " + file + " can't be read", e);
        } catch (GeneralSecurityException | ClassCastException | IllegalArgumentException e) {
            throw new IllegalArgumentException("warp.token.key-file: " + file + " is not a PKCS#8 RSA private key", e);
        }
    }

    /** The public half as PEM (SubjectPublicKeyInfo). */
    String publicPem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey.getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    @Override
    public String toString() {
        return "SigningKey[hidden]";
    }
}
