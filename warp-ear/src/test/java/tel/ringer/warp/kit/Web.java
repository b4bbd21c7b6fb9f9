package tel.ringer.warp.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests with any headers, from any address that a proxy in front of the server might see. */
public record Web(URI server, Map<String, String> headers) {
    /** The one whose pages may call the server of the tests. */
    public static final String ORIGIN = "https://portal.example";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    /** The server that Arquillian started. */
    public static Web anonymous() {
        return new Web(PartsForTests.server(), Map.of());
    }

    /** An address that no other test comes from (RFC 2544, appendix C.2.2). */
    public static String newAddress() {
        int next = ADDRESSES.incrementAndGet();
        return "198.18." + next / 250 + "." + (1 + next % 250);
    }

    public Web at(URI other) {
        return new Web(other, headers);
    }

    public Web from(String address) {
        return with("X-Forwarded-For", address);
    }

    public Web with(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Web(server, Map.copyOf(more));
    }

    public Answer get(String path) {
        return send("GET", path, BodyPublishers.noBody());
    }

    /** With a body of application/json, unless another type was given. */
    public Answer post(String path, String body) {
        return post(path, BodyPublishers.ofString(body));
    }

    public Answer post(String path, BodyPublisher body) {
        Web typed = headers.containsKey("Content-Type") ? this : with("Content-Type", "application/json");
        return typed.send("POST", path, body);
    }

    public Answer send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body);
        headers.forEach(request::header);
        try {
            return Answer.of(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
