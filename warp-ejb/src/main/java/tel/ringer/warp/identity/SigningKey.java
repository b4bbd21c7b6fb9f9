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
import java.util.List;

/** The RSA key pair with which WARP signs its access tokens. */
public record SigningKey(RSAPrivateCrtKey privateKey, RSAPublicKey publicKey) {
    private static final String FILE = "warp.token.key-file: ";

    /**
     * @param file PEM with a PKCS#8 RSA private key (RFC 7468, section 10) of at least 2048 bits
     * @throws IllegalArgumentException in one clear sentence, if it is not one
     */
    public static SigningKey read(Path file) {
        return of(FILE + file, text(file));
    }

    /** @throws IllegalArgumentException in one clear sentence, if it can't be read */
    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalArgumentException(FILE + file + " can't be read", e);
        }
    }

    /**
     * @param source where the text is from, for people
     * @param text PEM with one PKCS#8 RSA private key of at least 2048 bits, or its Base64
     * @throws IllegalArgumentException in one clear sentence, if it is not one
     */
    static SigningKey of(String source, String text) {
        return new SigningKey(privateKey(source, text)).requireStrong(source);
    }

    private SigningKey(RSAPrivateCrtKey privateKey) {
        this(privateKey, publicHalf(privateKey));
    }

    private SigningKey requireStrong(String source) {
        AcceptedKeys.requireStrong(source, publicKey);
        return this;
    }

    private static RSAPrivateCrtKey privateKey(String source, String text) {
        try {
            List<Pem> blocks = Pem.blocks(text);
            if (blocks.size() == 1 && blocks.get(0).isPrivateKey()) {
                return privateKey(blocks.get(0));
            }
        } catch (GeneralSecurityException | ClassCastException | IllegalArgumentException e) {
            throw new IllegalArgumentException(source + " is not a PKCS#8 RSA private key", e);
        }
        throw new IllegalArgumentException(source + " is not a PKCS#8 RSA private key");
    }

    static RSAPrivateCrtKey privateKey(Pem block) throws GeneralSecurityException {
        return (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(block.bytes()));
    }

    static RSAPublicKey publicHalf(RSAPrivateCrtKey key) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The key has no public half", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[hidden]";
    }
}
