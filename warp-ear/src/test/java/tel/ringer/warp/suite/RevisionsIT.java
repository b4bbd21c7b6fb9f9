package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.TypeOfUser;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** What several people may change at once: whoever has not read the latest state changes nothing. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RevisionsIT {
    private final Api superAdmin = World.superAdmin().api();

    /**
     * Something that changes.
     *
     * @param path where it is read and ended
     * @param change body of a merge patch
     * @param other body of another one
     */
    private record Thing(String path, String change, String other) {
        static Thing member() {
            Company company = World.company();
            return new Thing(
                    "/v1/customers/" + company.id() + "/users/"
                            + World.member(company, "viewer", "USER").id(),
                    "{\"user_type\":\"billing\"}",
                    "{\"user_type\":\"developer\"}");
        }

        static Thing user() {
            return new Thing(
                    "/v1/admin/users/" + World.person().id(),
                    "{\"user_type\":\"viewer\"}",
                    "{\"user_type\":\"billing\"}");
        }

        static Thing userType() {
            return new Thing(
                    "/v1/admin/user-types/" + TypeOfUser.permitting("GET /v1/a").id(),
                    "{\"display_name\":\"One\"}",
                    "{\"display_name\":\"Other\"}");
        }

        static Thing apiKey() {
            Company company = World.company();
            String id =
                    World.apiKey(World.superAdmin().api(), company, "viewer").getString("id");
            return new Thing(
                    "/v1/admin/customers/" + company.id() + "/api-keys/" + id,
                    "{\"name\":\"One\"}",
                    "{\"name\":\"Other\"}");
        }

        static Thing note() {
            Company company = World.company();
            String id = World.note(World.superAdmin().api(), company);
            return new Thing(
                    "/v1/customers/" + company.id() + "/notes/" + id, "{\"text\":\"One\"}", "{\"text\":\"Other\"}");
        }

        String tag(Api api) {
            return api.get(path).header("ETag");
        }

        Answer change(Api api, String ifMatch, String body) {
            return api.callWith("PATCH", path, Map.of("If-Match", ifMatch), Optional.of(body));
        }

        Answer end(Api api, String ifMatch) {
            return path.startsWith("/v1/admin/users/")
                    ? api.postWith(path + "/deactivate", Map.of("If-Match", ifMatch), Optional.empty())
                    : api.callWith("DELETE", path, Map.of("If-Match", ifMatch), Optional.empty());
        }
    }

    static Stream<Thing> things() {
        return Stream.of(Thing.member(), Thing.user(), Thing.userType(), Thing.apiKey(), Thing.note());
    }

    @ParameterizedTest
    @MethodSource("things")
    void whoHasReadTheLatestStateChangesItAndNobodyElse(Thing thing) {
        String read = thing.tag(superAdmin);
        Answer changed = thing.change(superAdmin, read, thing.change());
        Answer outdated = thing.change(superAdmin, read, thing.other());

        assertEquals(200, changed.status(), changed.body());
        assertNotEquals(read, changed.header("ETag"));
        assertEquals(changed.header("ETag"), thing.tag(superAdmin));
        assertEquals(412, outdated.status(), outdated.body());
        assertEquals("precondition_failed", outdated.code());
        assertEquals(changed.header("ETag"), thing.tag(superAdmin));
        assertEquals(
                200,
                thing.change(superAdmin, changed.header("ETag"), thing.other()).status());
    }

    @ParameterizedTest
    @MethodSource("things")
    void whoSaysWhichStateEndsThatOneAlone(Thing thing) {
        String read = thing.tag(superAdmin);
        thing.change(superAdmin, read, thing.change());

        assertEquals(412, thing.end(superAdmin, read).status());
        assertEquals(400, thing.end(superAdmin, "0").status());
        Answer ended = thing.end(superAdmin, thing.tag(superAdmin));
        assertTrue(ended.status() == 200 || ended.status() == 204, ended.body());
    }

    @ParameterizedTest
    @MethodSource("things")
    void ofSeveralWhoChangeTheSameStateOneDoes(Thing thing) throws Exception {
        String read = thing.tag(superAdmin);
        List<Callable<Integer>> changes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            changes.add(() -> thing.change(superAdmin, read, thing.change()).status());
            changes.add(() -> thing.change(superAdmin, read, thing.other()).status());
        }

        List<Integer> statuses = AtOnce.call(changes);

        assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
        assertTrue(statuses.stream().allMatch(status -> List.of(200, 409, 412).contains(status)), statuses.toString());
    }

    @Test
    void whoIsAddedAgainIsNotWhoWasReadBefore() {
        Company company = World.company();
        Person person = World.member(company, "viewer", "USER");
        World.grant(person, World.company(), "viewer", "USER");
        String path = "/v1/customers/" + company.id() + "/users/" + person.id();
        String read = superAdmin.get(path).header("ETag");
        superAdmin.delete(path);
        Answer added = superAdmin.postText(
                "/v1/customers/" + company.id() + "/users",
                "{\"user_id\":\"" + person.id() + "\",\"user_type\":\"viewer\",\"role\":\"USER\"}");

        assertEquals(201, added.status(), added.body());
        assertNotEquals(read, added.header("ETag"));
        assertEquals(superAdmin.get(path).header("ETag"), added.header("ETag"));
    }

    @Test
    void anInvitationIsRevokedAsItWasRead() {
        String id = World.invite(superAdmin, World.company(), World.newEmail()).getString("id");
        String path = "/v1/admin/invitations/" + id;
        World.sentMailOf(id);
        String read = superAdmin.get(path).header("ETag");
        superAdmin.post(path + "/resend");
        World.sentMailOf(id);
        Answer outdated = superAdmin.callWith("DELETE", path, Map.of("If-Match", read), Optional.empty());

        assertEquals(412, outdated.status(), outdated.body());
        assertEquals("PENDING", superAdmin.get(path).json().getString("status"));
        String latest = superAdmin.get(path).header("ETag");
        assertEquals(
                204,
                superAdmin
                        .callWith("DELETE", path, Map.of("If-Match", latest), Optional.empty())
                        .status());
    }

    @Test
    void aSignInOutdatesNothing() {
        Person person = World.person();
        person.signIn();
        String read = superAdmin.get("/v1/admin/users/" + person.id()).header("ETag");
        person.signIn();

        assertEquals(read, superAdmin.get("/v1/admin/users/" + person.id()).header("ETag"));
    }

    @Test
    void wordsAndPermissionsOfAUserTypeAreOneState() {
        String path = Thing.userType().path();
        String read = superAdmin.get(path + "/permissions").header("ETag");
        assertEquals(read, superAdmin.get(path).header("ETag"));
        String permissions = "{\"permissions\":[{\"method\":\"GET\",\"path\":\"/v1/b\"}]}";
        Answer replaced =
                superAdmin.callWith("PUT", path + "/permissions", Map.of("If-Match", read), Optional.of(permissions));

        assertEquals(200, replaced.status(), replaced.body());
        assertEquals(replaced.header("ETag"), superAdmin.get(path).header("ETag"));
        assertNotEquals(read, replaced.header("ETag"));
    }

    @ParameterizedTest
    @MethodSource("things")
    void noTagTellsOfWhatIsForeign(Thing thing) {
        Api stranger = World.member(World.company(), "customer_admin", "OWNER").api();
        String unknown =
                thing.path().replaceAll("[0-9a-f-]{36}$", UUID.randomUUID().toString());
        String theirs = thing.tag(superAdmin);

        assertEquals("", stranger.get(thing.path()).header("ETag"));
        for (String tag : List.of(theirs, "\"long-ago\"", "*")) {
            Answer foreign = thing.change(stranger, tag, thing.change());
            Answer none = stranger.callWith("PATCH", unknown, Map.of("If-Match", tag), Optional.of(thing.change()));
            assertTrue(foreign.status() == 404 || foreign.status() == 403, foreign.body());
            assertEquals(none.status(), foreign.status());
            assertEquals(none.bodyWithoutRequestId(), foreign.bodyWithoutRequestId());
        }
    }
}
