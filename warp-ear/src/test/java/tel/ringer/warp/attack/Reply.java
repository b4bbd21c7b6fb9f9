package tel.ringer.warp.attack;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What came back, each byte of it.
 *
 * @param headers in the order and the spelling of the server
 */
public record Reply(String statusLine, List<String> headers, String body) {
    private static final String REQUEST_ID = "X-Request-Id: ";

    public int status() {
        return Integer.parseInt(statusLine.split(" ", 3)[1]);
    }

    /** @param name in lower case; empty if there is none */
    public String header(String name) {
        return headers.stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(header -> header.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** Without the one that is about the connection alone. */
    TreeSet<String> headerNames() {
        return headers.stream()
                .map(header -> header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals("connection"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The body without what differs from request to request. */
    String bodyWithoutRequestId() {
        return headers.stream()
                .filter(header -> header.startsWith(REQUEST_ID))
                .map(header -> header.substring(REQUEST_ID.length()))
                .reduce(body, (text, id) -> text.replace(id, ""));
    }

    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        }
    }

    String whole() {
        return statusLine + "\n" + String.join("\n", headers) + "\n\n" + body;
    }

    /** For a finding: not all of a long list. */
    @Override
    public String toString() {
        String all = whole();
        return all.length() <= 1500 ? all : all.substring(0, 1500) + "...";
    }
}
