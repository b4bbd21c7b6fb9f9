package tel.ringer.warp.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A request under a key.
 *
 * @param operation its operationId
 * @param words all that it asks for, in a fixed order: what differs in any of them is another request
 */
public record IdempotentRequest(IdempotencyKey key, String operation, List<String> words) {
    public IdempotentRequest {
        words = List.copyOf(words);
    }

    String keyHash() {
        return hash(List.of(key.value()));
    }

    /** The same for the same wish, whatever its JSON looked like. */
    String fingerprint() {
        return hash(List.of(operation, hash(words)));
    }

    /** SHA-256 in hexadecimal; with lengths, so that no word runs into the next. */
    private static String hash(List<String> words) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String word : words) {
                digest.update((word.length() + ":" + word).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
