package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;
import tel.ringer.warp.runner.LocalDatabase;

/** Who was only ever invited gets to know all that is kept of them, and is forgotten, as people with an account are. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InvitedPersonIT {
    private static final String EXPORT = "/v1/admin/personal-data/export";
    private static final String ERASE = "/v1/admin/personal-data/erase";
    private static final int ROUNDS = Integer.getInteger("warp.race.count", 3);

    private final Person boss = World.superAdmin();
    private final Api superAdmin = boss.api();

    private static String body(String email) {
        return Json.createObjectBuilder().add("email", email).build().toString();
    }

    private static String erasureOf(String email) {
        return Json.createObjectBuilder()
                .add("email", email)
                .add("reason", "Asked for it")
                .build()
                .toString();
    }

    private Answer export(String email) {
        return superAdmin.postText(EXPORT, body(email));
    }

    private Answer erase(String email) {
        return superAdmin.postText(ERASE, erasureOf(email));
    }

    private List<JsonObject> exported(String email) {
        Answer answer = export(email);
        assertEquals(200, answer.status(), answer.body());
        return OfflineChain.lines(answer.body());
    }

    private void assertErased(String email) {
        Answer answer = erase(email);
        assertEquals(204, answer.status(), answer.body());
    }

    private static void assertRefused(int status, String code, Answer answer) {
        assertEquals(status + " " + code, answer.status() + " " + answer.code(), answer.body());
    }

    private void assertChainsHold(Company... companies) {
        for (Company company : companies) {
            assertTrue(superAdmin
                    .get("/v1/audit/verify?customer_id=" + company.id())
                    .json()
                    .getBoolean("intact"));
            assertEquals(
                    Optional.empty(),
                    OfflineChain.firstBroken(OfflineChain.lines(superAdmin
                            .get("/v1/audit/export?customer_id=" + company.id())
                            .body())));
        }
        assertEquals("0", World.query("select count(fault) from audit.verify(null) where actor_id = ?", boss.id()));
    }

    private String invite(Company company, String email) {
        return World.invite(superAdmin, company, email).getString("id");
    }

    @Test
    void anExportShowsWhatStandsInEachPlace() {
        PlantedAddress planted = PlantedAddress.somebody(21);
        World.update(
                "update accounts.customers set contact_email = ? where id = ?",
                planted.email().toUpperCase(Locale.ROOT),
                planted.company().id());

        Answer answer = export(" " + planted.email().toUpperCase(Locale.ROOT));

        assertEquals(200, answer.status(), answer.body());
        assertEquals("application/x-ndjson", answer.header("Content-Type").replaceFirst(";.*", ""));
        List<JsonObject> lines = OfflineChain.lines(answer.body());
        assertEquals(
                Set.of(
                        "contact_of_customers",
                        "customer_notes",
                        "events_about_the_person",
                        "invitation_batch_rows",
                        "invitations_received",
                        "mails",
                        "reply_address_of_customers",
                        "suppressions"),
                lines.stream().map(line -> line.getString("section")).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(3, ofSection(lines, "invitations_received").size());
        assertEquals(2, ofSection(lines, "invitation_batch_rows").size());
        List<JsonObject> events = ofSection(lines, "events_about_the_person");
        Set<String> actions =
                events.stream().map(event -> event.getString("action")).collect(Collectors.toSet());
        assertTrue(
                actions.containsAll(Set.of(
                        "address.personal_data_exported",
                        "invitation.created",
                        "invitation.opened",
                        "invitation.revoked",
                        "invitation.sent",
                        "invitation_settings.changed",
                        "mail.address_suppressed")),
                actions.toString());
        assertTrue(events.toString().contains(planted.network()), events.toString());
        assertTrue(events.toString().contains("not " + planted.mark()), events.toString());
    }

    private static List<JsonObject> ofSection(List<JsonObject> lines, String section) {
        return lines.stream()
                .filter(line -> line.getString("section").equals(section))
                .map(line -> line.getJsonObject("data"))
                .toList();
    }

    @Test
    void whatNamesOthersIsLeftOut() {
        PlantedAddress planted = PlantedAddress.somebody(22);
        PlantedAddress second = PlantedAddress.somebody(23);
        Person inviter = World.member(planted.company(), "customer_admin", "OWNER");
        Company third = World.company();
        World.grant(inviter, third, "customer_admin", "OWNER");
        World.inviteMany(inviter.api(), third, List.of(planted.email(), second.email()));
        String longer = invite(planted.company(), planted.email() + ".example");
        String reasoned = invite(planted.company(), World.newEmail());
        assertEquals(
                204,
                inviter.api()
                        .delete("/v1/admin/invitations/" + reasoned + "?reason=" + planted.email())
                        .status());

        String lines = exported(planted.email()).toString();

        assertFalse(lines.contains(second.mark()), lines);
        assertFalse(lines.contains(second.network()), lines);
        assertFalse(lines.contains(inviter.email()), lines);
        assertFalse(lines.contains(longer), lines);
        assertFalse(
                lines.contains(World.query("select email from auth.user_invitations where id = ?::uuid", reasoned)),
                lines);
        assertTrue(lines.contains("withheld"), lines);
    }

    @Test
    void theLogTellsWhoseDataWasHandedOutUntilTheyAreErased() {
        String email = World.newEmail();
        invite(World.company(), email);
        exported(email);

        assertEquals(email, lastExport().getJsonObject("details").getString("address"));
        assertTrue(exported(email).toString().contains("address.personal_data_exported"));
        assertErased(email);
        assertEquals("erased", lastExport().getJsonObject("details").getString("address"));
    }

    private JsonObject lastExport() {
        return superAdmin
                .get("/v1/audit/events?action=address.personal_data_exported&actor_id=" + boss.id())
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    @Test
    void nothingOfTheAddressIsLeftAndNothingOfOthersIsGone() {
        PlantedAddress first = PlantedAddress.somebody(24);
        PlantedAddress second = PlantedAddress.somebody(25);
        World.inviteMany(superAdmin, World.company(), List.of(first.email(), second.email()));
        assertChainsHold(first.company(), second.company());
        exported(first.email());
        String ofSecond = second.traces();
        assertTrue(first.traces().split(", ", -1).length >= 8, first.traces());

        assertErased(first.email());

        assertEquals("none", first.traces());
        assertEquals(ofSecond, second.traces());
        assertChainsHold(first.company(), second.company());
        // It stays suppressed, which is all that there still is to show.
        assertEquals(
                Set.of("suppressions", "events_about_the_person"),
                exported(first.email()).stream()
                        .map(line -> line.getString("section"))
                        .collect(Collectors.toSet()));
        String again = invite(World.company(), first.email());
        Await.untilTrue("given up", () -> World.mailOf(again, "status").equals("DEAD"));
    }

    @Test
    void whatIsPendingIsRevokedWhatWaitsIsCancelledAndEachCustomerIsTold() {
        String email = World.newEmail();
        Company company = World.company();
        Company other = World.company();
        String first = invite(company, email);
        String link = World.tokenMailedTo(email);
        String second = invite(other, email);
        World.tokenMailedTo(email, 2);
        Await.untilTrue("sent", () -> World.mailOf(second, "status").equals("SENT"));
        World.update(
                """
                update notification.outbox set status = 'QUEUED', finished_at = null, next_attempt_at = now() + interval '1 day'
                where subject_id = ?::uuid
                """,
                second);

        assertErased(email);

        String pseudonym = World.query(
                """
                select substring(i.email from 'erased-(.*)@erased.invalid') from auth.user_invitations i where i.id = ?::uuid
                """,
                first);
        assertEquals(
                "REVOKED person_erased 2 0 CANCELLED",
                World.query(
                        """
                        select concat_ws(' ', min(i.status), min(i.close_reason), count(*),
                          (select count(*) from auth.user_invitation_tokens t where t.invitation_id in (?::uuid, ?::uuid)),
                          (select o.status from notification.outbox o where o.subject_id = ?::uuid))
                        from auth.user_invitations i where i.email = ?
                        """,
                        first,
                        second,
                        second,
                        "erased-" + pseudonym + "@erased.invalid"));
        assertRefused(404, "not_found", Api.anonymous().accept(link, World.idToken(email)));
        assertEquals(
                boss.id() + " Asked for it 2",
                World.query(
                        """
                        select concat_ws(' ', actor_id, details ->> 'reason', details ->> 'invitations_revoked')
                        from audit.events where subject_id = ?::uuid and action = 'address.erased'
                        """,
                        pseudonym));
        for (Company told : List.of(company, other)) {
            JsonObject revoked = superAdmin
                    .get("/v1/audit/events?action=invitation.revoked&customer_id=" + told.id())
                    .json()
                    .getJsonArray("items")
                    .getJsonObject(0);
            assertEquals("person_erased", revoked.getJsonObject("details").getString("reason"));
        }
        assertChainsHold(company, other);
    }

    /** Of an invitation that is removed the log still tells. */
    @Test
    void whatTheLogKeepsOfRemovedInvitationsIsFoundToo() {
        PlantedAddress planted = PlantedAddress.somebody(26);
        String all = "(select id from auth.user_invitations where email_normalised = ?)";
        World.update("delete from notification.suppressions where address = ?", planted.email());
        World.update("delete from notification.outbox where subject_id in " + all, planted.email());
        World.update("delete from auth.user_invitations where email_normalised = ?", planted.email());

        String lines = exported(planted.email()).toString();
        assertTrue(lines.contains("not " + planted.mark()), lines);
        assertTrue(lines.contains(planted.network()), lines);
        assertErased(planted.email());

        assertEquals("none", planted.traces());
        assertRefused(404, "not_found", export(planted.email()));
    }

    @Test
    void anAddressIsTheSameHoweverItsDomainIsWritten() {
        String mark = "mark" + UUID.randomUUID().toString().replace("-", "");
        Company company = World.company();
        invite(company, mark.toUpperCase(Locale.ROOT) + "@b\u00fccher.example");
        World.inviteMany(superAdmin, company, List.of(mark + "@b\u00fccher.example\t"));
        World.inviteMany(superAdmin, World.company(), List.of(mark + "@xn--bcher-kva.example"));

        assertErased(mark + "@XN--bcher-kva.example");

        assertEquals("none", Planted.traces(mark, mark));
    }

    @Test
    void whatIsNotThereIsNeitherShownNorErasedNorKeptForTheAsking() {
        String email = World.newEmail();
        for (Answer answer : List.of(export(email), erase(email))) {
            assertRefused(404, "not_found", answer);
            assertTrue(answer.json().containsKey("request_id"), answer.body());
        }
        assertEquals("none", Planted.traces(email, email));

        invite(World.company(), email);
        assertErased(email);
        assertRefused(404, "not_found", erase(email));
        assertRefused(404, "not_found", export(email));
    }

    @Test
    void whoWasErasedIsInvitedAgainAsSomebodyNew() {
        String email = World.newEmail();
        Company company = World.company();
        invite(company, email);
        World.tokenMailedTo(email);
        assertErased(email);

        invite(company, email);
        Answer accepted = Api.anonymous().accept(World.tokenMailedTo(email, 2), World.idToken(email));

        assertEquals(200, accepted.status(), accepted.body());
    }

    @Test
    void whoHasAnAccountIsShownAndErasedByIt() {
        Person person = World.person();
        String accepted = World.newEmail();
        invite(World.company(), accepted);
        assertEquals(
                200,
                Api.anonymous()
                        .accept(World.tokenMailedTo(accepted), World.idToken(accepted))
                        .status());
        String account = World.query("select id from auth.users where email_normalised = ?", accepted);
        // The provider has another address of the person by now.
        World.update(
                "update auth.users set email = ?, email_normalised = ? where id = ?::uuid",
                "moved-" + accepted,
                "moved-" + accepted,
                account);

        assertHasAccount(person.email(), person.id().toString());
        assertHasAccount(accepted, account);
        assertHasAccount("moved-" + accepted, account);

        assertEquals(
                204,
                superAdmin
                        .postText("/v1/admin/users/" + account + "/erase", "{\"reason\":\"Asked for it\"}")
                        .status());
        assertRefused(404, "not_found", export(accepted));
    }

    private void assertHasAccount(String email, String account) {
        for (Answer answer : List.of(export(email.toUpperCase(Locale.ROOT)), erase(email))) {
            assertRefused(409, "has_account", answer);
            assertEquals(account, answer.json().getString("user_id"));
        }
    }

    @Test
    void othersMayNot() {
        Company company = World.company();
        String email = World.newEmail();
        String invitation = invite(company, email);
        World.update(
                "insert into auth.user_types (name, display_name, description) values ('reader-of-people', 'R', 'R') on conflict do nothing");
        World.update(
                """
                insert into auth.user_type_permissions
                select id, '*', '/v1/*' from auth.user_types where name = 'reader-of-people' on conflict do nothing
                """);
        List<Api> others = List.of(
                World.member(company, "customer_admin", "OWNER").api(),
                World.person("admin").api(),
                World.person("reader-of-people").api(),
                World.person().api(),
                Api.anonymous()
                        .as(World.apiKey(superAdmin, company, "customer_admin").getString("key")));
        for (Api other : others) {
            for (String asked : List.of(email, World.newEmail(), boss.email())) {
                assertRefused(403, "forbidden", other.postText(EXPORT, body(asked)));
                assertRefused(403, "forbidden", other.postText(ERASE, erasureOf(asked)));
            }
        }
        assertEquals(401, Api.anonymous().postText(EXPORT, body(email)).status());
        assertEquals(401, Api.anonymous().postText(ERASE, erasureOf(email)).status());
        assertEquals(
                "PENDING " + email,
                World.query(
                        "select concat_ws(' ', status, email) from auth.user_invitations where id = ?::uuid",
                        invitation));
    }

    /** Whatever the application believes of its caller. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select auth.account_of(array['a@b.example'])",
                "select auth.personal_data_of_address(array['a@b.example'], 'mails', '-infinity', gen_random_uuid(), 1)",
                "select auth.erase_address(array['a@b.example'], gen_random_uuid(), (select id from auth.users limit 1))",
                "select auth.kept_of(null, array['a@b.example'], 'mails', '-infinity', gen_random_uuid(), 1)",
                "select auth.forget_addresses(array['a@b.example'], '{}', '{}', 'x')",
                "select auth.forget_late_news()"
            })
    void theDatabaseAsksItself(String call) throws Exception {
        Person person = World.member(World.company(), "customer_admin", "OWNER");
        try (Connection connection = PartsForTests.database().connectAs(LocalDatabase.APPLICATION);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('warp.user_id', '" + person.id() + "', true)");
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(call));
            assertEquals("42501", refused.getSQLState(), refused.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\":\"nobody\"}",
                "{\"email\":\"a@b\"}",
                "{\"email\":\"a b@c.example\"}",
                "{\"email\":\"a@b.example, c@d.example\"}"
            })
    void whatIsNoAddressIsRefused(String body) {
        assertRefused(422, "invalid_email", superAdmin.postText(EXPORT, body));
        assertRefused(
                422, "invalid_email", superAdmin.postText(ERASE, body.replace("}", ",\"reason\":\"Asked for it\"}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"email\":\" \"}",
                "{\"email\":null}",
                "{\"email\":\"a@b.example\",\"other\":1}",
                "{\"email\":[\"a@b.example\"]}"
            })
    void aRequestThatDoesNotFitIsRefused(String body) {
        for (String path : List.of(EXPORT, ERASE)) {
            int status = superAdmin.postText(path, body).status();
            assertTrue(status == 400 || status == 422, path + " " + body + " " + status);
        }
        assertRefused(422, "invalid_body", superAdmin.postText(ERASE, body("a@b.example")));
    }

    /** Either the person has got in, with all that tells of it, or is nobody. */
    @Test
    void whoAcceptsMeanwhileGetsInOrIsForgotten() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Company company = World.company();
            String email = World.newEmail();
            String invitation = invite(company, email);
            String link = World.tokenMailedTo(email);
            String identity = World.idToken(email);

            List<Answer> answers = AtOnce.call(
                    List.of(() -> Api.anonymous().accept(link, identity), () -> erase(email), () -> erase(email)));

            boolean accepted = answers.get(0).status() == 200;
            List<Integer> erased =
                    answers.stream().skip(1).map(Answer::status).sorted().toList();
            assertEquals(accepted ? List.of(409, 409) : List.of(204, 404), erased, answers.toString());
            assertTrue(accepted || Set.of(404, 410).contains(answers.get(0).status()), answers.toString());
            assertEquals(
                    accepted ? "ACCEPTED " + email + " 1 1 t" : "REVOKED erased 0 0 f",
                    World.query(
                            """
                            select concat_ws(' ', i.status, regexp_replace(i.email, '^erased-.*', 'erased'),
                              (select count(*) from auth.users u where u.email_normalised = ?),
                              (select count(*) from auth.user_customer_access g where g.customer_id = i.customer_id),
                              exists (select from audit.personal_values v where v.about = i.id and v.value = ?))
                            from auth.user_invitations i where i.id = ?::uuid
                            """,
                            email,
                            email,
                            invitation));
            assertChainsHold(company);
        }
    }

    /** Each invitation is forgotten as a whole, or came later and is there as a whole. */
    @Test
    void whatIsDoneToInvitationsMeanwhileIsNeitherLostNorHalfForgotten() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String email = World.newEmail();
            List<Company> companies = List.of(World.company(), World.company(), World.company(), World.company());
            String first = invite(companies.get(0), email);
            String link = World.tokenMailedTo(email);
            String identity = World.idToken(email);
            World.update(
                    "update auth.user_invitations set link_sent_at = link_sent_at - interval '1 hour' where id = ?::uuid",
                    first);
            assertEquals(200, answerTo(companies.get(0), email, 2).status());
            List<Callable<Answer>> calls = new ArrayList<>();
            calls.add(() -> erase(email));
            calls.add(() -> answerTo(companies.get(0), email, 3));
            calls.add(() -> superAdmin.post("/v1/admin/invitations/" + first + "/resend"));
            calls.add(() -> Api.anonymous().decline(link, identity));
            companies.stream()
                    .skip(1)
                    .forEach(company -> calls.add(() -> superAdmin.post(
                            "/v1/admin/customers/" + company.id() + "/invitations",
                            World.invitation(email, "viewer", "USER").build())));
            calls.add(() -> superAdmin.post(
                    "/v1/admin/customers/" + companies.get(0).id() + "/invitations/bulk",
                    Json.createObjectBuilder()
                            .add(
                                    "invitations",
                                    Json.createArrayBuilder()
                                            .add(World.invitation(email, "viewer", "USER"))
                                            .add(World.invitation(World.newEmail(), "viewer", "USER")))
                            .build()));

            List<Answer> answers = AtOnce.call(calls);

            assertEquals(204, answers.get(0).status(), answers.get(0).body());
            assertFalse(answers.stream().anyMatch(answer -> answer.status() >= 500), answers.toString());
            Await.untilTrue("no upload waits", () -> World.query(
                            "select count(*) from auth.invitation_batches where customer_id = ? and finished_at is null",
                            companies.get(0).id())
                    .equals("0"));
            for (Company company : companies) {
                assertWholeOrForgotten(company, email);
            }
            assertChainsHold(companies.toArray(Company[]::new));
        }
    }

    private Answer answerTo(Company company, String email, int reminderDays) {
        return superAdmin.putWith(
                "/v1/admin/customers/" + company.id() + "/invitation-settings",
                Map.of("If-Match", "*"),
                Json.createObjectBuilder()
                        .add("default_days", 7)
                        .add("longest_days", 30)
                        .add("pending_limit", 100)
                        .add("reminder_days", reminderDays)
                        .add("mail_language", "en")
                        .add("reply_to", email)
                        .build());
    }

    private static void assertWholeOrForgotten(Company company, String email) {
        assertEquals(
                "0 0",
                World.query(
                        """
                        select concat_ws(' ',
                          count(*) filter (where i.email like 'erased-%' and (i.status = 'PENDING' or i.message is not null
                            or exists (select from auth.user_invitation_tokens t where t.invitation_id = i.id)
                            or exists (select from notification.outbox o where o.subject_id = i.id and o.status = 'QUEUED')
                            or exists (select from audit.personal_values v where v.value = ? and v.about = i.id)
                            or exists (select from auth.invitation_batch_rows r
                              where r.invitation_id = i.id and r.email <> 'erased'))),
                          count(*) filter (where i.email = ? and not (
                            exists (select from notification.outbox o where o.subject_id = i.id and o.status <> 'CANCELLED')
                            and exists (select from audit.personal_values v where v.value = ? and v.about = i.id)
                            and not exists (select from auth.invitation_batch_rows r
                              where r.invitation_id = i.id and r.email = 'erased'))))
                        from auth.user_invitations i where i.customer_id = ?
                        """,
                        email, email, email, company.id()));
        // The one that was there when it began, once.
        assertNotEquals(
                "2",
                World.query(
                        """
                        select max(n) from (select count(*) as n from audit.events
                          where customer_id = ? and action in ('invitation.revoked', 'invitation.declined')
                          group by subject_id) ended
                        """,
                        company.id()));
    }

    /** What only a mail server, or a request that began before, can say after it. */
    @Test
    void whatIsSaidLaterIsSweptAway() {
        String email = World.newEmail();
        String invitation = invite(World.company(), email);
        World.sentMailOf(invitation);
        assertErased(email);
        World.update(
                "update auth.user_invitations set delivery_error = ? where id = ?::uuid", "550 " + email, invitation);
        World.update(
                "update notification.outbox set last_error = ? where subject_id = ?::uuid", "550 " + email, invitation);
        World.update(
                """
                update notification.mail_events set reason = ?
                where mail_id in (select id from notification.outbox where subject_id = ?::uuid)
                """,
                "550 " + email,
                invitation);
        World.update(
                """
                insert into audit.personal_values (token, about, month, value, salt)
                values ('late ' || ?, ?::uuid, now(), ?, gen_random_uuid())
                """,
                invitation,
                invitation,
                "550 " + email);
        assertNotEquals("none", Planted.traces(email, email));

        assertEquals(202, superAdmin.post("/v1/admin/jobs/erasure-sweep/run").status());

        Await.untilTrue("swept", () -> Planted.traces(email, email).equals("none"));
    }
}
