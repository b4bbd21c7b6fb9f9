package tel.ringer.warp.openapi.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What Bean Validation asks of a field or a parameter, as JSON Schema says it. */
final class Constraints {
    /** Classes of characters and flags, which ECMA 262, the language of JSON Schema, writes otherwise or not at all. */
    private static final java.util.regex.Pattern JAVA_ALONE = java.util.regex.Pattern.compile("\\\\[pP]|\\(\\?[a-z]");

    private Constraints() {}

    static Schema of(RecordComponent component, Schema schema, Schemas schemas) {
        AnnotatedElement field = component.getAccessor();
        Schema described = described(field, schema, schemas);
        return described.getRef() == null ? constrained(field, described) : described;
    }

    /** What the field itself says, where its type is any JSON. */
    private static Schema described(AnnotatedElement field, Schema schema, Schemas schemas) {
        var said = field.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        if (said == null) {
            return schema;
        }
        Schema described =
                said.implementation().isRecord() ? schemas.patchOf(said.implementation()) : said(said, schemas);
        if (said.nullable()) {
            described.nullable(true);
        }
        if (said.enumeration().length > 0) {
            described.enumeration(List.of((Object[]) said.enumeration()));
        }
        return described;
    }

    /** The type that an annotation names; text if it names none. */
    static Schema said(org.eclipse.microprofile.openapi.annotations.media.Schema said, Schemas schemas) {
        if (said.implementation() != Void.class) {
            return schemas.of(said.implementation());
        }
        SchemaType type = said.type() == org.eclipse.microprofile.openapi.annotations.enums.SchemaType.DEFAULT
                ? SchemaType.STRING
                : SchemaType.valueOf(said.type().name());
        return OASFactory.createSchema().type(type);
    }

    static Schema constrained(AnnotatedElement field, Schema schema) {
        if (field.isAnnotationPresent(NotBlank.class)) {
            schema.minLength(1);
        }
        Size size = field.getAnnotation(Size.class);
        if (size != null && size.max() < Integer.MAX_VALUE) {
            bound(schema, size.max());
        }
        Min least = field.getAnnotation(Min.class);
        if (least != null) {
            schema.minimum(BigDecimal.valueOf(least.value()));
        }
        Max most = field.getAnnotation(Max.class);
        if (most != null) {
            schema.maximum(BigDecimal.valueOf(most.value()));
        }
        Pattern pattern = field.getAnnotation(Pattern.class);
        if (pattern != null && !JAVA_ALONE.matcher(pattern.regexp()).find()) {
            schema.pattern("^(?:" + pattern.regexp() + ")$");
        }
        return schema;
    }

    private static void bound(Schema schema, int most) {
        if (schema.getType() == SchemaType.ARRAY) {
            schema.maxItems(most);
        } else {
            schema.maxLength(most);
        }
    }
}
