package tel.ringer.warp.kit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;

/** What the server answered. */
public record Answer(int status, String body, HttpResponse<String> response) {
    static Answer of(HttpResponse<String> response) {
        IssuedSecrets.seenIn(response.request().uri().toString());
        IssuedSecrets.seenIn(response.body());
        Contract.check(response);
        return new Answer(response.statusCode(), response.body(), response);
    }

    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    /** The code of a problem document. */
    public String code() {
        return json().getString("code");
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The body without what differs from request to request. */
    public String bodyWithoutRequestId() {
        return body.replaceAll("\"request_id\":\"[^\"]*\"", "");
    }
}
