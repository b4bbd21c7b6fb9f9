package tel.ringer.warp.openapi.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Problem documents (RFC 9457) in the description: one schema, an example for each code. */
final class ProblemAnswers {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final String REQUEST_ID = "5f0c7f4e-0c6b-4a39-9d57-7a1c7f0f1f55";
    private static final Map<Integer, String> MEANINGS = Map.ofEntries(
            Map.entry(400, "The request can't be understood."),
            Map.entry(401, "Nobody is known to be asking, or what they showed is not valid."),
            Map.entry(403, "The caller may not do this."),
            Map.entry(404, "Unknown, or out of the caller's reach: never told apart."),
            Map.entry(405, "The resource does not know the method."),
            Map.entry(406, "None of the accepted media types is available."),
            Map.entry(409, "The state of the thing does not allow it now."),
            Map.entry(410, "It was there and will not be again."),
            Map.entry(412, "It was changed since it was read."),
            Map.entry(413, "More than is taken at once."),
            Map.entry(415, "The body is of a type that is not taken here."),
            Map.entry(422, "The request can be understood but not obeyed as it is."),
            Map.entry(428, "If-Match is missing."),
            Map.entry(429, "Too often: later."),
            Map.entry(500, "Nobody foresaw this."),
            Map.entry(503, "A part that is needed does not answer: later."));

    private ProblemAnswers() {}

    /** @param pages whether browsers get a page instead */
    static APIResponse of(int status, Set<String> codes, boolean pages) {
        Map<String, Example> examples = new LinkedHashMap<>();
        codes.forEach(code -> examples.put(code, OASFactory.createExample().ref("#/components/examples/" + code)));
        Content content = OASFactory.createContent()
                .addMediaType(
                        MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                                .examples(examples));
        if (pages) {
            content.addMediaType(
                    MediaType.TEXT_HTML, OASFactory.createMediaType().schema(text()));
        }
        APIResponse answer = OASFactory.createAPIResponse()
                .description(MEANINGS.get(status))
                .content(content)
                .addHeader("X-Request-Id", Answers.text("Of the request: as it was sent, or a new one."));
        if (status == 401) {
            answer.addHeader(HttpHeaders.WWW_AUTHENTICATE, Answers.text("How to say who asks."));
        }
        if (status == 429 || status == 503) {
            answer.addHeader(HttpHeaders.RETRY_AFTER, Answers.text("Seconds to wait."));
        }
        return answer;
    }

    static Example example(ProblemCodes.Entry entry) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "urn:warp:problem:" + entry.code());
        document.put("title", MEANINGS.get(entry.status()));
        document.put("status", entry.status());
        document.put("code", entry.code());
        document.put("detail", entry.detail());
        document.put("request_id", REQUEST_ID);
        if (entry.code().equals("invalid_body")) {
            document.put("errors", List.of(Map.of("pointer", "/email", "detail", "must not be blank")));
        }
        return OASFactory.createExample().summary(entry.detail()).value(document);
    }

    static Schema schema() {
        return OASFactory.createSchema()
                .type(SchemaType.OBJECT)
                .description("A problem (RFC 9457). Some codes have further members.")
                .required(List.of("type", "title", "status", "code", "detail", "request_id"))
                .addProperty("type", text().format("uri"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().type(SchemaType.INTEGER))
                .addProperty("code", text().description("Stable: decide by it."))
                .addProperty("detail", text().description("For people."))
                .addProperty("request_id", text().description("For those who look it up in the logs."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .type(SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("#/components/schemas/FieldError")));
    }

    static Schema fieldError() {
        return OASFactory.createSchema()
                .type(SchemaType.OBJECT)
                .description("What is wrong with one field of the body.")
                .required(List.of("pointer", "detail"))
                .addProperty("pointer", text().description("JSON pointer (RFC 6901)."))
                .addProperty("detail", text());
    }

    private static Schema text() {
        return OASFactory.createSchema().type(SchemaType.STRING);
    }
}
