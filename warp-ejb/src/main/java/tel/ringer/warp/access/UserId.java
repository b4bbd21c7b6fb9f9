package tel.ringer.warp.access;

import java.util.UUID;

/** Names a person. */
public record UserId(UUID value) {
    /** @throws IllegalArgumentException if the text is not a UUID */
    public static UserId fromString(String text) {
        return new UserId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
