package tel.ringer.warp.access;

import java.util.UUID;
import java.util.regex.Pattern;

/** The canonical text form of a UUID (RFC 9562) and no other: {@link UUID#fromString} alone also takes "1-1-1-1-1". */
public final class Uuids {
    private static final Pattern FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Uuids() {}

    /** @throws IllegalArgumentException if the text has another form */
    public static UUID parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a UUID");
        }
        return UUID.fromString(text);
    }
}
