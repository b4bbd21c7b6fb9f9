package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.runner.MailSink;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MailOutageIT {
    @Test
    void anOutageOfTheRelayBlocksNobodyAndLosesNoMail() {
        Company company = World.company();
        Api owner = World.member(company, "customer_admin", "OWNER").api();
        MailSink sink = PartsForTests.mailSink();
        int port = sink.port();
        List<String> invited = new ArrayList<>();
        sink.stop();
        try {
            for (int i = 0; i < 10; i++) {
                String email = World.newEmail();
                World.invite(owner, company, email);
                invited.add(email);
            }
            Await.untilTrue("a failed attempt at each mail", () -> World.query(
                            "select count(*) from notification.outbox where customer_id = ? and last_error is not null",
                            company.id())
                    .equals("10"));
        } finally {
            sink.start(port);
        }

        for (String email : invited) {
            assertEquals(
                    200,
                    Api.anonymous()
                            .get("/invitations/" + World.tokenMailedTo(email))
                            .status());
        }
        Await.untilTrue("each mail marked as sent", () -> World.query(
                        "select count(*) from notification.outbox where customer_id = ? and status = 'SENT'",
                        company.id())
                .equals("10"));
    }

    @Test
    void aDatabaseThatRefusesForAWhileDoesNotEndTheDelivery() {
        Company company = World.company();
        String email = World.newEmail();
        Api owner = World.member(company, "customer_admin", "OWNER").api();
        World.update("revoke update on notification.outbox from warp_app");
        try {
            World.invite(owner, company, email);
            long before = failedRuns();
            Await.untilTrue("five more failed runs of the timer", () -> failedRuns() >= before + 5);
        } finally {
            World.update("grant update on notification.outbox to warp_app");
        }

        assertEquals(
                200,
                Api.anonymous()
                        .get("/invitations/" + World.tokenMailedTo(email))
                        .status());
    }

    /** As the log tells, in one line of Hibernate for each refusal. */
    private static long failedRuns() {
        try (Stream<Path> logs = Files.list(Path.of(System.getProperty("warp.test.folder")))) {
            return logs.filter(file -> file.getFileName().toString().startsWith("server.log"))
                    .flatMap(MailOutageIT::lines)
                    .filter(line -> line.contains("ERROR: ERROR: permission denied for table outbox"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aMailThatTheNodeDiedOverIsSentAgainAndBothLinksWork() {
        Company company = World.company();
        String email = World.newEmail();
        World.invite(World.member(company, "customer_admin", "OWNER").api(), company, email);
        String first = World.tokenMailedTo(email);
        Await.untilTrue(
                "sent", () -> World.query("select status from notification.outbox where customer_id = ?", company.id())
                        .equals("SENT"));

        // As the row stands if the node dies between sending and saying so: claimed, and the lease runs out.
        World.update(
                "update notification.outbox set status = 'QUEUED', finished_at = null, next_attempt_at = now() where customer_id = ?",
                company.id());

        String second = World.tokenMailedTo(email, 2);
        assertEquals(200, Api.anonymous().get("/invitations/" + first).status());
        assertEquals(200, Api.anonymous().get("/invitations/" + second).status());
    }

    @Test
    void aMailThatNobodyWantsAnyMoreIsNotSent() {
        Company company = World.company();
        String id = World.invite(
                        World.member(company, "customer_admin", "OWNER").api(), company, World.newEmail())
                .getString("id");
        World.update("update auth.user_invitations set status = 'REVOKED', closed_at = now() where id = ?::uuid", id);
        World.update(
                "insert into notification.outbox (id, customer_id, kind, subject_id, status, next_attempt_at, created_at) values (gen_random_uuid(), ?, 'INVITATION', ?::uuid, 'QUEUED', now(), now())",
                company.id(),
                id);

        Await.untilTrue(
                "cancelled",
                () -> World.query(
                                        "select count(*) from notification.outbox where customer_id = ? and status = 'CANCELLED'",
                                        company.id())
                                .compareTo("1")
                        >= 0);
    }
}
