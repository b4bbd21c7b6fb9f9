package tel.ringer.warp.identity;

import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a person prefers.
 *
 * @param value empty if they leave it to whoever shows them something
 */
public record Preference(Optional<String> value) {
    private static final int LONGEST_TAG = 35;

    /**
     * A language, as BCP 47 writes it.
     *
     * @throws IllegalArgumentException if the text is no such tag
     */
    public static String language(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            String canonical = locale.toLanguageTag();
            if (locale.getLanguage().isEmpty() || canonical.length() > LONGEST_TAG) {
                throw new IllegalArgumentException("Not the tag of a language");
            }
            return canonical;
        } catch (IllformedLocaleException e) {
            throw new IllegalArgumentException("Not the tag of a language", e);
        }
    }

    /**
     * A time zone, by its name in the IANA database.
     *
     * @throws IllegalArgumentException if there is none of this name
     */
    public static String timeZone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw new IllegalArgumentException("Not a time zone");
        }
        return name;
    }
}
