package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.Route;
import tel.ringer.warp.kit.Routes;
import tel.ringer.warp.kit.TypeOfUser;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** Every route that the server has, taken from its own description: a new one joins by itself, or fails here. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RoutesIT {
    private static final List<String> IDS = List.of(
            "customerId",
            "invitationId",
            "batchId",
            "apiKeyId",
            "noteId",
            "userId",
            "userTypeId",
            "sessionId",
            "mailId",
            "suppressionId");

    static Answer call(Route route, Api api, Map<String, String> values) {
        return route.call(api, name -> Objects.requireNonNull(values.get(name), () -> name + " of " + route));
    }

    private static Map<String, String> unknown() {
        Map<String, String> values = new HashMap<>(Map.of(
                "ban",
                "NOBODY-0",
                "newEmail",
                World.newEmail(),
                "invitedEmail",
                World.newEmail(),
                "newUserType",
                "t" + UUID.randomUUID(),
                "userType",
                "viewer"));
        values.put("jobName", "no-such-job");
        IDS.forEach(name -> values.put(name, UUID.randomUUID().toString()));
        return values;
    }

    /** A customer with what belongs to it. */
    static Map<String, String> of(Company company) {
        Api superAdmin = World.superAdmin().api();
        Map<String, String> values = new HashMap<>(unknown());
        values.put("customerId", company.id().toString());
        values.put("jobName", "idempotency-cleanup");
        values.put("ban", company.ban());
        Person member = World.member(company, "viewer", "USER");
        values.put("userId", member.id().toString());
        member.signIn();
        values.put(
                "sessionId", World.query("select cast(id as text) from auth.sessions where user_id = ?", member.id()));
        values.put(
                "userTypeId",
                TypeOfUser.permitting("GET /of/" + company.id()).id().toString());
        values.put(
                "invitationId",
                World.invite(superAdmin, company, Objects.requireNonNull(values.get("invitedEmail")))
                        .getString("id"));
        values.put("mailId", World.mailOf(values.get("invitationId"), "id"));
        values.put("batchId", World.inviteMany(superAdmin, company, List.of(World.newEmail())));
        values.put("apiKeyId", World.apiKey(superAdmin, company, "viewer").getString("id"));
        values.put("noteId", World.note(superAdmin, company));
        return values;
    }

    @Test
    void theDescriptionNamesEveryRoute() {
        List<Route> routes = Routes.all();
        assertEquals(94, routes.size(), routes.toString());
    }

    @Test
    void eachBodyThatARouteTakesHasAnExample() {
        assertEquals(
                List.of(),
                Routes.all().stream()
                        .filter(route -> route.takesABody() != route.body().isPresent())
                        .toList());
    }

    @Test
    void withoutATokenEveryRouteAnswers401ButThePublicOnes() {
        assertAll(Routes.guarded().map(route -> () -> {
            Answer answer = call(route, Api.anonymous(), unknown());
            assertEquals(401, answer.status(), route.toString());
            assertEquals("unauthenticated", answer.code(), route.toString());
        }));
    }

    @Test
    void withATokenThatCannotBeVerifiedEveryRouteAnswers401() {
        assertAll(Routes.guarded()
                .map(route -> () -> assertEquals(
                        401, call(route, Api.anonymous().as("x.y.z"), unknown()).status(), route.toString())));
    }

    @Test
    void withoutAnyRightEveryRouteAnswers403() {
        Api person = World.person().api();
        assertAll(Routes.all().stream()
                .filter(Route::isDecidedByPermission)
                .map(route ->
                        () -> assertEquals(403, call(route, person, unknown()).status(), route.toString())));
    }

    @Test
    void eachExampleWouldSucceedForSomebodyWhoMay() {
        Api superAdmin = World.superAdmin().api();
        assertAll(Routes.all().stream().filter(Route::isDecidedByPermission).map(route -> () -> {
            Answer answer = call(route, superAdmin, readyFor(route));
            assertTrue(answer.status() < 300, () -> route + ": " + answer.body());
        }));
    }

    @Test
    void whatChangesAStateAsksWhichOneWasRead() {
        Api superAdmin = World.superAdmin().api();
        List<Route> routes = Routes.all().stream().filter(Route::changesAState).toList();
        assertTrue(routes.size() >= 6, routes.toString());
        assertAll(routes.stream().map(route -> () -> {
            Map<String, String> values = readyFor(route);
            awaitMailsOf(values.get("customerId"));
            Answer unconditional = route.call(superAdmin, Map.of(), values::get);
            Answer outdated = route.call(superAdmin, Map.of("If-Match", "\"long-ago\""), values::get);
            assertEquals(428, unconditional.status(), route.toString());
            assertEquals("precondition_required", unconditional.code(), route.toString());
            assertEquals(412, outdated.status(), route.toString());
            assertEquals("precondition_failed", outdated.code(), route.toString());
            Answer changed = route.call(superAdmin, values::get);
            assertTrue(changed.header("ETag").matches("\"\\d+\""), route.toString());
        }));
    }

    /** What becomes of a mail changes its invitation, which some operations change too. */
    private static void awaitMailsOf(@Nullable String customer) {
        Await.untilTrue("mails to be sent", () -> World.query(
                        "select count(*) from notification.outbox where customer_id = ?::uuid and status = 'QUEUED'",
                        customer)
                .equals("0"));
    }

    /** A scene of its own, since some operations end what they are about. */
    static Map<String, String> readyFor(Route route) {
        Map<String, String> values = new HashMap<>(of(World.company()));
        if (route.toString().equals("POST /v1/customers/{customerId}/users")) {
            values.put("userId", World.person().id().toString());
        }
        if (route.path().endsWith("/retry")) {
            values.put("mailId", World.deadMailOf(Objects.requireNonNull(values.get("invitationId"))));
        }
        if (route.path().contains("{suppressionId}")) {
            World.update(
                    "insert into notification.suppressions values (?::uuid, ?, 'BOUNCED', now())",
                    values.get("suppressionId"),
                    World.newEmail());
        }
        if (route.path().endsWith("/reactivate")) {
            World.update("update auth.users set status = 'INACTIVE' where id = cast(? as uuid)", values.get("userId"));
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FIRST_ALONE", "NONE"})
    void whatBelongsToAForeignCustomerAnswersAsIfItDidNotExist(Walls walls) {
        Company foreign = World.company();
        Map<String, String> theirs = of(foreign);
        Api stranger = World.member(World.company(), "customer_admin", "OWNER").api();
        List<Executable> checks = new ArrayList<>();
        Routes.guarded()
                .filter(route -> !route.pathParameters().isEmpty())
                .forEach(route -> checks.add(() -> requireTheSame(route, stranger, theirs, walls)));
        assertTrue(checks.size() >= 6);
        StandingWalls.only(walls, () -> assertAll(checks));
        assertEquals(
                "2",
                World.query(
                        "select count(*) from auth.user_invitations where customer_id = ? and status = 'PENDING'",
                        foreign.id()));
        assertEquals(
                "1",
                World.query(
                        "select count(*) from auth.api_keys where customer_id = ? and name = 'Portal' and revoked_at is null",
                        foreign.id()));
    }

    /** Which status is promised with all walls alone; that it is the same, always. */
    private static void requireTheSame(Route route, Api stranger, Map<String, String> theirs, Walls walls) {
        Map<String, String> nothing = new HashMap<>(theirs);
        Map<String, String> unknown = unknown();
        route.pathParameters().forEach(name -> nothing.put(name, unknown.get(name)));
        Answer foreignAnswer = call(route, stranger, theirs);
        Answer unknownAnswer = call(route, stranger, nothing);
        if (walls == Walls.ALL_THREE) {
            assertEquals(
                    route.isOfWhoeverIsSignedIn() || mayCustomerAdmin(route) ? 404 : 403,
                    foreignAnswer.status(),
                    route.toString());
        }
        assertNothingOf(theirs, foreignAnswer, route);
        assertEquals(unknownAnswer.status(), foreignAnswer.status(), route.toString());
        assertEquals(unknownAnswer.bodyWithoutRequestId(), foreignAnswer.bodyWithoutRequestId(), route.toString());
        assertEquals(headerNames(unknownAnswer), headerNames(foreignAnswer), route.toString());
    }

    private static void assertNothingOf(Map<String, String> theirs, Answer answer, Route route) {
        for (String name : List.of(
                "customerId",
                "ban",
                "userId",
                "invitationId",
                "batchId",
                "apiKeyId",
                "sessionId",
                "mailId",
                "noteId")) {
            String id = Objects.requireNonNull(theirs.get(name));
            assertFalse(answer.body().contains(id), () -> route + " tells of " + name);
        }
    }

    static boolean mayCustomerAdmin(Route route) {
        return PermissionMatrix.of("[]", List.of(), World.query(PermissionMatrix.TYPES)).types().stream()
                .filter(type -> type.name().equals("customer_admin"))
                .anyMatch(type -> !type.cell(route.method(), route.pattern()).isEmpty());
    }

    private static Set<String> headerNames(Answer answer) {
        return answer.response().headers().map().keySet();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FIRST_ALONE", "NONE"})
    void whatTheListsShowIsTheCallersOwn(Walls walls) {
        Company foreign = World.company();
        String email = World.newEmail();
        World.invite(World.superAdmin().api(), foreign, email);
        Api stranger = World.member(World.company(), "customer_admin", "OWNER").api();
        List<Executable> checks = new ArrayList<>();
        Routes.guarded()
                .filter(route ->
                        route.method().equals("GET") && route.pathParameters().isEmpty())
                .forEach(route -> checks.add(() -> {
                    String body = stranger.get(route.path()).body();
                    assertFalse(
                            Stream.of(foreign.id().toString(), foreign.ban(), foreign.name(), email)
                                    .anyMatch(body::contains),
                            route.toString());
                }));
        StandingWalls.only(walls, () -> assertAll(checks));
    }

    @Test
    void everyGuardedRouteHasARowInTheCatalogue() {
        assertEquals(List.of(), Catalogue.read().missing(Routes.all()));
    }

    @Test
    void everyRowOfTheCatalogueDescribesARouteOrAPage() {
        assertEquals(List.of(), Catalogue.read().orphans(Routes.all()));
    }

    @Test
    void everyRouteIsDescribed() {
        JsonObject paths = Routes.description();
        Set<String> undescribed = Routes.all().stream()
                .filter(route -> !paths.getJsonObject(route.path())
                        .getJsonObject(route.method().toLowerCase(Locale.ROOT))
                        .containsKey("operationId"))
                .map(Route::toString)
                .collect(Collectors.toSet());
        assertEquals(Set.of(), undescribed);
    }
}
