package tel.ringer.warp.kit;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tel.ringer.warp.runner.ReceivedMail;

/** What the tests of this run were given or gave that no log may hold; the clients tell it what they see. */
public final class IssuedSecrets {
    private static final Pattern LINK = Pattern.compile("(?<!/admin)/invitations/([0-9a-f-]{36})");
    /** The values of these fields are credentials. */
    private static final Pattern FIELD =
            Pattern.compile("\"(?:id_token|access_token|refresh_token|api_key|key|secret)\"\\s*:\\s*\"([^\"]{20,})\"");

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private IssuedSecrets() {}

    static void seen(String secret) {
        SEEN.add(secret);
    }

    /** Notes each credential in an address, a body, or a mail. */
    static void seenIn(String text) {
        Stream.of(LINK, FIELD).forEach(pattern -> {
            Matcher secret = pattern.matcher(text);
            while (secret.find()) {
                SEEN.add(secret.group(1));
            }
        });
    }

    /** All of this run so far, and those in every mail that was sent. */
    public static Set<String> all() {
        PartsForTests.mailSink().received().stream().map(ReceivedMail::text).forEach(IssuedSecrets::seenIn);
        return Set.copyOf(SEEN);
    }
}
