package tel.ringer.warp.problem.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tel.ringer.warp.http.rest.FieldError;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** A problem on the wire (RFC 9457). */
public final class ProblemDocument {
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final int UNPROCESSABLE = 422;
    /** In seconds, of what can't say better. */
    private static final int RETRY_AFTER = 5;

    private ProblemDocument() {}

    public static Response of(ProblemException problem, String requestId) {
        return of(status(problem.kind()), problem.code(), problem.detail(), problem.members(), requestId);
    }

    /** A body with a content coding: none is understood (RFC 9110, section 15.5.16). */
    public static Response packed(String requestId) {
        Response problem = of(
                Response.Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode(),
                "unsupported_content_encoding",
                "Send the body as it is, not packed.",
                Map.of(),
                requestId);
        return Response.fromResponse(problem)
                .header(HttpHeaders.ACCEPT_ENCODING, "identity")
                .build();
    }

    public static Response unknownMethod(String requestId) {
        return of(
                Response.Status.METHOD_NOT_ALLOWED.getStatusCode(),
                "method_not_allowed",
                "This resource does not know that method.",
                Map.of(),
                requestId);
    }

    static Response of(int status, String code, String detail, Map<String, Object> members, String requestId) {
        JsonObjectBuilder body = Json.createObjectBuilder()
                .add("type", "urn:warp:problem:" + code)
                .add("title", title(status))
                .add("status", status)
                .add("code", code)
                .add("detail", detail)
                .add("request_id", requestId);
        members.forEach((name, value) -> add(body, name, value));
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(body.build().toString());
        if (status == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"warp\"");
        }
        Object retryAfter = status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()
                ? members.getOrDefault("retry_after", RETRY_AFTER)
                : members.get("retry_after");
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return response.build();
    }

    /** @param type of a body; null without one */
    public static boolean isProblem(@Nullable MediaType type) {
        return type != null && type.isCompatible(MediaType.valueOf(MEDIA_TYPE));
    }

    /** The status that each kind has on the wire. */
    public static int status(ProblemKind kind) {
        return switch (kind) {
            case MALFORMED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case OUTDATED -> 412;
            case TOO_LARGE -> 413;
            case INVALID -> UNPROCESSABLE;
            case UNCONDITIONAL -> 428;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Unprocessable Content" : known.getReasonPhrase();
    }

    private static void add(JsonObjectBuilder body, String name, Object value) {
        if (value instanceof Number number) {
            body.add(name, number.longValue());
        } else if (value instanceof List<?> errors) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            errors.forEach(error -> array.add(field((FieldError) Objects.requireNonNull(error))));
            body.add(name, array);
        } else if (value instanceof Map<?, ?> faults) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            faults.forEach((pointer, detail) -> array.add(field(new FieldError("" + pointer, "" + detail))));
            body.add(name, array);
        } else {
            body.add(name, value.toString());
        }
    }

    private static JsonObjectBuilder field(FieldError error) {
        return Json.createObjectBuilder().add("pointer", error.pointer()).add("detail", error.detail());
    }
}
