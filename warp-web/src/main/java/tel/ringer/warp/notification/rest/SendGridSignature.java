package tel.ringer.warp.notification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Tells SendGrid's requests from others: ECDSA with SHA-256 over the header of the time and the body as it came. */
@ApplicationScoped
class SendGridSignature {
    @Inject
    private WebhookSettings settings;

    @Inject
    private Clock clock;

    /** @throws ProblemException not found without a key; unauthenticated, {@code invalid_signature} */
    void require(@Nullable String signature, @Nullable String timestamp, byte[] body) {
        ECPublicKey key = settings.sendGridKey().orElseThrow(ProblemException::notFound);
        if (signature == null || timestamp == null || !isRecent(timestamp) || !signs(key, signature, timestamp, body)) {
            throw new ProblemException(
                    ProblemKind.UNAUTHENTICATED, "invalid_signature", "These events are not signed as they should be.");
        }
    }

    /** In seconds since 1970. A replay does no harm, since each event counts once: this only keeps old ones out. */
    private boolean isRecent(String timestamp) {
        try {
            Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant());
            return off.abs().compareTo(settings.tolerance()) <= 0;
        } catch (RuntimeException noTime) {
            return false;
        }
    }

    private static boolean signs(ECPublicKey key, String signature, String timestamp, byte[] body) {
        try {
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(key);
            verifier.update(timestamp.getBytes(StandardCharsets.US_ASCII));
            verifier.update(body);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
