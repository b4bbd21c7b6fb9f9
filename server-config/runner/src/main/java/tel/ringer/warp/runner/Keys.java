package tel.ringer.warp.runner;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** The secrets of a local installation: each is made once, at random, and kept where only the owner may read it. */
public record Keys(Path folder) {

    private static final int PASSWORD_BITS = 160;

    /** The RSA key (2048 bits, PKCS #8, PEM) with which WARP signs its own access tokens. */
    public Path tokenSigningKey() throws IOException {
        return PrivateFiles.createOnce(folder.resolve("token-signing.pem"), Keys::newSigningKey);
    }

    Path passwordFile(String role) throws IOException {
        return PrivateFiles.createOnce(folder.resolve(role + ".password"), Keys::newPassword);
    }

    String password(String role) throws IOException {
        return Files.readString(passwordFile(role)).strip();
    }

    private static String newPassword() {
        return new BigInteger(PASSWORD_BITS, new SecureRandom()).toString(Character.MAX_RADIX);
    }

    private static String newSigningKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(key);
            return "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA.", e);
        }
    }
}
