package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RacesIT {
    private final Company company = World.company();
    private final Api owner = World.member(company, "customer_admin", "OWNER").api();
    private final String email = World.newEmail();
    private final Api nobody = Api.anonymous();

    @Test
    void ofAHundredConcurrentAcceptsOneWins() throws Exception {
        World.invite(owner, company, email);
        String token = World.tokenMailedTo(email);
        String identity = World.idToken(email);

        List<Answer> answers = AtOnce.call(IntStream.range(0, 100)
                .<Callable<Answer>>mapToObj(i -> () -> nobody.accept(token, identity))
                .toList());

        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 200).count());
        assertEquals(
                99, answers.stream().filter(answer -> answer.status() == 409).count());
        assertEquals(
                "1",
                World.query(
                        "select count(*) from auth.user_customer_access g join auth.users u on u.id = g.user_id where u.email_normalised = ?",
                        email));
        assertEquals(
                "1",
                World.query(
                        "select count(*) from audit.events where action = 'invitation.accepted' and customer_id = ?",
                        company.id()));
        assertEquals(
                "1",
                World.query(
                        "select count(*) from notification.outbox where kind = 'WELCOME' and customer_id = ?",
                        company.id()));
    }

    @RepeatedTest(10)
    void ofAcceptAndRevokeOneWins() throws Exception {
        String id = World.invite(owner, company, email).getString("id");
        String token = World.tokenMailedTo(email);
        String identity = World.idToken(email);

        List<Answer> answers = AtOnce.call(
                List.of(() -> nobody.accept(token, identity), () -> owner.delete("/v1/admin/invitations/" + id)));

        boolean accepted = answers.get(0).status() == 200;
        boolean revoked = answers.get(1).status() == 204;
        assertTrue(accepted ^ revoked, answers.toString());
        assertEquals(
                accepted ? 409 : 410,
                accepted ? answers.get(1).status() : answers.get(0).status());
        assertEquals(
                accepted ? "1" : "0",
                World.query(
                        "select count(*) from auth.user_customer_access g join auth.users u on u.id = g.user_id where u.email_normalised = ?",
                        email));
    }

    @RepeatedTest(5)
    void ofTwoConcurrentInvitationsOfAnAddressOneWins() throws Exception {
        List<Answer> answers = AtOnce.call(IntStream.range(0, 4)
                .<Callable<Answer>>mapToObj(i -> () -> owner.post(
                        "/v1/admin/customers/" + company.id() + "/invitations",
                        World.invitation(email, "viewer", "USER").build()))
                .toList());

        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 201).count(), answers.toString());
        assertEquals(
                3, answers.stream().filter(answer -> answer.status() == 409).count(), answers.toString());
    }

    @Test
    void aPersonWithTwoInvitationsCanAcceptBothAtOnce() throws Exception {
        World.invite(owner, company, email);
        String first = World.tokenMailedTo(email);
        Company other = World.company();
        World.invite(World.superAdmin().api(), other, email);
        String second = World.tokenMailedTo(email, 2);
        String identity = World.idToken(email);

        List<Answer> answers =
                AtOnce.call(List.of(() -> nobody.accept(first, identity), () -> nobody.accept(second, identity)));

        for (int i = 0; i < 2; i++) {
            if (answers.get(i).status() != 200) {
                assertEquals("concurrent_change", answers.get(i).code());
                assertEquals(
                        200, nobody.accept(i == 0 ? first : second, identity).status());
            }
        }
        assertEquals("1", World.query("select count(*) from auth.users where email_normalised = ?", email));
    }
}
