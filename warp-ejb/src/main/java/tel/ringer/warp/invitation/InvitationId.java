package tel.ringer.warp.invitation;

import java.util.UUID;
import tel.ringer.warp.access.Uuids;

/** Names an invitation to those who manage it. Not a secret, and not what the link holds. */
public record InvitationId(UUID value) {
    /** @throws IllegalArgumentException if the text is not a UUID */
    public static InvitationId fromString(String text) {
        return new InvitationId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
