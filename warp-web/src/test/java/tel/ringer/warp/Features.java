package tel.ringer.warp;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The feature that a class belongs to: the word after tel.ringer.warp, or, if it is wrong on purpose, further on. */
final class Features {
    private static final Pattern FEATURE =
            Pattern.compile("tel\\.ringer\\.warp(?:\\.broken\\.\\w+)?\\.(\\w+)(?:\\..*)?");

    private Features() {}

    static Optional<String> of(JavaClass type) {
        Matcher matcher = FEATURE.matcher(type.getPackageName());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
