package tel.ringer.warp.usertype;

import java.util.UUID;
import tel.ringer.warp.access.Uuids;

/** Names a user type. */
public record UserTypeId(UUID value) {
    /** @throws IllegalArgumentException if the text is not a UUID */
    public static UserTypeId fromString(String text) {
        return new UserTypeId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
