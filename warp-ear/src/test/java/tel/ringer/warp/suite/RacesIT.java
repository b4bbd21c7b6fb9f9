package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;
import tel.ringer.warp.runner.LocalDatabase;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RacesIT {
    private final Company company = World.company();
    private final Api owner = World.member(company, "customer_admin", "OWNER").api();
    private final Api nobody = Api.anonymous();

    /** An invitation with its link. */
    private record Invited(String id, String email, String token, String identity) {}

    private Invited invited() {
        String email = World.newEmail();
        String id = World.invite(owner, company, email).getString("id");
        return new Invited(id, email, World.tokenMailedTo(email), World.idToken(email));
    }

    private Callable<Answer> accept(Invited invited) {
        return () -> nobody.accept(invited.token(), invited.identity());
    }

    private Callable<Answer> invite(String email) {
        return () -> owner.post(
                "/v1/admin/customers/" + company.id() + "/invitations",
                World.invitation(email, "viewer", "USER").build());
    }

    private static <T> List<T> times(int many, T one) {
        return IntStream.range(0, many).mapToObj(i -> one).toList();
    }

    /** What came of it: grants, events of acceptance, welcome mails. */
    private void assertIn(Invited invited, int times) {
        assertEquals(
                times + " " + times + " " + times,
                World.query(
                        """
                        select concat_ws(' ',
                          (select count(*) from auth.user_customer_access g join auth.users u on u.id = g.user_id
                           where u.email_normalised = ? and g.customer_id = i.customer_id),
                          (select count(*) from audit.events e
                           where e.subject_id = i.id and e.action = 'invitation.accepted'),
                          (select count(*) from notification.outbox o where o.subject_id = i.id and o.kind = 'WELCOME'))
                        from auth.user_invitations i where i.id = cast(? as uuid)
                        """,
                        invited.email(),
                        invited.id()));
    }

    @Test
    void ofAHundredConcurrentAcceptsOneWins() throws Exception {
        Race race = new Race("a hundred accepts", "invitation_already_accepted");
        race.repeat(() -> {
            Invited invited = invited();
            race.run(times(100, accept(invited)));
            assertIn(invited, 1);
        });
    }

    @Test
    void ofAcceptAndRevokeOneWins() throws Exception {
        Race race = new Race("accept and revoke", "invitation_revoked", "invitation_not_pending");
        race.repeat(() -> {
            Invited invited = invited();
            int winner =
                    race.run(List.of(accept(invited), () -> owner.delete("/v1/admin/invitations/" + invited.id())));
            assertIn(invited, winner == 0 ? 1 : 0);
        });
    }

    @Test
    void ofAcceptAndExpiryOneWins() throws Exception {
        Race race = new Race("accept and expiry", "invitation_expired");
        race.repeat(() -> {
            Invited invited = invited();
            int winner = race.run(List.of(accept(invited)), () -> expire(invited));
            assertIn(invited, winner == 0 ? 1 : 0);
        });
    }

    /** As the timer does it, which skips a row that is just being changed. */
    private static boolean expire(Invited invited) {
        return World.update(
                        """
                        update auth.user_invitations
                        set status = 'EXPIRED', expires_at = clock_timestamp(), closed_at = clock_timestamp()
                        where id = (select id from auth.user_invitations where id = cast(? as uuid) and status = 'PENDING'
                                    for no key update skip locked)
                        """,
                        invited.id())
                == 1;
    }

    @Test
    void ofResendAndAcceptOneWins() throws Exception {
        Race race = new Race("resend and accept", "invitation_superseded", "invitation_not_pending");
        race.repeat(() -> {
            Invited invited = invited();
            int winner = race.run(
                    List.of(accept(invited), () -> owner.post("/v1/admin/invitations/" + invited.id() + "/resend")));
            assertIn(invited, winner == 0 ? 1 : 0);
        });
    }

    @Test
    void ofConcurrentInvitationsOfAnAddressOneWins() throws Exception {
        Race race = new Race("ten invitations of one address", "already_pending");
        race.repeat(() -> {
            String email = World.newEmail();
            race.run(times(10, invite(email)));
            assertEquals(
                    "1", World.query("select count(*) from auth.user_invitations where email_normalised = ?", email));
        });
    }

    @Test
    void whoIsJustAcceptingIsNotInvitedAgain() throws Exception {
        Race race = new Race("accept and a second invitation", "already_pending", "already_member");
        race.repeat(() -> {
            Invited invited = invited();
            assertEquals(0, race.run(List.of(accept(invited), invite(invited.email()))));
            assertIn(invited, 1);
            assertEquals(
                    "1",
                    World.query(
                            "select count(*) from auth.user_invitations where email_normalised = ?", invited.email()));
        });
    }

    /** The second invitation waits for the row of the first, and looks for members only then. */
    @Test
    void aSecondInvitationThatWaitedForAnAcceptanceFindsTheMember() throws Exception {
        Person person = World.person();
        String id = World.invite(owner, company, person.email()).getString("id");
        CompletableFuture<Answer> second;
        try (Connection acceptance = PartsForTests.database().connectAs(LocalDatabase.OWNER)) {
            acceptance.setAutoCommit(false);
            execute(
                    acceptance,
                    "update auth.user_invitations set status = 'ACCEPTED', closed_at = now() where id = ?",
                    UUID.fromString(id));
            execute(
                    acceptance,
                    "insert into auth.user_customer_access (customer_id, user_id, role, granted_at) values (?, ?, 'USER', now())",
                    company.id(),
                    person.id());
            int backend = backend(acceptance);
            second = CompletableFuture.supplyAsync(() -> call(invite(person.email())));
            Await.untilTrue("the second invitation to wait", () -> waiting(backend) == 1);
            acceptance.commit();
        }

        assertEquals(409, second.get().status(), second.get().body());
        assertEquals("already_member", second.get().code());
    }

    /** As while its mail is just being sent: nobody else has changed anything. */
    @Test
    void aResendThatWaitedForTheDispatchIsDone() throws Exception {
        String id = World.invite(owner, company, World.newEmail()).getString("id");
        CompletableFuture<Answer> resend;
        try (Connection dispatch = PartsForTests.database().connectAs(LocalDatabase.OWNER)) {
            dispatch.setAutoCommit(false);
            execute(
                    dispatch,
                    "update auth.user_invitations set version = version + 1 where id = ?",
                    UUID.fromString(id));
            int backend = backend(dispatch);
            resend = CompletableFuture.supplyAsync(() -> owner.postWith(
                    "/v1/admin/invitations/" + id + "/resend",
                    Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                    Optional.empty()));
            Await.untilTrue("the resend to wait", () -> waiting(backend) == 1);
            dispatch.commit();
        }

        assertEquals(202, resend.get().status(), resend.get().body());
    }

    private static int waiting(int backend) {
        return Integer.parseInt(
                World.query("select count(*) from pg_stat_activity where ? = any (pg_blocking_pids(pid))", backend));
    }

    private static int backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static Answer call(Callable<Answer> request) {
        try {
            return request.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPersonWithTwoInvitationsCanAcceptBothAtOnce() throws Exception {
        Invited first = invited();
        Company other = World.company();
        World.invite(World.superAdmin().api(), other, first.email());
        Invited second = new Invited("", first.email(), World.tokenMailedTo(first.email(), 2), first.identity());

        List<Answer> answers = AtOnce.call(List.of(accept(first), accept(second)));

        for (int i = 0; i < 2; i++) {
            if (answers.get(i).status() != 200) {
                assertEquals("concurrent_change", answers.get(i).code());
                assertEquals(200, accept(i == 0 ? first : second).call().status());
            }
        }
        assertEquals("1", World.query("select count(*) from auth.users where email_normalised = ?", first.email()));
    }
}
