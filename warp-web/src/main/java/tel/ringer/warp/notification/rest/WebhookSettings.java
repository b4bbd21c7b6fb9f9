package tel.ringer.warp.notification.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.setting.Settings;

/** By what providers and mail servers are known that report what became of mails. Without it nobody may report. */
@ApplicationScoped
public class WebhookSettings implements Settings {
    private static final int P_256 = 256;
    /** What a bearer token can be made of (RFC 6750), and too long to be guessed. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]{32,}=*");

    private Optional<ECPublicKey> sendGridKey = Optional.empty();
    private Duration tolerance = Duration.ZERO;
    private Optional<String> dsnToken = Optional.empty();

    /** For proxies alone. */
    protected WebhookSettings() {}

    @Inject
    WebhookSettings(
            @ConfigProperty(name = "warp.sendgrid.webhook-key") Optional<String> sendGridKey,
            @ConfigProperty(name = "warp.sendgrid.webhook-tolerance") Duration tolerance,
            @ConfigProperty(name = "warp.mail.dsn-token") Optional<String> dsnToken) {
        this.sendGridKey = sendGridKey.map(WebhookSettings::publicKey);
        this.tolerance = tolerance;
        this.dsnToken = dsnToken;
        Settings.requirePositive("warp.sendgrid.webhook-tolerance", tolerance);
        if (dsnToken.filter(token -> !TOKEN.matcher(token).matches()).isPresent()) {
            throw new IllegalArgumentException(
                    "warp.mail.dsn-token: at least 32 letters, digits and . _ ~ + / -, as openssl rand -hex 32 makes them");
        }
    }

    /** The first call has them read. */
    @Override
    public void check() {}

    /** As SendGrid shows it: the Base64 of a SubjectPublicKeyInfo. */
    private static ECPublicKey publicKey(String text) {
        try {
            X509EncodedKeySpec encoded =
                    new X509EncodedKeySpec(Base64.getDecoder().decode(text.strip()));
            if (KeyFactory.getInstance("EC").generatePublic(encoded) instanceof ECPublicKey key
                    && key.getParams().getCurve().getField().getFieldSize() == P_256) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw wrongKey(e);
        }
        throw wrongKey(null);
    }

    private static IllegalArgumentException wrongKey(@Nullable Exception cause) {
        return new IllegalArgumentException(
                "warp.sendgrid.webhook-key: the verification key of the Signed Event Webhook, as SendGrid shows it",
                cause);
    }

    Optional<ECPublicKey> sendGridKey() {
        return sendGridKey;
    }

    /** How far the time of a report may be off: SendGrid tries for a day. */
    Duration tolerance() {
        return tolerance;
    }

    boolean mailServersMayReport() {
        return dsnToken.isPresent();
    }

    /** In the same time for any text. */
    boolean isDsnToken(String shown) {
        return dsnToken.filter(token -> MessageDigest.isEqual(bytes(token), bytes(shown)))
                .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
