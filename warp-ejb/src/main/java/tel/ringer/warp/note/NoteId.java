package tel.ringer.warp.note;

import java.util.UUID;
import tel.ringer.warp.access.Uuids;

/** Names a note about a customer. */
public record NoteId(UUID value) {
    /** @throws IllegalArgumentException if the text is not a UUID */
    public static NoteId fromString(String text) {
        return new NoteId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
