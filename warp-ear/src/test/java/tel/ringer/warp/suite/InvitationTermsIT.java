package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.Web;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** How many invitations a company may have pending, and how fast they may leave. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class InvitationTermsIT {
    /** As {@code PartsForTests} sets them; addresses are exempt unless a test names one. */
    private static final int TO_ADDRESS = 5;

    private static final int BY_INVITER = 15;
    private static final int OF_CUSTOMER = 25;
    private static final int FROM_SOURCE = 20;
    private static final int MOST = 60;

    private final Company company = World.company();
    private final Person person = World.member(company, "customer_admin", "OWNER");
    private final Api owner = person.api();
    private final String path = path(company);

    private static String path(Company company) {
        return "/v1/admin/customers/" + company.id() + "/invitations";
    }

    private static JsonObject invitationTo(String email) {
        return World.invitation(email, "viewer", "USER").build();
    }

    private static JsonObject invitation() {
        return invitationTo(World.newEmail());
    }

    private void limitPendingTo(int limit) {
        JsonObject settings = Json.createObjectBuilder()
                .add("default_days", 7)
                .add("longest_days", 30)
                .add("pending_limit", limit)
                .add("mail_language", "en")
                .build();
        assertEquals(
                200,
                owner.putWith(
                                "/v1/admin/customers/" + company.id() + "/invitation-settings",
                                Map.of("If-Match", "*"),
                                settings)
                        .status());
    }

    private Web from(String address, Person caller) {
        return Web.anonymous()
                .from(address)
                .with("Authorization", "Bearer " + caller.signIn().getString("access_token"));
    }

    @Test
    void asManyArePendingAsMayBeWhoeverIsFaster() throws Exception {
        limitPendingTo(5);
        Callable<Answer> create = () -> owner.post(path, invitation());

        List<Answer> answers = AtOnce.call(Collections.nCopies(16, create));

        assertEquals(
                5, answers.stream().filter(answer -> answer.status() == 201).count());
        List<Answer> refused =
                answers.stream().filter(answer -> answer.status() != 201).toList();
        refused.forEach(answer -> assertEquals("pending_limit_reached", answer.code(), answer.body()));
        assertEquals(
                "5",
                World.query(
                        "select count(*) from auth.user_invitations where customer_id = ? and status = 'PENDING'",
                        company.id()));
    }

    @Test
    void theRefusalTellsTheBudgetAndWhatEndsMakesRoom() {
        limitPendingTo(1);
        JsonObject first = owner.post(path, invitation()).json();

        Answer refused = owner.post(path, invitation());

        assertEquals(409, refused.status());
        assertEquals(1, refused.json().getInt("pending"));
        assertEquals(1, refused.json().getInt("pending_limit"));
        assertEquals(0, refused.json().getInt("remaining"));
        assertEquals(
                202,
                owner.post("/v1/admin/invitations/" + first.getString("id") + "/resend")
                        .status());
        owner.delete("/v1/admin/invitations/" + first.getString("id"));
        JsonObject second = owner.post(path, invitation()).json();
        World.update("update auth.user_invitations set expires_at = now() where id = ?::uuid", second.getString("id"));
        assertEquals(201, owner.post(path, invitation()).status());
    }

    @Test
    void anotherCompanysBudgetIsItsOwn() {
        limitPendingTo(1);
        owner.post(path, invitation());

        assertEquals(
                201,
                World.superAdmin()
                        .api()
                        .post(path(World.company()), invitation())
                        .status());
    }

    /** How often it was answered before it was too often. */
    private static int untilTooMany(Supplier<Answer> attempt) {
        return (int) Stream.generate(attempt)
                .limit(MOST)
                .takeWhile(answer -> answer.status() != 429)
                .count();
    }

    /** A little refills while a test runs. */
    private static void assertAbout(int limit, int taken) {
        assertTrue(taken >= limit && taken <= limit + 1, "taken: " + taken);
    }

    @Test
    void oneAddressIsNotInvitedWithoutEnd() {
        String email = World.newEmail();
        Web web = from(Web.newAddress(), person);
        String id = web.post(path, invitationTo(email).toString()).json().getString("id");

        int sentAgain = untilTooMany(() -> web.post("/v1/admin/invitations/" + id + "/resend", ""));
        Answer refused = web.post(path, invitationTo(email).toString());

        assertAbout(TO_ADDRESS, 1 + sentAgain);
        assertEquals(429, refused.status());
        assertEquals("too_many_requests", refused.code());
        int seconds = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(seconds >= 1 && seconds <= 3600 / TO_ADDRESS + 1, "seconds: " + seconds);
        assertEquals(201, web.post(path, invitation().toString()).status(), "another address");
    }

    @Test
    void whatOneCompanySendsToAnAddressDoesNotShowAtAnother() {
        String email = World.newEmail();
        Company other = World.company();
        Web web = from(Web.newAddress(), person);
        untilTooMany(() -> web.post(path, invitationTo(email).toString()));

        Person ofOther = World.member(other, "customer_admin", "OWNER");
        assertEquals(
                201,
                from(Web.newAddress(), ofOther)
                        .post(path(other), invitationTo(email).toString())
                        .status());
    }

    @Test
    void oneInviterIsNotFasterAtAnotherPlace() {
        String token = person.signIn().getString("access_token");

        int taken = untilTooMany(() -> Web.anonymous()
                .from(Web.newAddress())
                .with("Authorization", "Bearer " + token)
                .post(path, invitation().toString()));

        assertAbout(BY_INVITER, taken);
    }

    @Test
    void oneCompanyIsNotFasterThroughMorePeople() {
        Web first = from(Web.newAddress(), person);
        Web second = from(Web.newAddress(), World.member(company, "customer_admin", "ADMIN"));

        for (int i = 0; i < BY_INVITER - 1; i++) {
            assertEquals(201, first.post(path, invitation().toString()).status());
        }
        int taken = untilTooMany(() -> second.post(path, invitation().toString()));

        assertAbout(OF_CUSTOMER, BY_INVITER - 1 + taken);
    }

    @Test
    void oneSourceIsNotFasterThroughMoreAccounts() {
        String address = Web.newAddress();
        Web first = from(address, person);
        Web second = from(address, World.member(World.company(), "customer_admin", "OWNER"));

        for (int i = 0; i < BY_INVITER - 1; i++) {
            assertEquals(201, first.post(path, invitation().toString()).status());
        }
        int taken = untilTooMany(() -> second.post(path, invitation().toString()));

        assertAbout(FROM_SOURCE, BY_INVITER - 1 + taken);
    }

    @Test
    void nobodyUsesUpWhatIsAnotherCompanys() {
        Company foreign = World.company();
        Web stranger = from(Web.newAddress(), person);
        for (int i = 0; i < BY_INVITER; i++) {
            assertEquals(
                    404, stranger.post(path(foreign), invitation().toString()).status());
        }
        Web strangerToo = from(Web.newAddress(), World.member(company, "customer_admin", "OWNER"));
        for (int i = 0; i < BY_INVITER; i++) {
            assertEquals(
                    404,
                    strangerToo.post(path(foreign), invitation().toString()).status());
        }

        Person ofForeign = World.member(foreign, "customer_admin", "OWNER");
        assertEquals(
                201,
                from(Web.newAddress(), ofForeign)
                        .post(path(foreign), invitation().toString())
                        .status());
    }

    @Test
    void anUnknownInvitationIsSentAgainByNobodyHoweverOften() {
        Web web = from(Web.newAddress(), person);

        assertEquals(
                404,
                web.post("/v1/admin/invitations/" + UUID.randomUUID() + "/resend", "")
                        .status());
    }
}
