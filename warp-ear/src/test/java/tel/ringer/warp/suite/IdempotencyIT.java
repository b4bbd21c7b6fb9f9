package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class IdempotencyIT {
    private final Company company = World.company();
    private final Person person = World.member(company, "customer_admin", "OWNER");
    private final Api owner = person.api();
    private final String key = UUID.randomUUID().toString();
    private final String email = World.newEmail();

    private Answer invite(Api api, Company where, String address) {
        return api.postWith(
                "/v1/admin/customers/" + where.id() + "/invitations",
                Map.of("Idempotency-Key", key),
                Optional.of(World.invitation(address, "viewer", "USER").build()));
    }

    private Answer resend(String invitation) {
        return owner.postWith(
                "/v1/admin/invitations/" + invitation + "/resend", Map.of("Idempotency-Key", key), Optional.empty());
    }

    private static String id(Answer answer) {
        assertEquals(201, answer.status(), answer.body());
        return answer.json().getString("id");
    }

    private void assertOneInvitationWithMails(String mails) {
        assertEquals(
                "1", World.query("select count(*) from auth.user_invitations where customer_id = ?", company.id()));
        assertEquals(
                mails, World.query("select count(*) from notification.outbox where customer_id = ?", company.id()));
    }

    @Test
    void theSameRequestAgainHasOneEffectAndTheSameAnswer() {
        Answer first = invite(owner, company, email);
        Answer again = owner.postWith(
                "/v1/admin/customers/" + company.id() + "/invitations",
                Map.of("Idempotency-Key", key),
                Optional.of(Json.createObjectBuilder()
                        .add("role", "USER")
                        .add("user_type", "viewer")
                        .add("email", email)
                        .build()));

        assertEquals(id(first), id(again));
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals("", first.header("Idempotency-Replayed"));
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertOneInvitationWithMails("1");
    }

    @Test
    void theSameKeyWithAnotherRequestIsRefused() {
        id(invite(owner, company, email));

        Answer other = invite(owner, company, World.newEmail());

        assertEquals(422, other.status());
        assertEquals("application/problem+json", other.header("Content-Type"));
        JsonObject problem = other.json();
        assertEquals(Set.of("type", "title", "status", "code", "detail", "request_id"), problem.keySet());
        assertEquals("idempotency_key_reused", problem.getString("code"));
        assertEquals(422, problem.getInt("status"));
        assertEquals(
                "This Idempotency-Key came with another request before. Take a new one.", problem.getString("detail"));
        assertOneInvitationWithMails("1");
    }

    /** Staff reach every customer: that this one is none is found out before there is a key of it. */
    @Test
    void aKeyAtACustomerThatIsNoneIsNotFound() {
        Api staff = World.superAdmin().api();
        Company nowhere = new Company(UUID.randomUUID(), "NONE", "None");

        Answer refused = invite(staff, nowhere, email);

        assertEquals(404, refused.status(), refused.body());
        assertEquals("not_found", refused.code());
    }

    @Test
    void ofTheSameRequestManyTimesAtOnceOneHasTheEffect() throws Exception {
        List<Answer> answers = AtOnce.call(IntStream.range(0, 12)
                .<Callable<Answer>>mapToObj(i -> () -> invite(owner, company, email))
                .toList());

        assertEquals(1, answers.stream().map(IdempotencyIT::id).distinct().count());
        assertEquals(
                11,
                answers.stream()
                        .filter(answer -> answer.header("Idempotency-Replayed").equals("true"))
                        .count());
        assertOneInvitationWithMails("1");
    }

    @Test
    void ofTwoRequestsUnderOneKeyAtOnceOneIsRefused() throws Exception {
        List<Answer> answers = AtOnce.call(
                List.of(() -> invite(owner, company, email), () -> invite(owner, company, World.newEmail())));

        assertEquals(
                List.of(201, 422), answers.stream().map(Answer::status).sorted().toList());
        assertOneInvitationWithMails("1");
    }

    @Test
    void theSameKeyOfSomebodyElseIsAnotherKey() {
        Api colleague = World.member(company, "customer_admin", "OWNER").api();

        String first = id(invite(owner, company, email));
        Answer theirs = invite(colleague, company, World.newEmail());

        assertNotEquals(first, id(theirs));
        assertEquals("", theirs.header("Idempotency-Replayed"));
    }

    @Test
    void theSameKeyAtAnotherCustomerIsAnotherKey() {
        Company other = World.company();
        World.grant(person, other, "customer_admin", "OWNER");

        String first = id(invite(owner, company, email));
        Answer there = invite(owner, other, email);

        assertNotEquals(first, id(there));
        assertEquals("", there.header("Idempotency-Replayed"));
    }

    @Test
    void afterADayTheKeyIsFree() {
        String first = id(invite(owner, company, email));
        World.update(
                "update auth.idempotency_keys set used_at = now() - interval '24 hours' where customer_id = ?",
                company.id());

        Answer next = invite(owner, company, World.newEmail());

        assertNotEquals(first, id(next));
        assertEquals(id(next), id(invite(owner, company, next.json().getString("email"))));
    }

    @Test
    void whatIsRefusedLeavesNoKey() {
        String pending = World.invite(owner, company, email).getString("id");
        assertEquals("already_pending", invite(owner, company, email).code());
        owner.delete("/v1/admin/invitations/" + pending);

        Answer retried = invite(owner, company, email);

        assertNotEquals(pending, id(retried));
        assertEquals("", retried.header("Idempotency-Replayed"));
    }

    @Test
    void theAnswerAgainShowsTheInvitationAsItIsByThen() {
        String id = id(invite(owner, company, email));
        owner.delete("/v1/admin/invitations/" + id);

        assertEquals("REVOKED", invite(owner, company, email).json().getString("status"));
    }

    @Test
    void theKeyTellsNothingToWhoHasBeenRemoved() {
        World.grant(person, World.company(), "customer_admin", "OWNER");
        id(invite(owner, company, email));
        World.update("delete from auth.user_customer_access where customer_id = ?", company.id());

        Answer withKey = invite(owner, company, email);
        Answer without = owner.post(
                "/v1/admin/customers/" + company.id() + "/invitations",
                World.invitation(email, "viewer", "USER").build());

        assertEquals(404, withKey.status());
        assertEquals(without.bodyWithoutRequestId(), withKey.bodyWithoutRequestId());
    }

    @Test
    void aResendUnderAKeySendsOneMore() {
        String id = World.invite(owner, company, email).getString("id");

        Answer first = resend(id);
        Answer again = resend(id);

        assertEquals(202, first.status());
        assertEquals(202, again.status());
        assertEquals("", first.header("Idempotency-Replayed"));
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertOneInvitationWithMails("2");
    }

    @Test
    void aKeyIsOfOneOperation() {
        String id = id(invite(owner, company, email));

        assertEquals("idempotency_key_reused", resend(id).code());
    }

    @Test
    void aKeyThatIsNoneIsRefused() {
        for (String wrong : List.of("", "two words", "x".repeat(256))) {
            Answer answer = owner.postWith(
                    "/v1/admin/customers/" + company.id() + "/invitations",
                    Map.of("Idempotency-Key", wrong),
                    Optional.of(World.invitation(email, "viewer", "USER").build()));

            assertEquals(400, answer.status(), wrong);
            assertEquals("invalid_idempotency_key", answer.code());
        }
    }

    @Test
    void onlyHashesAreKept() {
        id(invite(owner, company, email));

        assertEquals(
                "0",
                World.query(
                        "select count(*) from auth.idempotency_keys k where k::text like '%' || ? || '%' or k::text like '%' || ? || '%'",
                        key, email));
    }
}
