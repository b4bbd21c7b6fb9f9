package tel.ringer.warp.page.rest;

import jakarta.annotation.Priority;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.util.Map;
import tel.ringer.warp.problem.rest.ProblemDocument;

/** Shows problems as pages where people come by; after all other filters, which want to read the document. */
@Provider
@Priority(100)
public class ProblemPageFilter implements ContainerResponseFilter {
    private static final Pages PAGES = new Pages(ProblemPageFilter.class);

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Method method = resource.getResourceMethod();
        if (method != null
                && method.isAnnotationPresent(ForBrowsers.class)
                && ProblemDocument.isProblem(response.getMediaType())
                && response.getEntity() instanceof String document
                && Pages.areWanted(request.getAcceptableMediaTypes())) {
            response.setEntity(
                    page(response.getStatus(), document), null, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }

    private static Object page(int status, String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            JsonObject problem = reader.readObject();
            return PAGES.of(
                            status,
                            "problem.ftlh",
                            Map.of(
                                    "code", problem.getString("code"),
                                    "detail", problem.getString("detail"),
                                    "requestId", problem.getString("request_id")))
                    .build()
                    .getEntity();
        }
    }
}
