package tel.ringer.warp.notification.rest;

import java.util.UUID;
import tel.ringer.warp.access.Uuids;

/** Names a mail, or an address that gets none, in a path. */
public record MailId(UUID value) {
    /** @throws IllegalArgumentException if the text is not a UUID */
    public static MailId fromString(String text) {
        return new MailId(Uuids.parse(text));
    }
}
