package tel.ringer.warp.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Somebody's browser: keeps cookies, follows redirects and what a page says is next, and sends forms. */
public final class Browser {
    private static final int MOST_STEPS = 10;

    private final CookieManager cookies = new CookiesOfThisMachine();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI home;

    private Browser(URI home) {
        this.home = home;
    }

    public static Browser fresh() {
        return new Browser(PartsForTests.server());
    }

    /** One that begins at another node. */
    public static Browser at(Api node) {
        return new Browser(node.server());
    }

    /** Opens an address and goes on until a page is there. */
    public Page open(String address) {
        return follow(step(address));
    }

    /** Opens an address and stays there. */
    public Page step(String address) {
        return send(home.resolve(address), HttpRequest.newBuilder());
    }

    public Page follow(Page page) {
        Page now = page;
        for (int i = 0; i < MOST_STEPS; i++) {
            Optional<URI> next = now.next();
            if (next.isEmpty()) {
                return now;
            }
            now = step(next.get().toString());
        }
        throw new IllegalStateException("Sent round in circles: " + now);
    }

    /** Sends a form of the page, its hidden fields included, and goes on until a page is there. */
    public Page submit(Page page, String action, Map<String, String> fields) {
        return follow(submitOnly(page, action, fields));
    }

    /** Sends a form of the page. */
    public Page submitOnly(Page page, String action, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(page.hiddenFields(action));
        all.putAll(fields);
        return post(page.address().resolve(page.action(action)), all, Map.of("Sec-Fetch-Site", "same-origin"));
    }

    /** Sends any form, as any site could. */
    public Page post(URI address, Map<String, String> fields, Map<String, String> headers) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder().POST(BodyPublishers.ofString(form));
        request.header("Content-Type", "application/x-www-form-urlencoded");
        headers.forEach(request::header);
        return send(home.resolve(address), request);
    }

    /** Signs in at the page of the local provider, which asks for an address alone. */
    public Page signInAs(Page loginForm, String email) {
        return submit(loginForm, "", Map.of("username", email, "claims", ""));
    }

    /** The value of a cookie that is kept. */
    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public void forgetCookies() {
        cookies.getCookieStore().removeAll();
    }

    private Page send(URI address, HttpRequest.Builder request) {
        request.uri(address).timeout(Duration.ofSeconds(60));
        request.header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        try {
            return new Page(address, Answer.of(client.send(request.build(), BodyHandlers.ofString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
