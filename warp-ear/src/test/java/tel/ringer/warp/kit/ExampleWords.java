package tel.ringer.warp.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Makes what a test called things into what an example calls them: no secrets, and the same words each time. */
final class ExampleWords {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern EMAIL = Pattern.compile("person-[0-9a-f-]+@people\\.example");
    private static final Pattern COMPANY = Pattern.compile("Company \\d+-[0-9a-f]{8}");
    private static final Pattern BAN = Pattern.compile("T-\\d+-[0-9A-F]{8}");

    private final Map<String, String> words = new LinkedHashMap<>();

    String tidy(String json) {
        String tidy = json.replaceAll("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*", "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl")
                .replaceAll("(\"(?:refresh_token|key)\":\")[^\"]+", "$1shown-once")
                .replaceAll("\"t[0-9a-f]{8}-[0-9a-f-]{27}\"", "\"reader\"");
        tidy = ID.matcher(tidy).replaceAll(match -> word(match, "00000000-0000-4000-8000-0000000000%02d"));
        tidy = EMAIL.matcher(tidy).replaceAll(match -> word(match, "person-%d@acme.example"));
        tidy = COMPANY.matcher(tidy).replaceAll("Acme Telecom Corp");
        return BAN.matcher(tidy).replaceAll("TEST-001");
    }

    private String word(MatchResult found, String form) {
        return words.computeIfAbsent(found.group(), any -> form.formatted(words.size() + 1));
    }
}
