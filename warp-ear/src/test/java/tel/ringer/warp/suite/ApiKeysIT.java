package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** API keys: made and revoked by people, accepted like tokens, and never taken for people. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ApiKeysIT {
    private final Company company = World.company();
    private final Company elsewhere = World.company();
    private final Person owner = World.member(company, "customer_admin", "OWNER");
    private final Api asOwner = owner.api();

    private static String keys(Company at) {
        return "/v1/admin/customers/" + at.id() + "/api-keys";
    }

    private static String one(JsonObject key) {
        return "/v1/admin/customers/" + key.getString("customer_id") + "/api-keys/" + id(key);
    }

    private static String id(JsonObject key) {
        return key.getString("id");
    }

    private static Api with(JsonObject key) {
        return Api.anonymous().as(key.getString("key"));
    }

    private JsonObject key(String userType) {
        return World.apiKey(asOwner, company, userType);
    }

    private static JsonObjectBuilder wanted(String name, String userType) {
        return Json.createObjectBuilder().add("name", name).add("user_type", userType);
    }

    private static JsonObject name(String name) {
        return Json.createObjectBuilder().add("name", name).build();
    }

    private static void assertRefused(int status, String code, Answer answer) {
        assertEquals(status, answer.status(), answer.body());
        assertEquals(code, answer.code());
    }

    private static List<JsonObject> items(Answer answer) {
        assertEquals(200, answer.status(), answer.body());
        return answer.json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static List<String> ids(Answer answer) {
        return items(answer).stream().map(ApiKeysIT::id).toList();
    }

    private static String audited(JsonObject key, String action) {
        return World.query(
                "select coalesce(string_agg(actor || ' ' || details, ';'), 'nothing') from audit.events"
                        + " where subject_id = cast(? as uuid) and action = ?",
                id(key),
                action);
    }

    @Test
    void whoMayNotIsRefused() {
        assertRefused(401, "unauthenticated", Api.anonymous().get(keys(company)));
        Api viewer = World.member(company, "viewer", "USER").api();
        assertRefused(403, "forbidden", viewer.get(keys(company)));
        assertRefused(
                403,
                "forbidden",
                viewer.post(keys(company), wanted("K", "viewer").build()));
        Api developer = World.member(company, "developer", "USER").api();
        JsonObject key = key("viewer");
        assertEquals(List.of(id(key)), ids(developer.get(keys(company))));
        assertRefused(403, "forbidden", developer.delete(one(key)));
        assertRefused(
                403,
                "forbidden",
                developer.post(keys(company), wanted("K", "viewer").build()));
    }

    @Test
    void aKeyIsToldOnceAndKeptAsAHash() {
        Answer created =
                asOwner.post(keys(company), wanted(" Portal ", "developer").build());
        assertEquals(201, created.status(), created.body());
        JsonObject key = created.json();
        String secret = key.getString("key");

        assertTrue(secret.matches("wk_[0-9a-f]{12}_[0-9a-f]{72}"), secret);
        assertTrue(secret.startsWith(key.getString("prefix") + "_"));
        assertTrue(created.header("Location").endsWith(one(key)), created.header("Location"));
        assertEquals("Portal", key.getString("name"));
        assertEquals("developer", key.getJsonObject("user_type").getString("name"));
        assertEquals("ACTIVE", key.getString("status"));
        assertEquals(owner.id().toString(), key.getJsonObject("created_by").getString("id"));
        assertFalse(asOwner.get(one(key)).body().contains(secret));
        assertFalse(asOwner.get(keys(company)).body().contains(secret));
        assertEquals(
                "true",
                World.query(
                        "select cast(secret_hash = sha256(convert_to(?, 'UTF8')) as text) from auth.api_keys where id = cast(? as uuid)",
                        secret,
                        id(key)));
        assertEquals(
                "0",
                World.query("select count(*) from auth.api_keys k where to_jsonb(k)::text like ?", "%" + secret + "%"));
        String event = audited(key, "api_key.created");
        assertTrue(event.startsWith("user:" + owner.id()) && event.contains(key.getString("prefix")), event);
        assertFalse(event.contains(secret), event);
    }

    @Test
    void aKeyDoesWhatItsUserTypePermitsAtItsCustomerAlone() {
        Api viewer = with(key("viewer"));

        assertEquals(List.of(company.id().toString()), ids(viewer.get("/v1/customers")));
        assertEquals(200, viewer.get("/v1/customers/" + company.id()).status());
        Answer foreign = viewer.get("/v1/customers/" + elsewhere.id());
        assertRefused(404, "not_found", foreign);
        assertEquals(
                viewer.get("/v1/customers/" + UUID.randomUUID()).bodyWithoutRequestId(),
                foreign.bodyWithoutRequestId());
        assertRefused(403, "forbidden", viewer.get("/v1/admin/invitations"));
        assertRefused(403, "forbidden", viewer.get(keys(company)));
        assertEquals(200, viewer.get("/v1/gatekeeper/my-permissions").status());
    }

    @Test
    void whoAmITellsAKeyFromAPersonAndAKeyHasNoSession() {
        JsonObject key = key("viewer");
        Answer me = with(key).get("/auth/validate");

        assertEquals(200, me.status(), me.body());
        assertEquals(Set.of("user_id", "kind", "display_name"), me.json().keySet());
        assertEquals("API_KEY", me.json().getString("kind"));
        assertEquals(id(key), me.json().getString("user_id"));
        assertEquals("PERSON", asOwner.get("/auth/validate").json().getString("kind"));
        assertRefused(403, "people_only", with(key).post("/auth/logout"));
    }

    /** Each way in which a key is not, or no longer, one. */
    private enum Bad {
        CHECKSUM,
        SHORT,
        EXPIRED,
        REVOKED,
        INACTIVE,
        WITHOUT_GRANT
    }

    private String made(Bad bad) {
        JsonObject key = key("viewer");
        String secret = key.getString("key");
        UUID id = UUID.fromString(id(key));
        assertEquals(200, with(key).get("/v1/customers").status());
        switch (bad) {
            case CHECKSUM -> {
                return secret.substring(0, secret.length() - 1) + (secret.endsWith("0") ? "1" : "0");
            }
            case SHORT -> {
                return secret.substring(0, 40);
            }
            case EXPIRED -> World.update("update auth.api_keys set expires_at = now() where id = ?", id);
            case REVOKED -> assertEquals(204, asOwner.delete(one(key)).status());
            case INACTIVE -> World.update("update auth.users set status = 'INACTIVE' where id = ?", id);
            case WITHOUT_GRANT -> World.update("delete from auth.user_customer_access where user_id = ?", id);
        }
        return secret;
    }

    @Test
    void whateverIsWrongWithAKeyIsToldInTheSameWords() {
        String nobody = Api.anonymous().get("/v1/customers").bodyWithoutRequestId();
        for (Bad bad : Bad.values()) {
            Answer answer = Api.anonymous().as(made(bad)).get("/v1/customers");
            assertRefused(401, "unauthenticated", answer);
            assertEquals(nobody, answer.bodyWithoutRequestId(), bad.toString());
            assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer"), bad.toString());
        }
    }

    @Test
    void aKeyThatNobodyHasIsRefusedLikeAnyOther() {
        JsonObject key = key("viewer");
        World.update("update auth.api_keys set secret_hash = sha256('another') where id = cast(? as uuid)", id(key));
        assertRefused(401, "unauthenticated", with(key).get("/v1/customers"));
    }

    @Test
    void nobodyGivesAKeyMoreThanTheyHold() {
        assertRefused(
                403,
                "rank_exceeded",
                asOwner.post(keys(company), wanted("K", "admin").build()));
        assertRefused(
                403,
                "rank_exceeded",
                asOwner.post(keys(company), wanted("K", "superAdmin").build()));
        assertRefused(
                422,
                "unknown_user_type",
                asOwner.post(keys(company), wanted("K", "nothing").build()));
        assertRefused(
                422,
                "invalid_body",
                asOwner.post(
                        keys(company),
                        wanted("K", "viewer").add("role", "OWNER").build()));
        assertEquals("0", World.query("select count(*) from auth.api_keys where customer_id = ?", company.id()));
    }

    @Test
    void aKeyManagesWithinItsRankButMakesNoKeys() {
        JsonObject key = key("customer_admin");
        Api machine = with(key);

        assertRefused(
                403,
                "people_only",
                machine.post(keys(company), wanted("K", "viewer").build()));
        assertEquals(List.of(id(key)), ids(machine.get(keys(company))));
        String path = "/v1/admin/customers/" + company.id() + "/invitations";
        assertRefused(
                403,
                "rank_exceeded",
                machine.post(
                        path,
                        World.invitation(World.newEmail(), "viewer", "ADMIN").build()));
        JsonObject invited = World.invite(machine, company, World.newEmail());
        assertEquals("Portal", invited.getJsonObject("invited_by").getString("display_name"));
        assertEquals(
                "key:" + id(key) + " " + id(key),
                World.query(
                        "select actor || ' ' || actor_id from audit.events where subject_id = cast(? as uuid) and action = 'invitation.created'",
                        invited.getString("id")));

        assertEquals(204, asOwner.delete(one(key) + "?reason=leaked").status());

        assertEquals(
                "REVOKED inviter_lost_right",
                World.query(
                        "select status || ' ' || close_reason from auth.user_invitations where id = cast(? as uuid)",
                        invited.getString("id")));
    }

    @Test
    void aKeyExpiresWithinTheTermsOfTheInstallation() {
        JsonObject byDefault = key("viewer");
        Duration life = Duration.between(
                Instant.parse(byDefault.getString("created_at")), Instant.parse(byDefault.getString("expires_at")));
        assertTrue(life.toDays() >= 89 && life.toDays() <= 90, life.toString());

        String wished = Instant.now()
                .plus(Duration.ofDays(300))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        Answer answer = asOwner.post(
                keys(company), wanted("K", "viewer").add("expires_at", wished).build());
        assertEquals(wished, answer.json().getString("expires_at"));
        for (Duration off : List.of(Duration.ofDays(366), Duration.ofMinutes(-1), Duration.ofDays(4_000_000))) {
            assertRefused(
                    422,
                    "expiry_out_of_range",
                    asOwner.post(
                            keys(company),
                            wanted("K", "viewer")
                                    .add("expires_at", Instant.now().plus(off).toString())
                                    .build()));
        }
        assertRefused(
                422,
                "invalid_body",
                asOwner.post(
                        keys(company),
                        wanted("K", "viewer").add("expires_at", "soon").build()));
    }

    @Test
    void theListIsNewestFirstInPagesAndFiltered() {
        JsonObject first = key("viewer");
        JsonObject second = key("developer");
        JsonObject third = key("viewer");
        asOwner.delete(one(second));
        World.update("update auth.api_keys set expires_at = now() where id = cast(? as uuid)", id(first));

        Answer page = asOwner.get(keys(company) + "?limit=2&include=total");
        assertEquals(List.of(id(third), id(second)), ids(page));
        assertEquals(3, page.json().getJsonObject("page").getInt("total"));
        String cursor = page.json().getJsonObject("page").getString("next_cursor");
        assertEquals(List.of(id(first)), ids(asOwner.get(keys(company) + "?limit=2&cursor=" + cursor)));
        assertEquals(List.of(id(third)), ids(asOwner.get(keys(company) + "?status=ACTIVE")));
        assertEquals(List.of(id(first)), ids(asOwner.get(keys(company) + "?status=EXPIRED")));
        JsonObject revoked =
                items(asOwner.get(keys(company) + "?status=REVOKED")).get(0);
        assertEquals(id(second), id(revoked));
        assertFalse(revoked.containsKey("user_type"));
        assertEquals(owner.id().toString(), revoked.getString("revoked_by"));
        assertEquals(List.of(id(first)), ids(asOwner.get(keys(company) + "?prefix=" + first.getString("prefix"))));
        assertRefused(400, "invalid_parameter", asOwner.get(keys(company) + "?status=OLD"));
        assertRefused(400, "invalid_cursor", asOwner.get(keys(company) + "?cursor=x"));
        String late = UUID.randomUUID() + "+169108099-07-05T04:51:43Z";
        assertRefused(
                400,
                "invalid_cursor",
                asOwner.get(keys(company) + "?cursor="
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(late.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aKeyIsRenamedAndNothingElse() {
        JsonObject key = key("viewer");

        Answer renamed = asOwner.patch(one(key), name("Shop"));
        assertEquals("Shop", renamed.json().getString("name"), renamed.body());
        assertEquals("Shop", with(key).get("/auth/validate").json().getString("display_name"));
        String event = audited(key, "api_key.renamed");
        assertTrue(event.contains("\"name_before\": \"Portal\"") && event.contains("\"name_after\": \"Shop\""), event);
        assertRefused(422, "invalid_body", asOwner.patch(one(key), name(" ")));
        assertRefused(422, "invalid_body", asOwner.patch(one(key), name("x".repeat(101))));
        assertRefused(
                422,
                "invalid_body",
                asOwner.patch(
                        one(key),
                        Json.createObjectBuilder().add("user_type", "admin").build()));
        assertEquals(204, asOwner.delete(one(key)).status());
        assertRefused(409, "api_key_revoked", asOwner.patch(one(key), name("Late")));
        assertRefused(409, "api_key_revoked", asOwner.delete(one(key)));
    }

    @Test
    void aRevokedKeyIsRefusedAtTheNextRequestAndTheLogTellsWhy() {
        JsonObject key = key("viewer");
        assertEquals(200, with(key).get("/v1/customers").status());

        assertEquals(204, asOwner.delete(one(key) + "?reason=leaked").status());

        assertRefused(401, "unauthenticated", with(key).get("/v1/customers"));
        String event = audited(key, "api_key.revoked");
        assertTrue(event.startsWith("user:" + owner.id()) && event.contains("\"reason\": \"leaked\""), event);
        assertEquals(
                "INACTIVE 0",
                World.query(
                        "select status || ' ' || (select count(*) from auth.user_customer_access g where g.user_id = u.id)"
                                + " from auth.users u where id = cast(? as uuid)",
                        id(key)));
    }

    @Test
    void aKeyMayRevokeItself() {
        JsonObject key = key("customer_admin");

        assertEquals(204, with(key).delete(one(key)).status());

        assertRefused(401, "unauthenticated", with(key).get("/v1/customers"));
        String event = audited(key, "api_key.revoked");
        assertTrue(event.startsWith("key:" + id(key)), event);
    }

    @Test
    void aKeyOutlivesItsCreatorAndTheCustomersAdministratorRevokesAnyOfThem() {
        Person creator = World.member(company, "customer_admin", "ADMIN");
        JsonObject ofColleague = World.apiKey(creator.api(), company, "viewer");
        JsonObject ofStaff = World.apiKey(World.superAdmin().api(), company, "admin");
        assertEquals(
                204,
                asOwner.delete("/v1/customers/" + company.id() + "/users/" + creator.id())
                        .status());

        assertEquals(200, with(ofColleague).get("/v1/customers").status());
        assertEquals(List.of(id(ofStaff), id(ofColleague)), ids(asOwner.get(keys(company))));
        assertEquals(204, asOwner.delete(one(ofColleague)).status());
        assertEquals(204, asOwner.delete(one(ofStaff)).status());
        assertRefused(401, "unauthenticated", with(ofStaff).get("/v1/customers"));
    }

    @Test
    void aUserTypeThatAKeyHoldsIsInUseAndChangesTheKey() {
        Api boss = World.superAdmin().api();
        String type = "t" + UUID.randomUUID().toString().substring(0, 8);
        JsonObject created = boss.post(
                        "/v1/admin/user-types",
                        Json.createObjectBuilder()
                                .add("name", type)
                                .add("display_name", type)
                                .add("description", type)
                                .add("permissions", permissions("/v1/customers"))
                                .build())
                .json();
        String path = "/v1/admin/user-types/" + created.getString("id");
        JsonObject key = key(type);
        assertEquals(200, with(key).get("/v1/customers").status());

        assertRefused(409, "user_type_in_use", boss.delete(path));
        boss.put(
                path + "/permissions",
                Json.createObjectBuilder()
                        .add("permissions", permissions("/v1/audit/events"))
                        .build());
        assertRefused(403, "forbidden", with(key).get("/v1/customers"));
        assertEquals(200, with(key).get("/v1/audit/events").status());

        asOwner.delete(one(key));
        assertEquals(204, boss.delete(path).status());
    }

    private static JsonArrayBuilder permissions(String path) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("method", "GET").add("path", path));
    }

    @Test
    void noListOfPeopleAndNoChangeOfPeopleKnowsAKey() {
        JsonObject key = key("viewer");
        Api boss = World.superAdmin().api();
        String members = "/v1/customers/" + company.id() + "/users";
        Answer people = asOwner.get(members + "?include=total");
        assertEquals(1, people.json().getJsonObject("page").getInt("total"));
        assertFalse(people.body().contains(id(key)));
        JsonObject role = Json.createObjectBuilder().add("role", "OWNER").build();
        for (Api api : List.of(asOwner, boss)) {
            assertRefused(404, "not_found", api.get(members + "/" + id(key)));
            assertRefused(404, "not_found", api.patch(members + "/" + id(key), role));
            assertRefused(404, "not_found", api.delete(members + "/" + id(key)));
        }
        Answer found = boss.get("/v1/admin/users?q=Portal&include=total&limit=200");
        assertEquals(0, found.json().getJsonObject("page").getInt("total"), found.body());
        assertRefused(404, "not_found", boss.get("/v1/admin/users/" + id(key)));
        assertRefused(404, "not_found", boss.post("/v1/admin/users/" + id(key) + "/deactivate"));
        assertRefused(
                404,
                "not_found",
                boss.patch(
                        "/v1/admin/users/" + id(key),
                        Json.createObjectBuilder()
                                .add("user_type", "superAdmin")
                                .build()));
        assertRefused(
                404,
                "not_found",
                boss.post(
                        "/v1/customers/" + elsewhere.id() + "/users",
                        Json.createObjectBuilder()
                                .add("user_id", id(key))
                                .add("user_type", "viewer")
                                .add("role", "USER")
                                .build()));
        assertRefused(409, "last_administrator", asOwner.delete(members + "/" + owner.id()));
        assertEquals(200, with(key).get("/v1/customers").status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update auth.user_customer_access set role = 'OWNER' where user_id = cast(? as uuid)",
                "update auth.user_customer_access set user_type_id = null where user_id = cast(? as uuid)",
                "update auth.users set user_type_id = (select id from auth.user_types limit 1) where id = cast(? as uuid)",
                "update auth.users set email = 'a@b.example', email_normalised = 'a@b.example' where id = cast(? as uuid)"
            })
    void notEvenTheOwnerOfTheTablesMakesAPersonOfAKey(String sql) {
        JsonObject key = key("viewer");
        assertThrows(IllegalStateException.class, () -> World.update(sql, id(key)));
    }

    @Test
    void aKeyHoldsNothingAtAnotherCustomer() {
        Person machine = new Person(UUID.fromString(id(key("viewer"))), "");
        assertThrows(IllegalStateException.class, () -> World.grant(machine, elsewhere, "viewer", "USER"));
    }

    @Test
    void theLastUseIsNotedOnceAMinute() {
        JsonObject key = key("viewer");
        assertFalse(asOwner.get(one(key)).json().containsKey("last_used_at"));

        with(key).get("/v1/customers");
        String used = asOwner.get(one(key)).json().getString("last_used_at");
        with(key).get("/v1/customers");
        assertEquals(used, asOwner.get(one(key)).json().getString("last_used_at"));

        World.update(
                "update auth.api_keys set last_used_at = last_used_at - interval '61 seconds' where id = cast(? as uuid)",
                id(key));
        with(key).get("/v1/admin/invitations");
        assertTrue(Instant.parse(asOwner.get(one(key)).json().getString("last_used_at"))
                .isAfter(Instant.parse(used)));
    }

    @Test
    void aForeignKeyCannotBeToldFromOneThatDoesNotExist() {
        JsonObject foreign = World.apiKey(World.superAdmin().api(), elsewhere, "viewer");
        String unknown = UUID.randomUUID().toString();
        Map<String, List<String>> paths = Map.of(
                "at the own customer", List.of(keys(company) + "/" + id(foreign), keys(company) + "/" + unknown),
                "at the foreign one", List.of(one(foreign), keys(elsewhere) + "/" + unknown));
        paths.forEach((where, both) -> both.forEach(path -> {
            assertRefused(404, "not_found", asOwner.get(path));
            assertRefused(404, "not_found", asOwner.patch(path, name("Mine")));
            assertRefused(404, "not_found", asOwner.delete(path));
            assertEquals(
                    asOwner.get(both.get(0)).bodyWithoutRequestId(),
                    asOwner.get(path).bodyWithoutRequestId(),
                    where);
        }));
        assertRefused(404, "not_found", asOwner.get(keys(elsewhere)));
        assertRefused(
                404,
                "not_found",
                asOwner.post(keys(elsewhere), wanted("K", "viewer").build()));
        assertEquals(200, with(foreign).get("/v1/customers").status());
    }

    @Test
    void aClosedCustomerGetsNoKeys() {
        World.update("update accounts.customers set status = 'CLOSED' where id = ?", company.id());
        assertRefused(
                409,
                "customer_closed",
                asOwner.post(keys(company), wanted("K", "viewer").build()));
    }

    @Test
    void whatAKeyIsRefusedIsInTheLogUnderItsName() {
        JsonObject key = key("viewer");
        assertRefused(403, "forbidden", with(key).get(keys(company)));
        assertEquals(
                "key:" + id(key) + " /v1/admin/customers/{customerId}/api-keys",
                World.query(
                        "select actor || ' ' || (details ->> 'route') from audit.events"
                                + " where actor_id = cast(? as uuid) and action = 'request.refused'",
                        id(key)));
    }
}
