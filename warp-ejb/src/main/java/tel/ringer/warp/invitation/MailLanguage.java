package tel.ringer.warp.invitation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** In which language a customer's mails are written. */
public enum MailLanguage {
    EN(Locale.US, "EEEE, d MMMM yyyy 'at' HH:mm 'UTC'"),
    ES(new Locale("es"), "EEEE, d 'de' MMMM 'de' yyyy 'a las' HH:mm 'UTC'");

    /** Their tags, as a pattern. */
    public static final String TAGS = "en|es";

    private final Locale locale;
    private final DateTimeFormatter format;

    MailLanguage(Locale locale, String format) {
        this.locale = locale;
        this.format = DateTimeFormatter.ofPattern(format, locale).withZone(ZoneOffset.UTC);
    }

    /** @throws IllegalArgumentException for any but {@link #TAGS} */
    public static MailLanguage of(String tag) {
        return valueOf(tag.toUpperCase(Locale.ROOT));
    }

    /** BCP 47. */
    public String tag() {
        return locale.getLanguage();
    }

    /** Whose templates are used. */
    Locale locale() {
        return locale;
    }

    /** Absolute and with its zone: a mail is read anywhere. */
    String dateTime(Instant instant) {
        return format.format(instant);
    }
}
