package tel.ringer.warp.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Names buckets without saying whose they are: there are few enough addresses to try them all against a plain hash. */
@ApplicationScoped
class BucketNames {
    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    private RateLimits rateLimits;

    private volatile @Nullable SecretKeySpec key;

    String of(Limit limit, String subject) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return HexFormat.of().formatHex(mac.doFinal(bytes(limit, subject)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** For this node's memory, in which no credential is to stay either. */
    static String inMemory(Limit limit, String subject) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(bytes(limit, subject)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(Limit limit, String subject) {
        return (limit + " " + subject).getBytes(StandardCharsets.UTF_8);
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(rateLimits.key(), ALGORITHM);
            key = known;
        }
        return known;
    }
}
