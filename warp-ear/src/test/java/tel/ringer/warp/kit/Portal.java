package tel.ringer.warp.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A front end in a browser: keeps the cookie of its session and sends it along, and names where it is from. */
public final class Portal {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Map<String, String> cookies = new TreeMap<>();

    /** The cookie that holds a session, where browsers come without TLS. */
    public static final String COOKIE = "warp_refresh";

    /** Of somebody who has signed in with it. */
    public static Portal holding(String refreshToken) {
        Portal portal = new Portal();
        portal.cookies.put(COOKIE, refreshToken);
        return portal;
    }

    /** A second window on the same cookies, which both had at the same time. */
    public Portal copy() {
        Portal copy = new Portal();
        copy.cookies.putAll(cookies);
        return copy;
    }

    /** From a page of WARP's own. */
    public Answer post(String path) {
        return post(path, Map.of("Origin", PartsForTests.server().toString(), "Sec-Fetch-Site", "same-origin"));
    }

    public Answer post(String path, Map<String, String> headers) {
        return send("POST", path, headers);
    }

    public Answer send(String method, String path, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        PartsForTests.server().resolve(path))
                .method(method, BodyPublishers.noBody())
                .header("Accept", "application/json");
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            Answer answer = Answer.of(CLIENT.send(request.build(), BodyHandlers.ofString()));
            setCookies(answer).stream()
                    .flatMap(header -> HttpCookie.parse(header).stream())
                    .forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    public static List<String> setCookies(Answer answer) {
        return answer.response().headers().allValues("Set-Cookie");
    }

    /** What it keeps of a session; blank for nothing. */
    public String refreshToken() {
        return cookies.getOrDefault(COOKIE, "");
    }
}
