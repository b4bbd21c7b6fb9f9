package tel.ringer.warp.openapi.rest;

import jakarta.json.JsonValue;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import tel.ringer.warp.idempotency.rest.IdempotencyHeaders;

/** What an operation answers when it succeeds: what its method returns, or what the method says that it answers. */
final class Answers {
    private final Schemas schemas;
    private final Notes notes;
    private final APIResponses answers;

    /** @param answers to which they are added */
    Answers(Schemas schemas, Notes notes, APIResponses answers) {
        this.schemas = schemas;
        this.notes = notes;
        this.answers = answers;
    }

    /** @param versioned whether there is an ETag */
    void add(Method method, boolean versioned) {
        APIResponse[] said = method.getAnnotationsByType(APIResponse.class);
        if (said.length > 0) {
            Arrays.stream(said).forEach(one -> add(method, one, versioned));
        } else if (method.getReturnType() == void.class) {
            add(method, "204", "It is done.", OASFactory.createContent(), versioned);
        } else {
            Content content = OASFactory.createContent();
            produced(method).forEach(type -> put(content, type, schemas.of(method.getGenericReturnType()), "200"));
            add(method, "200", "What was asked for.", content, versioned);
        }
    }

    private void add(Method method, APIResponse said, boolean versioned) {
        Content content = OASFactory.createContent();
        for (var one : said.content()) {
            Schema schema = Constraints.said(one.schema(), schemas);
            List<String> mediaTypes =
                    one.mediaType().isEmpty() ? produced(method) : List.of(withoutParameters(one.mediaType()));
            mediaTypes.forEach(mediaType -> put(content, mediaType, schema, said.responseCode()));
        }
        add(method, said.responseCode(), said.description(), content, versioned);
    }

    private void put(Content content, String mediaType, Schema schema, String status) {
        content.addMediaType(
                mediaType,
                mediaType.equals(MediaType.TEXT_HTML)
                        ? OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().type(SchemaType.STRING))
                        : withExample(schema, notes.answer(status, mediaType)));
    }

    static org.eclipse.microprofile.openapi.models.media.MediaType withExample(
            Schema schema, Optional<JsonValue> example) {
        var described = OASFactory.createMediaType().schema(schema);
        example.ifPresent(value -> described.example(PlainJson.of(value)));
        return described;
    }

    private void add(Method method, String status, String description, Content content, boolean versioned) {
        var answer = OASFactory.createAPIResponse().description(description);
        var known = answers.getAPIResponse(status);
        if (known != null && known.getContent() != null) {
            known.getContent().getMediaTypes().forEach(content::addMediaType);
        }
        if (content.getMediaTypes() != null && !content.getMediaTypes().isEmpty()) {
            answer.content(content);
        }
        answer.addHeader("X-Request-Id", text("Of the request: as it was sent, or a new one."));
        if (List.of("201", "202", "303").contains(status)) {
            answer.addHeader(HttpHeaders.LOCATION, text("Where to go, or where to find what was made."));
        }
        if (versioned && !status.equals("204")) {
            answer.addHeader(HttpHeaders.ETAG, text("Which state this is, for If-Match."));
        }
        if (DescribedProblems.names(method).anyMatch(IdempotencyHeaders.KEY::equals)) {
            answer.addHeader(IdempotencyHeaders.REPLAYED, text("true, if this is the answer to an earlier request."));
        }
        answers.addAPIResponse(status, answer);
    }

    static Header text(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().type(SchemaType.STRING));
    }

    private static List<String> produced(Method method) {
        Produces own = method.getAnnotation(Produces.class);
        Produces inherited = method.getDeclaringClass().getAnnotation(Produces.class);
        Produces valid = own == null ? inherited : own;
        return valid == null
                ? List.of(MediaType.APPLICATION_JSON)
                : Arrays.stream(valid.value()).map(Answers::withoutParameters).toList();
    }

    private static String withoutParameters(String mediaType) {
        return mediaType.replaceAll(";.*", "");
    }
}
