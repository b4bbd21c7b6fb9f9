package tel.ringer.warp.endtoend;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tel.ringer.warp.kit.Api;

/** What the end of a start tells, and no more. */
record Banner(String text) {
    static final String PREFIX = "warp | ";

    private static final Pattern LAST = Pattern.compile("Stop +Ctrl-C$");
    private static final Pattern OPEN = Pattern.compile("Open +(\\S+)");
    private static final Pattern MAILS = Pattern.compile("Mails .* kept in (.+)");
    private static final Pattern TOKEN_ENDPOINT = Pattern.compile("ID token +curl -s (\\S+)");
    private static final Pattern TOKEN_PARAMETER = Pattern.compile("-d (\\w+)=(\\S+)");

    static boolean isLast(String line) {
        return line.startsWith(PREFIX) && LAST.matcher(line).find();
    }

    static Banner of(String output) {
        return new Banner(output.lines().filter(line -> line.startsWith(PREFIX)).collect(Collectors.joining("\n")));
    }

    Api api() {
        return new Api(URI.create(found(OPEN)), Optional.empty());
    }

    Path mails() {
        return Path.of(found(MAILS));
    }

    /** Does what the printed command does, for another address. */
    String idToken(String address) throws IOException, InterruptedException {
        String form = TOKEN_PARAMETER
                .matcher(text)
                .results()
                .map(parameter -> parameter.group(1) + "=" + encoded(parameter, address))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(found(TOKEN_ENDPOINT)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString());
        try (JsonReader json = Json.createReader(new StringReader(answer.body()))) {
            return json.readObject().getString("id_token");
        }
    }

    private static String encoded(MatchResult parameter, String address) {
        return URLEncoder.encode(
                parameter.group(1).equals("username") ? address : parameter.group(2), StandardCharsets.UTF_8);
    }

    private String found(Pattern pattern) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new AssertionError("The banner does not say \"" + pattern + "\":\n" + text);
        }
        return found.group(1);
    }
}
