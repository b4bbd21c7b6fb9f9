package tel.ringer.warp.identity;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;

/** Public RSA keys, by which tokens are verified and nothing is signed. */
final class AcceptedKeys {
    private static final int FEWEST_BITS = 2048;

    private AcceptedKeys() {}

    /**
     * @param source where the text is from, for people
     * @param text PEM, or its Base64, with public keys (RFC 7468, section 13); a private key stands for its public half
     * @throws IllegalArgumentException in one clear sentence, if it holds anything else
     */
    static List<RSAPublicKey> in(String source, String text) {
        List<RSAPublicKey> keys = new ArrayList<>();
        for (Pem block : blocks(source, text)) {
            RSAPublicKey key = key(source, block);
            requireStrong(source, key);
            keys.add(key);
        }
        return List.copyOf(keys);
    }

    private static List<Pem> blocks(String source, String text) {
        try {
            List<Pem> blocks = Pem.blocks(text);
            if (!blocks.isEmpty()) {
                return blocks;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(source + " holds no key", e);
        }
        throw new IllegalArgumentException(source + " holds no key");
    }

    private static RSAPublicKey key(String source, Pem block) {
        try {
            if (block.isPublicKey()) {
                return (RSAPublicKey)
                        KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(block.bytes()));
            }
            if (block.isPrivateKey()) {
                return SigningKey.publicHalf(SigningKey.privateKey(block));
            }
        } catch (GeneralSecurityException | ClassCastException | IllegalArgumentException e) {
            throw new IllegalArgumentException(source + " holds something that is no RSA key", e);
        }
        throw new IllegalArgumentException(source + " holds something that is no RSA key");
    }

    static void requireStrong(String source, RSAPublicKey key) {
        if (key.getModulus().bitLength() < FEWEST_BITS) {
            throw new IllegalArgumentException(source + ": the key has fewer than " + FEWEST_BITS + " bits");
        }
    }
}
