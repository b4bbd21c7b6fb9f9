package tel.ringer.warp.invitation;

import java.util.UUID;
import tel.ringer.warp.access.Uuids;

/** Names an upload of people to invite. */
public record InvitationBatchId(UUID value) {
    /** @throws IllegalArgumentException if the text is not a UUID */
    public static InvitationBatchId fromString(String text) {
        return new InvitationBatchId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
