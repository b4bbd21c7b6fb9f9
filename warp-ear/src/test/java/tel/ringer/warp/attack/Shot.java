package tel.ringer.warp.attack;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request as it goes over the wire.
 *
 * @param target path and query, encoded
 */
record Shot(String method, String target, Map<String, String> headers, Optional<String> body) {
    boolean contains(String text) {
        return lowerCase(target).contains(text)
                || body.filter(sent -> lowerCase(sent).contains(text)).isPresent()
                || headers.values().stream().anyMatch(sent -> lowerCase(sent).contains(text));
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** For a finding: the caller is named beside it, the token would only hide the rest. */
    @Override
    public String toString() {
        return method + " " + target
                + headers.entrySet().stream()
                        .filter(header -> !header.getKey().equals("Authorization"))
                        .map(header -> " -H '" + header.getKey() + ": " + header.getValue() + "'")
                        .collect(Collectors.joining())
                + body.map(text -> " -d '" + text + "'").orElse("");
    }
}
