package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;

/** Every route that the server has, taken from its own description: a new one joins by itself, or fails here. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RoutesIT {
    private static final Set<String> PUBLIC = Set.of(
            "POST /auth/exchange",
            "POST /auth/refresh",
            "GET /.well-known/jwks.json",
            "GET /invitations/{token}",
            "POST /invitations/{token}/accept");
    private static final Set<String> OF_WHOEVER_IS_SIGNED_IN = Set.of("POST /auth/logout", "GET /auth/validate");

    /** A body with which the operation would succeed for somebody who may. */
    private static final Map<String, String> BODIES = Map.of(
            "POST /v1/admin/customers/{customerId}/invitations",
            World.invitation("isolated@people.example", "viewer", "USER")
                    .build()
                    .toString());

    private record Route(String method, String path) {
        @Override
        public String toString() {
            return method + " " + path;
        }

        Answer call(Api api, Map<String, String> parameters) {
            String concrete = path;
            for (Map.Entry<String, String> parameter : parameters.entrySet()) {
                concrete = concrete.replace("{" + parameter.getKey() + "}", parameter.getValue());
            }
            if (concrete.contains("{")) {
                throw new IllegalStateException("The isolation suite does not know a parameter of " + this);
            }
            String body = BODIES.get(toString());
            return body == null ? api.method(method, concrete) : api.postText(concrete, body);
        }
    }

    private static List<Route> routes() {
        JsonObject paths = Api.anonymous().get("/openapi?format=JSON").json().getJsonObject("paths");
        return paths.entrySet().stream()
                .flatMap(path -> path.getValue().asJsonObject().keySet().stream()
                        .filter(key ->
                                Set.of("get", "post", "put", "patch", "delete").contains(key))
                        .map(method -> new Route(method.toUpperCase(Locale.ROOT), path.getKey())))
                .toList();
    }

    private static Stream<Route> guarded() {
        return routes().stream().filter(route -> !PUBLIC.contains(route.toString()));
    }

    private static Map<String, String> unknown() {
        return Map.of(
                "customerId", UUID.randomUUID().toString(),
                "invitationId", UUID.randomUUID().toString(),
                "ban", "NOBODY-0");
    }

    @Test
    void theDescriptionNamesEveryRoute() {
        assertEquals(15, routes().size(), routes().toString());
    }

    @Test
    void withoutATokenEveryRouteAnswers401ButThePublicOnes() {
        assertAll(guarded().map(route -> () -> {
            Answer answer = route.call(Api.anonymous(), unknown());
            assertEquals(401, answer.status(), route.toString());
            assertEquals("unauthenticated", answer.code(), route.toString());
        }));
    }

    @Test
    void withATokenThatCannotBeVerifiedEveryRouteAnswers401() {
        assertAll(guarded()
                .map(route -> () -> assertEquals(
                        401, route.call(Api.anonymous().as("x.y.z"), unknown()).status(), route.toString())));
    }

    @Test
    void withoutAnyRightEveryRouteAnswers403() {
        Api person = World.person().api();
        assertAll(guarded()
                .filter(route -> !OF_WHOEVER_IS_SIGNED_IN.contains(route.toString()))
                .map(route ->
                        () -> assertEquals(403, route.call(person, unknown()).status(), route.toString())));
    }

    @Test
    void whatBelongsToAForeignCustomerAnswersAsIfItDidNotExist() {
        Company foreign = World.company();
        String invitation = World.invite(World.superAdmin().api(), foreign, World.newEmail())
                .getString("id");
        Map<String, String> theirs =
                Map.of("customerId", foreign.id().toString(), "invitationId", invitation, "ban", foreign.ban());
        Api stranger = World.member(World.company(), "customer_admin", "OWNER").api();
        List<Executable> checks = new ArrayList<>();
        guarded()
                .filter(route -> route.path().contains("{"))
                .forEach(route -> checks.add(() -> {
                    Answer foreignAnswer = route.call(stranger, theirs);
                    Answer unknownAnswer = route.call(stranger, unknown());
                    assertEquals(404, foreignAnswer.status(), route.toString());
                    assertEquals(unknownAnswer.status(), foreignAnswer.status(), route.toString());
                    assertEquals(
                            unknownAnswer.bodyWithoutRequestId(),
                            foreignAnswer.bodyWithoutRequestId(),
                            route.toString());
                    assertEquals(headerNames(unknownAnswer), headerNames(foreignAnswer), route.toString());
                }));
        assertTrue(checks.size() >= 6);
        assertAll(checks);
        assertEquals(
                "1",
                World.query(
                        "select count(*) from auth.user_invitations where customer_id = ? and status = 'PENDING'",
                        foreign.id()));
    }

    private static Set<String> headerNames(Answer answer) {
        return answer.response().headers().map().keySet();
    }

    @Test
    void whatTheListsShowIsTheCallersOwn() {
        Company foreign = World.company();
        String email = World.newEmail();
        World.invite(World.superAdmin().api(), foreign, email);
        Api stranger = World.member(World.company(), "customer_admin", "OWNER").api();
        assertAll(guarded()
                .filter(route -> route.method().equals("GET") && !route.path().contains("{"))
                .map(route -> () -> {
                    String body = stranger.get(route.path()).body();
                    assertFalse(
                            Stream.of(foreign.id().toString(), foreign.ban(), foreign.name(), email)
                                    .anyMatch(body::contains),
                            route.toString());
                }));
    }

    @Test
    void everyGuardedRouteHasARowInTheCatalogue() {
        Set<String> catalogue = Set.of(
                World.query("select string_agg(http_method || ' ' || resource_path, ',') from auth.permission_metadata")
                        .split(",", -1));
        List<String> missing = guarded()
                .map(Route::toString)
                .filter(route -> !OF_WHOEVER_IS_SIGNED_IN.contains(route))
                .map(route -> route.replaceAll("\\{[^}]*}", "*"))
                .filter(pattern -> !catalogue.contains(pattern))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void everyRouteIsDescribed() {
        JsonObject paths = Api.anonymous().get("/openapi?format=JSON").json().getJsonObject("paths");
        Set<String> undescribed = routes().stream()
                .filter(route -> !paths.getJsonObject(route.path())
                        .getJsonObject(route.method().toLowerCase(Locale.ROOT))
                        .containsKey("operationId"))
                .map(Route::toString)
                .collect(Collectors.toSet());
        assertEquals(Set.of(), undescribed);
    }
}
