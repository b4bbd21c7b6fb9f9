package tel.ringer.warp.kit;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reports events as SendGrid does: signed with a key of its own, of which WARP has the public half. */
public final class SendGridSimulator {
    private static final KeyPair KEY = newKey();

    private SendGridSimulator() {}

    private static KeyPair newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As SendGrid shows it. */
    public static String verificationKey() {
        return Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded());
    }

    /** Some event of a mail; it has an id of its own. */
    public static JsonObjectBuilder event(String kind, String mailId) {
        return Json.createObjectBuilder()
                .add("email", "somebody@people.example")
                .add("timestamp", Instant.now().getEpochSecond())
                .add("smtp-id", "<" + mailId + "@warp.example>")
                .add("event", kind)
                .add("sg_event_id", UUID.randomUUID().toString())
                .add("sg_message_id", "14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0")
                .add("warp_mail_id", mailId);
    }

    public static JsonObject hardBounce(String mailId) {
        return event("bounce", mailId)
                .add("type", "bounce")
                .add("status", "5.1.1")
                .add("reason", "550 5.1.1 The email account that you tried to reach does not exist")
                .build();
    }

    public static Answer post(JsonObject... events) {
        JsonArrayBuilder batch = Json.createArrayBuilder();
        List.of(events).forEach(batch::add);
        return postSigned(batch.build().toString());
    }

    public static Answer postSigned(String body) {
        return post(body, Instant.now(), KEY.getPrivate());
    }

    public static Answer postSignedAt(String body, Instant at) {
        return post(body, at, KEY.getPrivate());
    }

    /** Right in everything but the key. */
    public static Answer postForged(String body) {
        return post(body, Instant.now(), newKey().getPrivate());
    }

    private static Answer post(String body, Instant at, PrivateKey key) {
        String timestamp = Long.toString(at.getEpochSecond());
        return post(
                body,
                Map.of(
                        "X-Twilio-Email-Event-Webhook-Signature",
                        signature(timestamp + body, key),
                        "X-Twilio-Email-Event-Webhook-Timestamp",
                        timestamp));
    }

    public static Answer post(String body, Map<String, String> headers) {
        Web web = new Web(PartsForTests.server(), headers).with("Content-Type", "application/json; charset=utf-8");
        return web.post("/webhooks/sendgrid", body);
    }

    private static String signature(String signed, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of what follows the time and the body, for what others do with it. */
    public static String signature(String signed) {
        return signature(signed, KEY.getPrivate());
    }
}
