package tel.ringer.warp.fuzz;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tel.ringer.warp.attack.Reply;

/** What an answer to a malformed request may be. */
final class Judge {
    private static final Pattern STACK_TRACE = Pattern.compile("\\bat [a-z]\\w*(?:\\.[\\w$]+)+\\([\\w.: ]*\\)");
    private static final Pattern INSIDE = Pattern.compile(
            "(?i)exception|hibernate|sqlstate|psql|postgres|select .* from|insert into|payara|glassfish|grizzly|jersey|"
                    + "\\b(?:java|javax|jakarta)\\.");

    private Judge() {}

    /** What is wrong with it; empty if nothing is. */
    static Optional<String> fault(Draft draft, List<Defect> defects, Optional<Reply> answer) {
        boolean mayStopBelow = draft.hasAnImpossibleHead() || defects.stream().anyMatch(Defect::mayStopBelow);
        if (answer.isEmpty()) {
            return mayStopBelow ? Optional.empty() : Optional.of("no answer");
        }
        Reply reply = answer.get();
        if (reply.status() >= 500) {
            return Optional.of("server error");
        }
        if (STACK_TRACE.matcher(reply.body()).find()
                || (reply.status() >= 400 && INSIDE.matcher(reply.body()).find())) {
            return Optional.of("tells of the inside");
        }
        if (isFromBelow(reply)) {
            // The server answers what it can't decode with a 200 without anything.
            boolean saysNothing = reply.body().isEmpty();
            return mayStopBelow && (reply.status() >= 400 || saysNothing)
                    ? Optional.empty()
                    : Optional.of("stopped below WARP");
        }
        if (reply.status() < 400) {
            return reply.status() < 300 && !draft.operation().isReading()
                    ? Optional.of("was carried out")
                    : Optional.empty();
        }
        return isProblem(draft, reply) ? Optional.empty() : Optional.of("no problem document");
    }

    /** Whether the server refused it before WARP saw it. */
    static boolean isFromBelow(Reply reply) {
        return reply.header("x-request-id").isEmpty();
    }

    private static boolean isProblem(Draft draft, Reply reply) {
        if (draft.method().equals("HEAD") || reply.header("content-type").startsWith("text/html")) {
            return true;
        }
        if (!reply.header("content-type").startsWith("application/problem+json")) {
            return false;
        }
        try {
            JsonObject problem = reply.json();
            return !problem.getString("code", "").isEmpty()
                    && problem.getInt("status", 0) == reply.status()
                    && problem.getString("request_id", "").equals(reply.header("x-request-id"));
        } catch (JsonException e) {
            return false;
        }
    }
}
