package tel.ringer.warp.problem.rest;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import tel.ringer.warp.http.rest.FieldError;
import tel.ringer.warp.http.rest.InvalidBodyException;
import tel.ringer.warp.http.rest.RequestId;
import tel.ringer.warp.http.rest.SnakeCase;

/** What Bean Validation refused: which fields and why, never their values. */
@Provider
public class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {
    @Inject
    private RequestId requestId;

    @Override
    public Response toResponse(ConstraintViolationException violations) {
        List<FieldError> errors = violations.getConstraintViolations().stream()
                .map(violation -> new FieldError(pointer(violation), violation.getMessage()))
                .distinct()
                .toList();
        return ProblemDocument.of(new InvalidBodyException(errors), requestId.value());
    }

    /** The path without the resource method and its parameter; an element of a list goes by its index alone. */
    private static String pointer(ConstraintViolation<?> violation) {
        List<String> names = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                names.add(node.getIndex().toString());
            }
            if (node.getName() != null && node.getKind() != ElementKind.CONTAINER_ELEMENT) {
                names.add(SnakeCase.of(node.getName()));
            }
        }
        return names.size() <= 2 ? "" : "/" + String.join("/", names.subList(2, names.size()));
    }
}
