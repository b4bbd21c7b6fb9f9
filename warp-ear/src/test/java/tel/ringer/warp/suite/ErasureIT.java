package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** A person is forgotten everywhere, for good, and the audit log still proves what it proved. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ErasureIT {
    private static final String REASON = "{\"reason\":\"Asked for it\"}";
    private static final int ROUNDS = Integer.getInteger("warp.race.count", 3);

    private final Person boss = World.superAdmin();
    private final Api superAdmin = boss.api();

    private static String path(Person person) {
        return "/v1/admin/users/" + person.id() + "/erase";
    }

    private Answer erase(Person person) {
        return superAdmin.postText(path(person), REASON);
    }

    private static void assertRefused(int status, String code, Answer answer) {
        assertEquals(status + " " + code, answer.status() + " " + answer.code(), answer.body());
    }

    private void assertChainsHold(Planted... people) {
        for (Planted planted : people) {
            for (Company company : List.of(planted.home(), planted.other())) {
                assertTrue(superAdmin
                        .get("/v1/audit/verify?customer_id=" + company.id())
                        .json()
                        .getBoolean("intact"));
                List<JsonObject> exported = OfflineChain.lines(superAdmin
                        .get("/v1/audit/export?customer_id=" + company.id())
                        .body());
                assertEquals(Optional.empty(), OfflineChain.firstBroken(exported));
            }
            assertEquals(
                    "0",
                    World.query(
                            "select count(fault) from audit.verify(null) where actor_id in (?, ?)",
                            planted.person().id(),
                            boss.id()));
        }
    }

    @Test
    void nothingOfThePersonIsLeftAndNothingOfOthersIsGone() {
        Planted first = Planted.somebody(1);
        Planted second = Planted.somebody(2);
        World.grant(second.person(), first.home(), "viewer", "USER");
        assertChainsHold(first, second);
        String ofSecond = second.traces();
        List<String> tables = List.of(first.traces().split(", "));
        assertTrue(tables.size() >= 11, tables.toString());

        Answer erased = erase(first.person());

        assertEquals(204, erased.status(), erased.body());
        assertEquals("none", first.traces());
        assertEquals(ofSecond, second.traces());
        assertEquals(200, second.api().get("/v1/customers").status());
        assertChainsHold(first, second);
    }

    @Test
    void whoIsErasedIsOutAtOnceAndUnknownAfterwards() {
        Planted planted = Planted.somebody(3);
        JsonObject session = planted.person().signIn();
        Api before = Api.anonymous().as(session.getString("access_token"));
        assertEquals(200, before.get("/v1/customers").status());

        assertEquals(204, erase(planted.person()).status());

        assertEquals(401, before.get("/v1/customers").status());
        assertEquals(
                401,
                Api.anonymous()
                        .postText("/auth/refresh", "{\"refresh_token\":\"" + session.getString("refresh_token") + "\"}")
                        .status());
        assertRefused(
                403, "not_invited", Api.anonymous().exchange(planted.person().idToken()));
        JsonObject left =
                superAdmin.get("/v1/admin/users/" + planted.person().id()).json();
        assertEquals("ERASED", left.getString("status"));
        assertEquals("erased-" + planted.person().id() + "@erased.invalid", left.getString("email"));
        assertEquals("Erased person", left.getString("display_name"));
        assertEquals(
                "0 0 0",
                World.query(
                        """
                        select concat_ws(' ', (select count(*) from auth.sessions where user_id = u.id),
                          (select count(*) from auth.user_customer_access where user_id = u.id),
                          (select count(*) from auth.user_invitations
                           where status = 'PENDING' and (invited_by = u.id or email_normalised = u.email_normalised)))
                        from auth.users u where u.id = ?
                        """,
                        planted.person().id()));
    }

    @Test
    void whoWasErasedIsInvitedAgainAsSomebodyNewAndStillGetsNoMailAgainstTheirWill() {
        Planted planted = Planted.somebody(4);
        String email = planted.person().email();
        assertEquals(204, erase(planted.person()).status());
        String invitation = World.invite(superAdmin, World.company(), email).getString("id");
        Await.untilTrue("given up", () -> World.mailOf(invitation, "status").equals("DEAD"));

        Person free = World.person();
        assertEquals(204, erase(free).status());
        World.invite(superAdmin, World.company(), free.email());
        Answer accepted = Api.anonymous().accept(World.tokenMailedTo(free.email()), free.idToken());
        assertEquals(200, accepted.status(), accepted.body());
        assertNotEquals(
                free.id().toString(),
                World.query("select id from auth.users where email_normalised = ?", free.email()));
    }

    @Test
    void theLogTellsOfItWithoutTheName() {
        Planted planted = Planted.somebody(5);
        erase(planted.person());

        assertEquals(
                boss.id() + " Asked for it 1 5",
                World.query(
                        """
                        select concat_ws(' ', actor_id, details ->> 'reason', details ->> 'grants_ended',
                          details ->> 'invitations_revoked')
                        from audit.events where subject_id = ? and action = 'user.erased'
                        """,
                        planted.person().id()));
        JsonObject removed = superAdmin
                .get("/v1/audit/events?action=member.removed&customer_id="
                        + planted.home().id())
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertEquals("person_erased", removed.getJsonObject("details").getString("reason"));
        JsonObject invited = superAdmin
                .get("/v1/audit/events?action=invitation.created&customer_id="
                        + planted.other().id())
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertEquals("erased", invited.getJsonObject("details").getString("email"));
    }

    @Test
    void itIsDoneOnceAndNothingElseIsDoneAfterIt() {
        Person person = World.member(World.company(), "customer_admin", "OWNER");
        assertEquals(204, erase(person).status());

        String user = "/v1/admin/users/" + person.id();
        assertRefused(409, "already_erased", erase(person));
        assertRefused(409, "already_erased", superAdmin.post(user + "/reactivate"));
        assertRefused(409, "already_erased", superAdmin.post(user + "/deactivate"));
        assertRefused(
                409,
                "already_erased",
                superAdmin.callWith("PATCH", user, Map.of("If-Match", "*"), Optional.of("{\"user_type\":\"viewer\"}")));
        Answer added = superAdmin.postText(
                "/v1/customers/" + World.company().id() + "/users",
                "{\"user_id\":\"" + person.id() + "\",\"user_type\":\"viewer\",\"role\":\"USER\"}");
        assertRefused(409, "person_inactive", added);
    }

    @Test
    void keysThatThePersonMadeLiveOn() {
        Company company = World.company();
        Person person = World.member(company, "customer_admin", "OWNER");
        String key = World.apiKey(person.api(), company, "viewer").getString("key");

        assertEquals(204, erase(person).status());

        assertEquals(200, Api.anonymous().as(key).get("/v1/customers").status());
    }

    @Test
    void othersMayNotAndNobodyErasesThemselves() {
        Person person = World.person();
        assertEquals(401, Api.anonymous().postText(path(person), REASON).status());
        for (Person other :
                List.of(World.person("admin"), World.member(World.company(), "customer_admin", "OWNER"), person)) {
            assertRefused(403, "forbidden", other.api().postText(path(person), REASON));
        }
        assertRefused(409, "own_account", erase(boss));
        Answer unknown = superAdmin.postText("/v1/admin/users/" + UUID.randomUUID() + "/erase", REASON);
        assertRefused(404, "not_found", unknown);
        assertTrue(unknown.json().containsKey("request_id"), unknown.body());
        assertEquals("ACTIVE", World.query("select status from auth.users where id = ?", person.id()));
    }

    @Test
    void whoSaysWhichStateErasesThatOneAlone() {
        Person person = World.person();
        assertRefused(
                412,
                "precondition_failed",
                superAdmin.callWith("POST", path(person), Map.of("If-Match", "\"long-ago\""), Optional.of(REASON)));
        String tag = superAdmin.get("/v1/admin/users/" + person.id()).header("ETag");

        assertEquals(
                204,
                superAdmin
                        .callWith("POST", path(person), Map.of("If-Match", tag), Optional.of(REASON))
                        .status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":\" \"}", "{\"reason\":1}", "{\"reason\":\"x\",\"other\":1}"})
    void aRequestThatDoesNotFitIsRefused(String body) {
        int status = superAdmin.postText(path(World.person()), body).status();

        assertTrue(status == 400 || status == 422, body + " " + status);
    }

    /** Whoever comes first: what is left is nobody. */
    @Test
    void whoSignsInRefreshesOrAcceptsMeanwhileIsErasedAllTheSame() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Company company = World.company();
            Company elsewhere = World.company();
            Person person = World.member(company, "customer_admin", "ADMIN");
            String refresh = person.signIn().getString("refresh_token");
            World.invite(superAdmin, elsewhere, person.email());
            String link = World.tokenMailedTo(person.email());
            String identity = person.idToken();
            List<Callable<Answer>> calls = new ArrayList<>();
            calls.add(() -> erase(person));
            calls.add(() -> Api.anonymous().accept(link, identity));
            calls.add(() -> Api.anonymous().postText("/auth/refresh", "{\"refresh_token\":\"" + refresh + "\"}"));
            for (int i = 0; i < 3; i++) {
                String again = person.idToken();
                calls.add(() -> Api.anonymous().exchange(again));
            }

            List<Answer> answers = AtOnce.call(calls);

            assertEquals(204, answers.get(0).status(), answers.get(0).body());
            assertFalse(answers.stream().anyMatch(answer -> answer.status() >= 500), answers.toString());
            assertEquals(
                    "0 0 0 0",
                    World.query(
                            """
                            select concat_ws(' ', (select count(*) from auth.sessions where user_id = u.id),
                              (select count(*) from auth.user_customer_access where user_id = u.id),
                              (select count(*) from auth.users o where o.email_normalised = ?),
                              (select count(*) from auth.user_invitations where status = 'PENDING' and email_normalised = ?))
                            from auth.users u where u.id = ? and u.status = 'ERASED'
                            """,
                            person.email(),
                            person.email(),
                            person.id()));
        }
    }

    /** What only a request that began before the erasure can leave. */
    @Test
    void whatIsLeftLaterIsSweptAway() {
        Company company = World.company();
        Person person = World.member(company, "customer_admin", "ADMIN");
        World.invite(person.api(), company, World.newEmail());
        assertEquals(204, erase(person).status());
        World.update("update auth.user_invitations set invited_by_name = 'Late' where invited_by = ?", person.id());
        World.update(
                """
                insert into audit.personal_values (token, about, month, value, salt)
                values ('late ' || ?, ?, now(), 'Late', gen_random_uuid())
                """,
                person.id().toString(),
                person.id());

        assertEquals(202, superAdmin.post("/v1/admin/jobs/erasure-sweep/run").status());

        Await.untilTrue("swept", () -> World.query(
                        """
                                select (select count(*) from auth.user_invitations where invited_by = ? and invited_by_name = 'Late')
                                  + (select count(*) from audit.personal_values where about = ?)
                                """,
                        person.id(),
                        person.id())
                .equals("0"));
    }

    @Test
    void nobodyGrantsAnythingToWhoIsErased() {
        Person person = World.person();
        assertEquals(204, erase(person).status());

        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> World.grant(person, World.company(), "viewer", "USER"));
        assertTrue(String.valueOf(refused.getMessage()).contains("has been erased"), refused.getMessage());
    }
}
