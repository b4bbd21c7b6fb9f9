package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class MetricsIT {
    private final Company company = World.company();
    private final Api owner = World.member(company, "customer_admin", "OWNER").api();
    private final String email = World.newEmail();
    private final Api nobody = Api.anonymous();

    private Answer scrape(String authorization) {
        return nobody.getWith("/metrics", Map.of("Authorization", authorization, "Accept", "text/plain"));
    }

    private static String basic(String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private String metrics() {
        Answer answer = scrape(basic("metrics", PartsForTests.METRICS_PASSWORD));
        assertEquals(200, answer.status(), answer.body());
        return answer.body();
    }

    /** The value of the metric with that label; 0 before it was counted. */
    private double value(String name, String label) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    @Test
    void onlyWhoKnowsThePasswordReadsTheMetrics() {
        for (String authorization : List.of(
                basic("metrics", "x"),
                basic("admin", PartsForTests.METRICS_PASSWORD),
                basic("metrics", PartsForTests.METRICS_PASSWORD + "x"),
                PartsForTests.METRICS_PASSWORD,
                "Bearer " + owner.accessToken().orElseThrow())) {
            assertEquals(404, scrape(authorization).status(), authorization);
        }
        assertTrue(metrics().contains("# TYPE"));
    }

    @Test
    void whatIsCommittedIsCountedAndNothingElse() {
        double created = value("warp_invitations", "transition=\"created\"");
        double sent = value("warp_mails", "outcome=\"sent\"");

        World.invite(owner, company, email);
        Answer second = owner.post(
                "/v1/admin/customers/" + company.id() + "/invitations",
                World.invitation(email, "viewer", "USER").build());

        assertEquals(409, second.status());
        assertEquals(created + 1, value("warp_invitations", "transition=\"created\""));
        Await.untilTrue("the mail to be counted", () -> value("warp_mails", "outcome=\"sent\"") > sent);
        Await.untilTrue("the transition to be counted", () -> value("warp_invitations", "transition=\"sent\"") > 0);
    }

    @Test
    void theOutboxIsWatched() {
        World.update(
                """
                insert into notification.outbox (id, customer_id, kind, subject_id, status, next_attempt_at, created_at)
                values (gen_random_uuid(), ?, 'WELCOME', gen_random_uuid(), 'QUEUED', now() + interval '1 day', now() - interval '1 day')
                """,
                company.id());
        try {
            Await.untilTrue("the age of the oldest mail", () -> value("warp_outbox_oldest_seconds", "") >= 86_400);
            assertTrue(value("warp_outbox_mails", "status=\"queued\"") >= 1);
            String all = metrics();
            assertTrue(all.contains("warp_outbox_mails") && all.contains("status=\"dead\""), all);
            assertFalse(all.contains(company.id().toString()), "no label names a customer");
        } finally {
            World.update("delete from notification.outbox where customer_id = ?", company.id());
        }
    }
}
