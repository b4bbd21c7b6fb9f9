package tel.ringer.warp.kit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * WARP as an HTTP client sees it.
 *
 * @param accessToken with which it calls; empty for nobody
 */
public record Api(URI server, Optional<String> accessToken) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    /** The server that Arquillian started, called by nobody. */
    public static Api anonymous() {
        return new Api(PartsForTests.server(), Optional.empty());
    }

    public Api as(String token) {
        return new Api(server, Optional.of(token));
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer getPage(String path) {
        return send(request(path)
                .setHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .GET());
    }

    public Answer getWith(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::setHeader);
        return send(request);
    }

    public Answer post(String path, JsonObject body) {
        return postText(path, body.toString());
    }

    public Answer postWith(String path, Map<String, String> headers, Optional<JsonObject> body) {
        return callWith("POST", path, headers, body.map(JsonObject::toString));
    }

    public Answer postText(String path, String body) {
        return postAs(path, "application/json", body);
    }

    public Answer postAs(String path, String mediaType, String body) {
        return send(request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofString(body)));
    }

    public Answer post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    /** Whatever state it finds. */
    public Answer put(String path, JsonObject body) {
        return call("PUT", path, Optional.of(body.toString()));
    }

    /** Whatever state it finds. */
    public Answer patch(String path, JsonObject body) {
        return call("PATCH", path, Optional.of(body.toString()));
    }

    /** Whatever state it finds. */
    public Answer patchAs(String path, String mediaType, String body) {
        return send(request(path)
                .header("If-Match", "*")
                .header("Content-Type", mediaType)
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** With a body of application/json. */
    public Answer method(String method, String path, String body) {
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body)));
    }

    public Answer method(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    public Answer putWith(String path, Map<String, String> headers, JsonObject body) {
        return callWith("PUT", path, headers, Optional.of(body.toString()));
    }

    /** Any operation with these headers alone; a body is JSON unless they say otherwise. */
    public Answer callWith(String method, String path, Map<String, String> headers, Optional<String> body) {
        HttpRequest.Builder request = request(path);
        body.ifPresent(text -> request.setHeader("Content-Type", "application/json"));
        headers.forEach(request::setHeader);
        return send(request.method(method, body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody)));
    }

    /** A merge patch of the state that the ETag names. */
    public Answer patchIfMatch(String path, String ifMatch, String body) {
        return send(request(path)
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", ifMatch)
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    /** Any operation, with a JSON body if there is one, whatever state it finds. */
    public Answer call(String method, String path, Optional<String> body) {
        return callWith(method, path, Map.of("If-Match", "*"), body);
    }

    /** Signs in with an ID token; the answer holds the tokens. */
    public Answer exchange(String idToken) {
        return post(
                "/auth/exchange",
                Json.createObjectBuilder().add("id_token", idToken).build());
    }

    public Answer accept(String invitationToken, String idToken) {
        return post(
                "/invitations/" + invitationToken + "/accept",
                Json.createObjectBuilder().add("id_token", idToken).build());
    }

    public Answer decline(String invitationToken, String idToken) {
        return post(
                "/invitations/" + invitationToken + "/decline",
                Json.createObjectBuilder().add("id_token", idToken).build());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(Duration.ofSeconds(60));
        request.header("Accept", "application/json");
        accessToken.ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
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
