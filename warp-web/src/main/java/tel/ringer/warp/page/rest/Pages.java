package tel.ringer.warp.page.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import tel.ringer.warp.template.Templates;

/** A feature's pages, whose templates stand beside one of its classes and share one layout. */
public final class Pages {
    /** What operations for browsers produce: else whoever accepts JSON alone would be told nothing of a refusal. */
    public static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private final Templates templates;

    public Pages(Class<?> neighbour) {
        this.templates = new Templates(neighbour, Pages.class);
    }

    public Response.ResponseBuilder of(int status, String template, Map<String, ?> model) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(templates.render(template, model));
    }

    /** Whether the client prefers a page to a document for programs; who does not say is a program. */
    public static boolean areWanted(List<MediaType> acceptable) {
        return acceptable.stream()
                .filter(type -> !type.isWildcardType() && !type.isWildcardSubtype())
                .findFirst()
                .filter(MediaType.TEXT_HTML_TYPE::isCompatible)
                .isPresent();
    }
}
