package tel.ringer.warp.identity;

import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.identity.KeySources.KeyText;

/**
 * Makes a ring of what is supplied now. A signing key that has become unusable stays in use, else nobody could sign in;
 * a key beside it that has become unusable is no longer accepted.
 */
final class KeyWatch {
    private static final System.Logger LOG = System.getLogger(KeyWatch.class.getName());

    private @Nullable KeyText signingText;
    private @Nullable SigningKey signing;
    private @Nullable Map<String, KeyText> otherTexts;
    private List<RSAPublicKey> others = List.of();
    private String complaint = "";

    /** @throws IllegalArgumentException in one clear sentence, if there has never been a usable key to sign with */
    synchronized KeyRing look(KeySources sources) {
        StringBuilder complaints = new StringBuilder();
        SigningKey key = lookForSigning(sources, complaints);
        lookForOthers(sources, complaints);
        complainOnce(complaints.toString());
        return new KeyRing(key, others);
    }

    private SigningKey lookForSigning(KeySources sources, StringBuilder complaints) {
        SigningKey last = signing;
        try {
            KeyText text = sources.signing();
            if (last == null || !text.equals(signingText)) {
                last = SigningKey.of(text.source(), text.text());
                signing = last;
                signingText = text;
            }
        } catch (IllegalArgumentException e) {
            if (last == null) {
                throw e;
            }
            complaints.append(e.getMessage()).append("; the last key stays in use. ");
        }
        return last;
    }

    private void lookForOthers(KeySources sources, StringBuilder complaints) {
        Map<String, KeyText> texts = Map.of();
        try {
            texts = sources.others();
        } catch (IllegalArgumentException e) {
            complaints.append(e.getMessage()).append("; none of its keys is accepted. ");
        }
        if (!texts.equals(otherTexts)) {
            otherTexts = texts;
            others = parsed(texts);
        }
    }

    private static List<RSAPublicKey> parsed(Map<String, KeyText> texts) {
        List<RSAPublicKey> keys = new ArrayList<>();
        for (KeyText text : texts.values()) {
            try {
                keys.addAll(AcceptedKeys.in(text.source(), text.text()));
            } catch (IllegalArgumentException e) {
                LOG.log(System.Logger.Level.WARNING, "{0}; it is not accepted", e.getMessage());
            }
        }
        return List.copyOf(keys);
    }

    private void complainOnce(String now) {
        if (!now.isEmpty() && !now.equals(complaint)) {
            LOG.log(System.Logger.Level.WARNING, now);
        }
        complaint = now;
    }
}
