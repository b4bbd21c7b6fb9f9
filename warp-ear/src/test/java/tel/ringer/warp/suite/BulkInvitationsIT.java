package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.RawRequest;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;
import tel.ringer.warp.runner.LocalDatabase;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BulkInvitationsIT {
    private static final String HEADER = "email,user_type,role,message,expires_in_days\n";
    private static final String BATCHES = "/v1/admin/invitation-batches/";
    private static final int MANY = 130;

    private final Company company = World.company();
    private final Person uploader = World.member(company, "customer_admin", "ADMIN");
    private final Api admin = uploader.api();

    private String path() {
        return "/v1/admin/customers/" + company.id() + "/invitations/bulk";
    }

    private Answer upload(String csv) {
        return admin.postAs(path(), "text/csv", csv);
    }

    private static String row(String email) {
        return email + ",viewer,USER,,\n";
    }

    private static String file(int rows) {
        return HEADER
                + IntStream.range(0, rows).mapToObj(i -> row(World.newEmail())).collect(Collectors.joining());
    }

    private static List<String> codes(JsonObject answer, String rows) {
        return answer.getJsonArray(rows).stream()
                .map(JsonValue::asJsonObject)
                .map(row -> row.getString("code"))
                .toList();
    }

    private String count(String table) {
        return World.query("select count(*) from " + table + " where customer_id = ?", company.id());
    }

    private JsonObject done(Api api, String location) {
        return Await.until(
                "the end of " + location, () -> Optional.of(api.get(location).json())
                        .filter(batch -> !batch.getString("status").matches("QUEUED|RUNNING")));
    }

    /** A row for each code that an upload itself can come to. */
    private String everyCode() {
        Person member = World.member(company, "viewer", "USER");
        String pending = World.newEmail();
        World.invite(admin, company, pending);
        String twice = World.newEmail();
        return HEADER
                + twice + ",viewer,USER,Welcome,14\n"
                + twice.toUpperCase(Locale.ROOT) + ",viewer,USER,,\n"
                + row(member.email())
                + row(pending)
                + row("nobody")
                + World.newEmail() + ",viewer,BOSS,,\n"
                + World.newEmail() + ",viewer,USER," + "x".repeat(1001) + ",\n"
                + World.newEmail() + ",nonsense,USER,,\n"
                + World.newEmail() + ",viewer,USER,,0\n"
                + World.newEmail() + ",superAdmin,USER,,\n"
                + World.newEmail() + ",viewer,OWNER,,\n";
    }

    private static final List<String> CODES = List.of(
            "invited",
            "duplicate_in_file",
            "already_member",
            "already_pending",
            "invalid_email",
            "invalid_row",
            "message_too_long",
            "unknown_user_type",
            "validity_out_of_range",
            "rank_exceeded",
            "rank_exceeded");

    @Test
    void eachRowOfASmallFileComesToACodeOfItsOwnAtOnce() {
        Answer answer = upload(everyCode());

        assertEquals(200, answer.status(), answer.body());
        JsonObject batch = answer.json();
        assertEquals(CODES, codes(batch, "rows"));
        assertEquals("role", batch.getJsonArray("rows").getJsonObject(5).getString("field"));
        assertEquals("DONE", batch.getString("status"));
        assertEquals(11, batch.getInt("processed"));
        assertEquals(2, batch.getJsonObject("counts").getInt("rank_exceeded"));
        assertTrue(answer.header("Location").endsWith(BATCHES + batch.getString("id")));
        JsonObject invitation = admin.get("/v1/admin/invitations/"
                        + batch.getJsonArray("rows").getJsonObject(0).getString("invitation_id"))
                .json();
        assertEquals("Welcome", invitation.getString("message"));
        assertEquals("viewer", invitation.getString("user_type"));
        World.tokenMailedTo(invitation.getString("email"));
    }

    @Test
    void aDryRunTellsTheSameAndChangesNothing() {
        String file = everyCode();
        String before = count("auth.user_invitations");
        String events = count("audit.events");

        Answer answer = admin.postAs(path() + "?dryRun=true", "text/csv", file);

        assertEquals(200, answer.status(), answer.body());
        assertTrue(answer.json().getBoolean("dry_run"));
        assertEquals(CODES, codes(answer.json(), "rows"));
        assertEquals(before, count("auth.user_invitations"));
        assertEquals("0", count("auth.invitation_batches"));
        assertEquals(events, count("audit.events"));
        assertEquals(
                400, admin.postAs(path() + "?dryRun=maybe", "text/csv", file).status());
    }

    @Test
    void jsonIsTakenLikeAnyOtherBody() {
        String email = World.newEmail();
        JsonArrayBuilder rows = Json.createArrayBuilder()
                .add(World.invitation(email, "viewer", "USER").add("expires_in_days", 14))
                .add(Json.createObjectBuilder().add("email", email));

        Answer answer = admin.post(
                path(), Json.createObjectBuilder().add("invitations", rows).build());
        Answer unknownField =
                admin.postText(path(), "{\"invitations\":[{\"email\":\"a@b.example\",\"tenant\":\"x\"}]}");
        Answer noRows = admin.postText(path(), "{}");

        assertEquals(200, answer.status(), answer.body());
        assertEquals(List.of("invited", "invalid_row"), codes(answer.json(), "rows"));
        assertEquals(422, unknownField.status());
        assertEquals("invalid_body", unknownField.code());
        assertEquals("invalid_body", noRows.code());
    }

    @Test
    void aLargeFileIsWorkedOffAfterwardsAndInvitesNobodyTwice() {
        String file = file(MANY);

        Answer answer = upload(file);
        assertEquals(202, answer.status(), answer.body());
        JsonObject batch = done(admin, answer.header("Location"));
        JsonObject again = done(admin, upload(file).header("Location"));

        assertEquals("DONE", batch.getString("status"));
        assertEquals(MANY, batch.getInt("processed"));
        assertEquals(MANY, batch.getJsonObject("counts").getInt("invited"));
        assertEquals(MANY, again.getJsonObject("counts").getInt("already_pending"));
        assertEquals(Integer.toString(MANY), count("auth.user_invitations"));
        assertEquals(Integer.toString(MANY), count("notification.outbox"));
        assertEquals(
                Integer.toString(MANY),
                World.query(
                        "select count(*) from audit.events where customer_id = ? and action = 'invitation.created'"
                                + " and on_behalf_of = ? and actor = 'job:invitation-bulk'",
                        company.id(),
                        uploader.id()));
        everyPageOf(BATCHES + batch.getString("id") + "/rows?code=invited&include=total&limit=100");
    }

    private void everyPageOf(String rows) {
        JsonObject first = admin.get(rows).json();
        JsonObject page = first.getJsonObject("page");
        JsonObject second =
                admin.get(rows + "&cursor=" + page.getString("next_cursor")).json();

        assertEquals(MANY, page.getInt("total"));
        assertEquals(1, first.getJsonArray("items").getJsonObject(0).getInt("row"));
        assertEquals(101, second.getJsonArray("items").getJsonObject(0).getInt("row"));
        assertEquals(MANY - 100, second.getJsonArray("items").size());
        assertFalse(second.getJsonObject("page").containsKey("next_cursor"));
        assertEquals(400, admin.get(rows.replace("invited", "nonsense")).status());
    }

    /** As a node leaves it that dies after its first rows. */
    private String interrupted(Company of, Person by, List<String> emails, int processed) {
        UUID batch = UUID.randomUUID();
        World.update(
                """
                insert into auth.invitation_batches (id, customer_id, uploaded_by, uploaded_by_name, status, row_count,
                                                     processed, created_at, finished_at)
                values (?, ?, ?, 'Uploader', 'DONE', ?, ?, now(), now())""",
                batch,
                of.id(),
                by.id(),
                emails.size(),
                processed);
        for (int i = 0; i < emails.size(); i++) {
            World.update(
                    """
                    insert into auth.invitation_batch_rows (batch_id, customer_id, row_number, email, user_type, role,
                                                            message, expires_in_days, code, invitation_id)
                    values (?, ?, ?, ?, 'viewer', 'USER', '', '', ?, ?)""",
                    batch,
                    of.id(),
                    i + 1,
                    emails.get(i),
                    i < processed ? "INVITED" : null,
                    i < processed ? UUID.randomUUID() : null);
        }
        World.update("update auth.invitation_batches set status = 'RUNNING', finished_at = null where id = ?", batch);
        return BATCHES + batch;
    }

    @Test
    void whatANodeLeftHalfDoneIsFinished() {
        List<String> emails =
                IntStream.range(0, 5).mapToObj(i -> World.newEmail()).toList();
        emails.subList(0, 2).forEach(email -> World.invite(admin, company, email));

        JsonObject batch = done(admin, interrupted(company, uploader, emails, 2));

        assertEquals(5, batch.getJsonObject("counts").getInt("invited"));
        assertEquals("5", count("auth.user_invitations"));
        assertEquals("5", count("notification.outbox"));
    }

    @Test
    void nobodyIsInvitedForWhoMayNotInviteAnyMore() {
        Api staff = World.superAdmin().api();
        Person inactive = World.member(company, "customer_admin", "ADMIN");
        World.update("update auth.users set status = 'INACTIVE' where id = ?", inactive.id());
        Person lowered = World.member(company, "viewer", "USER");
        Company closed = World.company();
        World.update("update accounts.customers set status = 'CLOSED' where id = ?", closed.id());
        Person ofClosed = World.member(closed, "customer_admin", "OWNER");
        List<String> emails = List.of(World.newEmail(), World.newEmail());

        Function<String, JsonObject> counts = location -> done(staff, location).getJsonObject("counts");

        assertEquals(2, counts.apply(interrupted(company, inactive, emails, 0)).getInt("forbidden"));
        assertEquals(2, counts.apply(interrupted(company, lowered, emails, 0)).getInt("forbidden"));
        assertEquals(2, counts.apply(interrupted(closed, ofClosed, emails, 0)).getInt("customer_closed"));
        assertEquals("0", count("auth.user_invitations"));
    }

    @Test
    void aRowThatFailsForNoReasonThatAnybodyKnowsStopsNoOther() {
        List<String> emails = List.of(World.newEmail(), World.newEmail(), World.newEmail());
        String poison = "poison_" + UUID.randomUUID().toString().replace("-", "");
        World.update("create function auth." + poison + "() returns trigger language plpgsql as"
                + " $$begin raise 'poison'; end$$");
        World.update(
                "create trigger " + poison + " before insert on auth.user_invitations for each row when (new.email = '"
                        + emails.get(1) + "') execute function auth." + poison + "()");
        try {
            String location = interrupted(company, uploader, emails, 0);
            JsonObject counts = done(admin, location).getJsonObject("counts");

            assertEquals(2, counts.getInt("invited"));
            assertEquals(1, counts.getInt("failed"));
            assertEquals(
                    List.of("invited", "failed", "invited"),
                    codes(admin.get(location + "/rows").json(), "items"));
        } finally {
            World.update("drop function auth." + poison + "() cascade");
        }
    }

    /** Jobs run beside each other. */
    @Test
    void anUploadThatWaitsHoldsUpNoMail() throws Exception {
        String email = World.newEmail();
        String location;
        try (Connection busy = PartsForTests.database().connectAs(LocalDatabase.OWNER)) {
            busy.setAutoCommit(false);
            int backend = lockInvitations(busy);
            location = upload(file(MANY)).header("Location");
            Await.untilTrue("the upload to wait", () -> World.query(
                            "select count(*) from pg_stat_activity where ? = any (pg_blocking_pids(pid))", backend)
                    .equals("1"));

            World.invite(World.superAdmin().api(), World.company(), email);
            World.tokenMailedTo(email);
            busy.commit();
        }

        assertEquals(MANY, done(admin, location).getJsonObject("counts").getInt("invited"));
        Await.untilTrue("the run during which the mail left", () -> World.query(
                        """
                        select count(*) from platform.job_runs r, notification.outbox o
                        join auth.user_invitations i on i.id = o.subject_id
                        where r.job = 'invitation-bulk' and i.email = ?
                          and o.finished_at between r.started_at and r.finished_at
                        """,
                        email)
                .equals("1"));
    }

    private int lockInvitations(Connection by) throws SQLException {
        try (PreparedStatement lock =
                by.prepareStatement("select pg_backend_pid(), pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "warp.invitations." + company.id());
            try (ResultSet row = lock.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Test
    void theSameKeyAndFileAreOneBatch() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        JsonObject file = people(World.newEmail());

        Answer first = admin.postWith(path(), key, Optional.of(file));
        Answer again = admin.postWith(path(), key, Optional.of(file));
        Answer other = admin.postWith(path(), key, Optional.of(people(World.newEmail())));

        assertEquals(200, first.status(), first.body());
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(first.json().getString("id"), again.json().getString("id"));
        assertEquals(codes(first.json(), "rows"), codes(again.json(), "rows"));
        assertEquals("idempotency_key_reused", other.code());
        assertEquals("1", count("auth.invitation_batches"));
        assertEquals("1", count("auth.user_invitations"));

        World.update("update accounts.customers set status = 'CLOSED' where id = ?", company.id());
        Answer afterwards = admin.postWith(path(), key, Optional.of(file));
        assertEquals(200, afterwards.status(), "what is closed since does not change what was done");
        assertEquals(
                404,
                admin.postWith(
                                "/v1/admin/customers/" + World.company().id() + "/invitations/bulk",
                                Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                                Optional.of(file))
                        .status());
    }

    private static JsonObject people(String... emails) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        Stream.of(emails).forEach(email -> rows.add(World.invitation(email, "viewer", "USER")));
        return Json.createObjectBuilder().add("invitations", rows).build();
    }

    @Test
    void noMoreAreInvitedThanTheCustomerMayHavePending() {
        World.invite(admin, company, World.newEmail());
        Answer limited = admin.putWith(
                "/v1/admin/customers/" + company.id() + "/invitation-settings",
                Map.of("If-Match", "*"),
                Json.createObjectBuilder()
                        .add("default_days", 7)
                        .add("longest_days", 30)
                        .add("pending_limit", 3)
                        .add("mail_language", "en")
                        .build());
        assertEquals(200, limited.status(), limited.body());
        String file = file(4);
        List<String> expected = List.of("invited", "invited", "quota", "quota");

        assertEquals(
                expected,
                codes(admin.postAs(path() + "?dryRun=true", "text/csv", file).json(), "rows"));
        assertEquals(expected, codes(upload(file).json(), "rows"));
        assertEquals("3", count("auth.user_invitations"));
    }

    @Test
    void noAddressIsInvitedAgainAndAgainByFiles() {
        String email = World.newEmail();
        for (int i = 0; i < 5; i++) {
            admin.delete("/v1/admin/invitations/"
                    + World.invite(admin, company, email).getString("id"));
        }
        String file = HEADER + row(email) + row(World.newEmail());
        List<String> expected = List.of("quota", "invited");

        assertEquals(
                expected,
                codes(admin.postAs(path() + "?dryRun=true", "text/csv", file).json(), "rows"));
        assertEquals(expected, codes(upload(file).json(), "rows"));
    }

    @Test
    void theErrorFileCanBeCorrectedAndUploadedAgain() {
        String email = World.newEmail();
        JsonObject batch = upload(HEADER + row(World.newEmail()) + email + ",viewer,BOSS,=cmd(),\n")
                .json();

        Answer errors = admin.get(BATCHES + batch.getString("id") + "/errors.csv");
        Answer corrected = upload(errors.body().replace("BOSS", "USER"));

        assertEquals(200, errors.status());
        assertTrue(errors.header("Content-Type").startsWith("text/csv"));
        assertEquals(
                "row,code,field,email,user_type,role,message,expires_in_days\r\n2,invalid_row,role," + email
                        + ",viewer,BOSS,'=cmd(),\r\n",
                errors.body());
        assertEquals(List.of("invited"), codes(corrected.json(), "rows"));
        assertEquals(
                "=cmd()",
                World.query(
                        "select message from auth.user_invitations where customer_id = ? and email = ?",
                        company.id(),
                        email));
    }

    @Test
    void whatIsNoFileOfPeopleIsRefusedAsAWhole() {
        assertEquals("no_rows", upload(HEADER).code());
        assertEquals("no_rows", upload("").code());
        assertEquals("malformed_csv", upload(HEADER + "a@b.example,viewer\n").code());
        assertEquals(
                "malformed_csv",
                upload(HEADER + "\"a@b.example\"x,viewer,USER,,\n").code());
        assertEquals("missing_column", upload("email,role\na@b.example,USER\n").code());
        assertEquals(
                "unknown_column",
                upload("email,user_type,role,customer_id\na@b.example,viewer,USER,x\n")
                        .code());
        assertEquals("0", count("auth.invitation_batches"));
    }

    @Test
    void tooManyRowsAndTooManyBytesAreRefused() {
        Answer rows = upload(HEADER + row("a@b.example").repeat(10_001));
        String bytes = RawRequest.answer("POST " + path() + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/csv\r\n"
                + "Content-Length: 4194305\r\n\r\ne");
        Answer more = upload(HEADER + "a@b.example,viewer,USER," + "x".repeat(2_000_000) + ",\n");

        assertEquals(422, rows.status());
        assertEquals("too_many_rows", rows.code());
        assertTrue(bytes.startsWith("HTTP/1.1 413"), bytes);
        assertEquals(List.of("message_too_long"), codes(more.json(), "rows"));
    }

    @Test
    void whatIsHostileInACellStaysText() {
        String file = HEADER
                + "\"<script>@x.example\",viewer,USER,,\n"
                + "\"a@b.example\nBcc: eve@evil.example\",viewer,USER,,\n"
                + "'; drop table auth.users; --,viewer,USER,,\n"
                + "\"=HYPERLINK(\"\"x\"\")\",viewer,USER,,\n"
                + World.newEmail() + ",\"viewer' or '1'='1\",USER,,\n"
                + World.newEmail() + ",viewer,USER,\"See https://evil.example \u202eSTFU\",\n";

        Answer answer = upload(file);

        assertEquals(
                List.of(
                        "invalid_email",
                        "invalid_email",
                        "invalid_email",
                        "invalid_email",
                        "unknown_user_type",
                        "invited"),
                codes(answer.json(), "rows"));
        String message = World.query("select message from auth.user_invitations where customer_id = ?", company.id());
        assertTrue(message.matches("See +STFU"), message);
    }

    @Test
    void nobodyUploadsWhoMayNotInvite() {
        Api viewer = World.member(company, "viewer", "USER").api();
        Api stranger = World.member(World.company(), "customer_admin", "OWNER").api();
        String file = file(1);

        Answer foreign = stranger.postAs(path(), "text/csv", file);
        Answer unknown =
                stranger.postAs("/v1/admin/customers/" + UUID.randomUUID() + "/invitations/bulk", "text/csv", file);

        assertEquals(401, Api.anonymous().postAs(path(), "text/csv", file).status());
        assertEquals(403, viewer.postAs(path(), "text/csv", file).status());
        assertEquals(404, foreign.status());
        assertEquals(unknown.bodyWithoutRequestId(), foreign.bodyWithoutRequestId());
        World.update("update accounts.customers set status = 'CLOSED' where id = ?", company.id());
        assertEquals("customer_closed", upload(file).code());
        assertEquals("0", count("auth.invitation_batches"));
    }

    @Test
    void aBatchIsSeenByThoseWhoMayInviteThere() {
        String batch = BATCHES + upload(file(1)).json().getString("id");
        String nothing = BATCHES + UUID.randomUUID();
        Api stranger = World.member(World.company(), "customer_admin", "OWNER").api();
        Api viewer = World.member(company, "viewer", "USER").api();

        for (String part : List.of("", "/rows", "/errors.csv")) {
            Answer foreign = stranger.get(batch + part);
            assertEquals(200, admin.get(batch + part).status());
            assertEquals(401, Api.anonymous().get(batch + part).status());
            assertEquals(403, viewer.get(batch + part).status());
            assertEquals(404, foreign.status());
            assertEquals(stranger.get(nothing + part).bodyWithoutRequestId(), foreign.bodyWithoutRequestId());
        }
        assertEquals(403, viewer.delete(batch).status());
        assertEquals(404, stranger.delete(batch).status());
        assertEquals(204, admin.delete(batch).status());
        assertEquals("DONE", admin.get(batch).json().getString("status"));
    }
}
