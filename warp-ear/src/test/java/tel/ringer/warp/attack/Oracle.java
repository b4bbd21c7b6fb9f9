package tel.ringer.warp.attack;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Judges answers.
 *
 * @param noServerError whether a 5xx is a finding: not where a wall is away that would have answered before the database
 */
record Oracle(boolean noServerError) {
    List<Finding> judge(Attempt attempt, Caller caller, Shot shot, Reply reply) {
        List<Finding> findings = new ArrayList<>();
        caller.forbidden()
                .in(reply, shot)
                .ifPresent(bytes -> findings.add(finding("Foreign bytes", attempt, shot, bytes + "\n" + reply)));
        if (noServerError && reply.status() >= 500) {
            findings.add(finding("Server error", attempt, shot, reply));
        }
        return findings;
    }

    /** Somebody else's and nobody's must look the same. */
    Optional<Finding> compare(Attempt attempt, Shot shot, Reply reply, Shot twin, Reply twinReply) {
        if (isOfNobody(attempt, reply) && isOfNobody(attempt, twinReply)) {
            return Optional.empty();
        }
        String difference = difference(shot, reply, twinReply);
        return difference.isEmpty()
                ? Optional.empty()
                : Optional.of(finding(
                        "Foreign and unknown differ in " + difference,
                        attempt,
                        shot,
                        reply + "\n" + twin + "\n" + twinReply));
    }

    /** Which jobs there are and whether one runs just now is the platform's; who may not ask is still refused alike. */
    private static boolean isOfNobody(Attempt attempt, Reply reply) {
        return attempt.route().pathParameters().contains("jobName") && reply.status() != 401 && reply.status() != 403;
    }

    private static String difference(Shot shot, Reply reply, Reply twin) {
        if (reply.status() != twin.status()) {
            return "status: " + reply.status() + ", " + twin.status();
        }
        if (!reply.headerNames().equals(twin.headerNames())) {
            return "headers: " + reply.headerNames() + ", " + twin.headerNames();
        }
        boolean changes = reply.status() < 300 && !shot.method().equals("GET");
        boolean same = changes
                ? shape(reply.body()).equals(shape(twin.body()))
                : reply.bodyWithoutRequestId().equals(twin.bodyWithoutRequestId());
        return same ? "" : "body";
    }

    /** What was made has ids and times of its own. */
    private static TreeSet<String> shape(String body) {
        TreeSet<String> shape = new TreeSet<>();
        if (body.startsWith("{") || body.startsWith("[")) {
            try (JsonReader reader = Json.createReader(new StringReader(body))) {
                collect("", reader.readValue(), shape);
            }
        }
        return shape;
    }

    private static void collect(String path, JsonValue value, TreeSet<String> shape) {
        switch (value.getValueType()) {
            case OBJECT -> value.asJsonObject().forEach((name, member) -> collect(path + "/" + name, member, shape));
            case ARRAY -> value.asJsonArray().forEach(item -> collect(path + "/-", item, shape));
            case STRING, NUMBER, NULL -> shape.add(path);
            case TRUE, FALSE -> shape.add(path + "=" + value);
        }
    }

    private static Finding finding(String what, Attempt attempt, Shot shot, Object reply) {
        return new Finding(
                what,
                attempt.kind() + ", " + attempt.route() + ", ids in " + attempt.source(),
                attempt + "\n" + shot + "\n" + reply);
    }
}
