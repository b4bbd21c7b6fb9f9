package tel.ringer.warp.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** What an administrator does at Keycloak, through its REST API. */
record KeycloakAdministrator(KeycloakServer server) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String KEYS = "org.keycloak.keys.KeyProvider";

    /** How long tokens of the realm live from now on. */
    void tokensLive(int seconds) throws IOException, InterruptedException {
        send(
                "PUT",
                server.admin(""),
                Json.createObjectBuilder().add("accessTokenLifespan", seconds).build());
    }

    /** The person's address is another one now, and Keycloak vouches for it. */
    void changeAddress(String username, String email) throws IOException, InterruptedException {
        JsonObject user = array(send("GET", server.admin("/users?exact=true&username=" + username)))
                .get(0);
        send(
                "PUT",
                server.admin("/users/" + user.getString("id")),
                Json.createObjectBuilder(user)
                        .add("email", email)
                        .add("emailVerified", true)
                        .build());
    }

    /** Signs with a key of its own from now on. */
    void addSigningKey(String name, int priority) throws IOException, InterruptedException {
        JsonObject config = Json.createObjectBuilder()
                .add("priority", Json.createArrayBuilder().add(Integer.toString(priority)))
                .add("enabled", Json.createArrayBuilder().add("true"))
                .add("active", Json.createArrayBuilder().add("true"))
                .add("algorithm", Json.createArrayBuilder().add("RS256"))
                .build();
        send(
                "POST",
                server.admin("/components"),
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("providerId", "rsa-generated")
                        .add("providerType", KEYS)
                        .add("config", config)
                        .build());
    }

    /** Forgets every other key that signs with RSA. */
    void removeSigningKeysBut(String name) throws IOException, InterruptedException {
        for (JsonObject key : array(send("GET", server.admin("/components?type=" + KEYS)))) {
            if (key.getString("providerId").equals("rsa-generated")
                    && !key.getString("name").equals(name)) {
                send("DELETE", server.admin("/components/" + key.getString("id")));
            }
        }
    }

    private static List<JsonObject> array(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    private String send(String method, URI uri) throws IOException, InterruptedException {
        return send(method, uri, JsonValue.NULL);
    }

    private String send(String method, URI uri, JsonValue body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.equals(JsonValue.NULL)
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(body.toString())));
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer + ": " + answer.body());
        }
        return answer.body();
    }

    private String token() throws IOException, InterruptedException {
        String answer =
                send(HttpRequest.newBuilder(URI.create(server.root() + "/realms/master/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username="
                                + KeycloakServer.ADMINISTRATOR + "&password=" + KeycloakServer.PASSWORD)));
        try (JsonReader reader = Json.createReader(new StringReader(answer))) {
            return reader.readObject().getString("access_token");
        }
    }
}
