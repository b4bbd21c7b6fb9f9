package tel.ringer.warp.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The files of the keys of several nodes.
 *
 * @param signing holds the key that signs
 * @param others holds files with further keys that are accepted
 * @param inUse the key in the first
 */
public record SharedKeys(Path signing, Path others, AtomicReference<KeyPair> inUse) {
    /** With one key. */
    static SharedKeys in(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("others"));
        KeyPair first = newPair();
        SharedKeys keys =
                new SharedKeys(folder.resolve("signing.pem"), folder.resolve("others"), new AtomicReference<>(first));
        keys.sign(first);
        return keys;
    }

    static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> environment() {
        return Map.of("WARP_TOKEN_KEY_FILE", signing.toString(), "WARP_TOKEN_ALSO_ACCEPT_FOLDER", others.toString());
    }

    /** From now on signs with it. */
    void sign(KeyPair pair) throws IOException {
        replace(signing, pem("PRIVATE KEY", pair.getPrivate()));
        inUse.set(pair);
    }

    KeyPair current() {
        return Objects.requireNonNull(inUse.get());
    }

    /** Accepts it too, until it is taken away. */
    void accept(String name, KeyPair pair) throws IOException {
        replace(others.resolve(name + ".pem"), pem("PUBLIC KEY", pair.getPublic()));
    }

    void acceptNoMore(String name) throws IOException {
        Files.delete(others.resolve(name + ".pem"));
    }

    /** As an administrator does: nobody reads half of it. */
    private static void replace(Path file, String text) throws IOException {
        Path written =
                Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text, StandardCharsets.US_ASCII);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String pem(String label, Key key) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(key.getEncoded())
                + "\n-----END " + label + "-----\n";
    }
}
