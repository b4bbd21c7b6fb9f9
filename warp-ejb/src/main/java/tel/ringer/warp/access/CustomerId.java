package tel.ringer.warp.access;

import java.util.UUID;

/** Names a customer. Resolved only together with a {@link CustomerScope}. */
public record CustomerId(UUID value) {
    /** @throws IllegalArgumentException if the text is not a UUID */
    public static CustomerId fromString(String text) {
        return new CustomerId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
