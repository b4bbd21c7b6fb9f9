package tel.ringer.warp.attack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds any of many strings in one pass over a text, whatever the case, also in what is encoded in it. */
final class ForeignBytes {
    /** Shorter strings occur everywhere. */
    static final int SHORTEST = 8;

    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9_+/-]{32,}");

    private final Map<String, List<String>> byBeginning = new HashMap<>();

    ForeignBytes(Set<String> strings) {
        for (String string : strings) {
            byBeginning
                    .computeIfAbsent(string.substring(0, SHORTEST), b -> new ArrayList<>())
                    .add(string);
        }
    }

    int size() {
        return byBeginning.values().stream().mapToInt(List::size).sum();
    }

    /** The first of the strings in the reply; an error echoes nothing, other answers may repeat what was sent. */
    Optional<String> in(Reply reply, Shot shot) {
        boolean mayEcho = reply.status() < 400;
        String text = reply.whole();
        return find(text, shot, mayEcho).or(() -> find(decoded(text), shot, mayEcho));
    }

    private Optional<String> find(String text, Shot shot, boolean mayEcho) {
        String searched = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i + SHORTEST <= searched.length(); i++) {
            for (String string : byBeginning.getOrDefault(searched.substring(i, i + SHORTEST), List.of())) {
                if (searched.startsWith(string, i) && !(mayEcho && shot.contains(string))) {
                    return Optional.of(string);
                }
            }
        }
        return Optional.empty();
    }

    /** Cursors and tokens are opaque to clients, not to whoever decodes them. */
    private static String decoded(String text) {
        return ENCODED.matcher(text)
                .results()
                .map(match -> match.group().replace('+', '-').replace('/', '_'))
                .map(token -> token.substring(0, token.length() - (token.length() % 4 == 1 ? 1 : 0)))
                .map(token -> new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }
}
