package tel.ringer.warp.openapi.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;

/** What an operation takes as its body. */
final class RequestBodies {
    private static final List<Class<? extends Annotation>> NOT_BODIES = List.of(
            PathParam.class, QueryParam.class, HeaderParam.class, CookieParam.class, FormParam.class, Context.class);

    private RequestBodies() {}

    /** The type of the body, or of a form; empty without one. */
    static Optional<Type> of(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(FormParam.class)
                        || NOT_BODIES.stream().noneMatch(parameter::isAnnotationPresent))
                .map(Parameter::getParameterizedType)
                .findFirst();
    }

    static RequestBody describe(Method method, Type type, Schemas schemas, Notes notes) {
        Content content = OASFactory.createContent();
        var said = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.RequestBody.class);
        if (said == null) {
            mediaTypes(method)
                    .forEach(name -> content.addMediaType(
                            name, Answers.withExample(schema(method, type, schemas, name), notes.request())));
        } else {
            for (var one : said.content()) {
                Schema schema = one.schema().implementation() == Void.class
                        ? OASFactory.createSchema().type(SchemaType.STRING)
                        : schemas.of(one.schema().implementation());
                content.addMediaType(
                        one.mediaType(),
                        one.example().isEmpty()
                                ? Answers.withExample(schema, notes.request())
                                : OASFactory.createMediaType().schema(schema).example(one.example()));
            }
        }
        return OASFactory.createRequestBody().required(true).content(content);
    }

    private static Schema schema(Method method, Type type, Schemas schemas, String mediaType) {
        List<FormParam> fields = Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(FormParam.class))
                .filter(field -> field != null)
                .toList();
        if (fields.isEmpty()) {
            return type == byte[].class && mediaType.equals(MediaType.APPLICATION_JSON) ? events() : schemas.of(type);
        }
        Schema form = OASFactory.createSchema().type(SchemaType.OBJECT);
        fields.forEach(field ->
                form.addProperty(field.value(), OASFactory.createSchema().type(SchemaType.STRING)));
        return form;
    }

    /** What is verified before it is read: of somebody else's making, and a list. */
    private static Schema events() {
        return OASFactory.createSchema()
                .type(SchemaType.ARRAY)
                .items(OASFactory.createSchema().type(SchemaType.OBJECT));
    }

    private static List<String> mediaTypes(Method method) {
        Consumes own = method.getAnnotation(Consumes.class);
        Consumes inherited = method.getDeclaringClass().getAnnotation(Consumes.class);
        Consumes valid = own == null ? inherited : own;
        return valid == null ? List.of(MediaType.APPLICATION_JSON) : List.of(valid.value());
    }
}
