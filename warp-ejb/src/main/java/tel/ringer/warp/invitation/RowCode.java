package tel.ringer.warp.invitation;

import java.util.Locale;

/** What became of a row of an upload. Their {@link #slug()} is stable API. */
public enum RowCode {
    INVITED,
    ALREADY_MEMBER,
    ALREADY_PENDING,
    DUPLICATE_IN_FILE,
    INVALID_EMAIL,
    INVALID_ROW,
    MESSAGE_TOO_LONG,
    UNKNOWN_USER_TYPE,
    VALIDITY_OUT_OF_RANGE,
    RANK_EXCEEDED,
    QUOTA,
    /** Whoever uploaded it may not invite any more. */
    FORBIDDEN,
    CUSTOMER_CLOSED,
    CUSTOMER_SUSPENDED,
    CANCELLED,
    /** For a reason that is in the server's log. */
    FAILED;

    /** @throws IllegalArgumentException if there is no such code */
    public static RowCode ofSlug(String slug) {
        RowCode code = valueOf(slug.toUpperCase(Locale.ROOT));
        if (!code.slug().equals(slug)) {
            throw new IllegalArgumentException(slug);
        }
        return code;
    }

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }
}
