package tel.ringer.warp.fuzz;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tel.ringer.warp.kit.Placeholders;

/** A request that would succeed until something of it is spoilt. */
final class Draft {
    /** Grizzly's, in bytes, with the request line. */
    private static final int LARGEST_HEAD = 8_192;

    private static final Pattern POSSIBLE = Pattern.compile("[\\x20-\\x7e\t]*");

    private final Operation operation;
    private final Map<String, String> pathValues = new LinkedHashMap<>();
    private final List<String> query = new ArrayList<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String method;
    private String suffix = "";
    private byte[] body;

    Draft(Operation operation, UnaryOperator<String> values) {
        this.operation = operation;
        this.method = operation.route().method();
        operation.route().pathParameters().forEach(name -> pathValues.put(name, values.apply(name)));
        this.body = operation
                .body()
                .map(text -> Placeholders.fill(text, values))
                .orElse("")
                .getBytes(StandardCharsets.UTF_8);
    }

    Operation operation() {
        return operation;
    }

    String method() {
        return method;
    }

    String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    void callBy(String otherMethod) {
        method = otherMethod;
    }

    /** @param value as it goes over the wire */
    void name(String pathParameter, String value) {
        pathValues.put(pathParameter, value);
    }

    void extendPath(String more) {
        suffix = more;
    }

    /** @param pair as it goes over the wire */
    void ask(String pair) {
        query.add(pair);
    }

    void head(String name, String value) {
        headers.put(name, value);
    }

    void behead(String name) {
        headers.remove(name);
    }

    void send(byte[] otherBody) {
        body = otherBody;
    }

    void send(String otherBody) {
        body = otherBody.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether HTTP lets no header hold what one of this holds, control characters or other bytes than ASCII, or no address
     * the space in this one, or all are together more than the server reads.
     */
    boolean hasAnImpossibleHead() {
        return headers.values().stream()
                        .anyMatch(value -> !POSSIBLE.matcher(value).matches())
                || target().contains(" ")
                || head("localhost:65535").length > LARGEST_HEAD;
    }

    private byte[] head(String host) {
        StringBuilder head = new StringBuilder(
                method + " " + target() + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: " + body.length + "\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private String target() {
        String path = Placeholders.fill(operation.route().path(), name -> pathValues.getOrDefault(name, ""));
        return path + suffix + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    byte[] bytes(URI server) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head(server.getAuthority()));
        all.writeBytes(body);
        return all.toByteArray();
    }

    /** For a finding, and not all of what is huge. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(method + " " + shortened(target()));
        headers.forEach((name, value) -> {
            if (!name.equals("Authorization")) {
                text.append(" -H '")
                        .append(name)
                        .append(": ")
                        .append(shortened(value))
                        .append('\'');
            }
        });
        return text + (body.length == 0 ? "" : " -d '" + shortened(bodyText()) + "'");
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "... (" + text.length() + ")";
    }
}
