package tel.ringer.warp.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.runner.ReceivedMail;

/** The mails of everybody, as they come in. */
final class Inbox {
    private static final Pattern LINK = Pattern.compile("/invitations/([0-9a-f-]{36})");

    private final Map<String, String> latestTokens = new HashMap<>();
    private int read;

    /** The token of the latest link that came to the address. */
    synchronized Optional<String> latestToken(String email) {
        readOn();
        return Optional.ofNullable(latestTokens.get(email));
    }

    private void readOn() {
        List<ReceivedMail> received = PartsForTests.mailSink().received();
        for (ReceivedMail mail : received.subList(read, received.size())) {
            Matcher link = LINK.matcher(mail.text());
            if (link.find()) {
                latestTokens.put(mail.recipients().get(0), link.group(1));
            }
        }
        read = received.size();
    }

    /** How many mails came, to whomever. */
    synchronized int size() {
        readOn();
        return read;
    }
}
