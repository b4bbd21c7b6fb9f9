package tel.ringer.warp.http.rest;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The origins (RFC 6454) whose pages may call the API from a browser. Each is named whole: there are no patterns. */
final class AllowedOrigins {
    private static final String SETTING = "warp.cors.origins";
    /** As a browser serialises it: lower case, no path, no default port. */
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.:\\[\\]-]+");

    private final Set<String> origins;

    private AllowedOrigins(Set<String> origins) {
        this.origins = origins;
    }

    /** @throws IllegalArgumentException in one clear sentence, if an entry is no origin */
    static AllowedOrigins parse(String text) {
        return new AllowedOrigins(Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .map(AllowedOrigins::origin)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static String origin(String entry) {
        if (!ORIGIN.matcher(entry).matches() || !isSerialised(entry)) {
            throw new IllegalArgumentException(
                    SETTING + ": \"" + entry
                            + "\" is not an origin such as https://portal.example, in lower case, without path or default port");
        }
        return entry;
    }

    private static boolean isSerialised(String entry) {
        try {
            URI uri = URI.create(entry);
            int usual = entry.startsWith("https") ? 443 : 80;
            return uri.getHost() != null && uri.getPort() != usual;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    boolean areNone() {
        return origins.isEmpty();
    }

    boolean contain(String origin) {
        return origins.contains(origin);
    }
}
