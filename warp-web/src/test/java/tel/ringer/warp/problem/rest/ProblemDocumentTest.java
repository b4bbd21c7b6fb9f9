package tel.ringer.warp.problem.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tel.ringer.warp.http.rest.FieldError;
import tel.ringer.warp.http.rest.InvalidBodyException;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

class ProblemDocumentTest {
    private static JsonObject body(Response response) {
        try (JsonReader reader = Json.createReader(new StringReader((String) response.getEntity()))) {
            return reader.readObject();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MALFORMED, 400",
        "UNAUTHENTICATED, 401",
        "FORBIDDEN, 403",
        "NOT_FOUND, 404",
        "CONFLICT, 409",
        "GONE, 410",
        "OUTDATED, 412",
        "TOO_LARGE, 413",
        "INVALID, 422",
        "UNCONDITIONAL, 428",
        "TOO_MANY, 429",
        "UNAVAILABLE, 503"
    })
    void eachKindHasItsStatus(ProblemKind kind, int status) {
        assertEquals(status, ProblemDocument.status(kind));
    }

    @ParameterizedTest
    @EnumSource
    void noKindIsASuccessOrAFaultOfOurs(ProblemKind kind) {
        int status = ProblemDocument.status(kind);
        assertTrue(status == 503 || (status >= 400 && status < 500));
    }

    @Test
    void aProblemIsOneWholeDocument() {
        Response response = ProblemDocument.of(
                new ProblemException(
                        ProblemKind.CONFLICT,
                        "invitation_wrong_account",
                        "Sign in with \"that\" account.",
                        Map.of("expected_email", "j***@example.com")),
                "req-1");
        assertEquals(409, response.getStatus());
        assertEquals("application/problem+json", String.valueOf(response.getMediaType()));
        assertEquals(
                Json.createObjectBuilder()
                        .add("type", "urn:warp:problem:invitation_wrong_account")
                        .add("title", "Conflict")
                        .add("status", 409)
                        .add("code", "invitation_wrong_account")
                        .add("detail", "Sign in with \"that\" account.")
                        .add("request_id", "req-1")
                        .add("expected_email", "j***@example.com")
                        .build(),
                body(response));
    }

    @Test
    void fieldErrorsAreAList() {
        Response response =
                ProblemDocument.of(new InvalidBodyException(List.of(new FieldError("/email", "wrong"))), "req-1");
        assertEquals(422, response.getStatus());
        JsonObject body = body(response);
        assertEquals("Unprocessable Content", body.getString("title"));
        assertEquals(
                Json.createArrayBuilder()
                        .add(Json.createObjectBuilder().add("pointer", "/email").add("detail", "wrong"))
                        .build(),
                body.getJsonArray("errors"));
    }

    @Test
    void whoShouldComeBackLaterIsToldWhen() {
        Response response = ProblemDocument.of(
                new ProblemException(ProblemKind.TOO_MANY, "resend_too_soon", "Wait.", Map.of("retry_after", 61L)),
                "req-1");
        assertEquals("61", response.getHeaderString("Retry-After"));
        assertEquals(61, body(response).getInt("retry_after"));
    }

    @Test
    void whoIsNotSignedInIsToldHow() {
        ProblemException problem = new ProblemException(ProblemKind.UNAUTHENTICATED, "unauthenticated", "Sign in.");
        assertEquals(
                "Bearer realm=\"warp\"", ProblemDocument.of(problem, "req-1").getHeaderString("WWW-Authenticate"));
        assertNull(
                ProblemDocument.of(ProblemException.forbidden("No."), "req-1").getHeaderString("WWW-Authenticate"));
    }
}
