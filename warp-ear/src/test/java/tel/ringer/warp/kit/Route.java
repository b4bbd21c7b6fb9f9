package tel.ringer.warp.kit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * One operation of the API, as the server describes it.
 *
 * @param path with its parameters in braces
 * @param queryParameters their names
 */
public record Route(String method, String path, List<String> queryParameters, boolean takesABody) {
    private static final Set<String> PUBLIC = Set.of(
            "POST /auth/exchange",
            "POST /auth/refresh",
            "GET /.well-known/jwks.json",
            "GET /invitations/{token}",
            "POST /invitations/{token}/accept",
            "POST /invitations/{token}/decline",
            "POST /invitations/{token}/sign-in",
            "POST /invitations/{token}/renewal-request",
            "GET /invitations/{token}/never-again",
            "POST /invitations/{token}/never-again",
            "POST /webhooks/sendgrid",
            "POST /webhooks/dsn",
            "GET /auth/login",
            "GET /auth/callback");
    private static final Set<String> OF_WHOEVER_IS_SIGNED_IN = Set.of(
            "POST /auth/logout",
            "GET /auth/sessions",
            "DELETE /auth/sessions",
            "DELETE /auth/sessions/{sessionId}",
            "GET /auth/validate",
            "GET /v1/dashboard/stats",
            "GET /v1/dashboard/me",
            "GET /v1/profile",
            "PATCH /v1/profile",
            "GET /auth/me/personal-data",
            "POST /v1/gatekeeper/check-access",
            "POST /v1/gatekeeper/check-access-batch",
            "GET /v1/gatekeeper/my-permissions");

    /** Whether anybody may call it. */
    public boolean isPublic() {
        return PUBLIC.contains(toString());
    }

    /** Whether it needs nothing but a session. */
    public boolean isOfWhoeverIsSignedIn() {
        return OF_WHOEVER_IS_SIGNED_IN.contains(toString());
    }

    /** Whether it is decided by method and path. */
    public boolean isDecidedByPermission() {
        return !isPublic() && !isOfWhoeverIsSignedIn();
    }

    public List<String> pathParameters() {
        return Placeholders.in(path);
    }

    /** A body with which the operation would succeed for somebody who may, its ids as placeholders. */
    public Optional<String> body() {
        return RequestBodies.of(this);
    }

    /** Of the body. */
    public String mediaType() {
        return RequestBodies.mediaType(this);
    }

    /** The path as the catalogue of permissions writes it. */
    public String pattern() {
        return Placeholders.fill(path, name -> "*");
    }

    /** As another route on the same resource with all parameters filled in. */
    public Answer call(Api api, UnaryOperator<String> values) {
        return api.call(method, Placeholders.fill(path, values), body().map(text -> Placeholders.fill(text, values)));
    }

    /** With these headers alone. */
    public Answer call(Api api, Map<String, String> headers, UnaryOperator<String> values) {
        return api.callWith(
                method, Placeholders.fill(path, values), headers, body().map(text -> Placeholders.fill(text, values)));
    }

    /** Whether it changes something that has been read before. */
    public boolean changesAState() {
        return method.equals("PATCH") || method.equals("PUT");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
