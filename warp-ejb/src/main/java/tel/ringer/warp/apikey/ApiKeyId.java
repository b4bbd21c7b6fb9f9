package tel.ringer.warp.apikey;

import java.util.UUID;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.access.Uuids;

/** Names an API key to those who manage it, and its account to everything else. Not a secret. */
public record ApiKeyId(UUID value) {
    /** @throws IllegalArgumentException if the text is not a UUID */
    public static ApiKeyId fromString(String text) {
        return new ApiKeyId(Uuids.parse(text));
    }

    /** As whom the key calls. */
    UserId account() {
        return new UserId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
