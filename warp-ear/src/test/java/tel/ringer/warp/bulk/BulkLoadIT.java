package tel.ringer.warp.bulk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** Ten thousand rows, and the same file again; prints what it took. */
@Tag("bulk")
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BulkLoadIT {
    private static final int ROWS = Integer.getInteger("warp.bulk.rows", 10_000);
    private static final double NANOS = 1e9;

    private final Company company = World.company();
    private final Person uploader = World.member(company, "customer_admin", "OWNER");

    @Test
    void tenThousandRowsAreWorkedOffAndTheSameFileInvitesNobodyTwice() {
        String file = "email,user_type,role,message,expires_in_days\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> World.newEmail() + ",viewer,USER,Welcome to the portal of our company,14\n")
                        .collect(Collectors.joining());
        try (ServerHeap heap = new ServerHeap()) {
            System.out.printf("%nBulk invitation of %,d rows, %,d bytes of CSV%n", ROWS, file.length());
            System.out.printf("live heap before: %d MiB%n", heap.live());
            dryRun(file);
            JsonObject first = upload("first time", file);
            System.out.printf("live heap after the first: %d MiB%n", heap.live());
            JsonObject second = upload("again", file);
            System.out.printf("live heap at the end: %d MiB; peak, with garbage: %d MiB%n", heap.live(), heap.peak());

            assertEquals(ROWS, first.getJsonObject("counts").getInt("invited"));
            assertEquals(ROWS, second.getJsonObject("counts").getInt("already_pending"));
        }
        assertEquals(
                Integer.toString(ROWS),
                World.query(
                        "select count(distinct subject_id) from notification.outbox where customer_id = ?",
                        company.id()));
    }

    private String path() {
        return "/v1/admin/customers/" + company.id() + "/invitations/bulk";
    }

    private void dryRun(String file) {
        long start = System.nanoTime();
        Answer answer = uploader.api().postAs(path() + "?dryRun=true", "text/csv", file);
        System.out.printf("dry run: %.2f s%n", since(start));
        assertEquals(ROWS, answer.json().getJsonObject("counts").getInt("invited"));
    }

    private JsonObject upload(String what, String file) {
        Api api = uploader.api();
        long start = System.nanoTime();
        Answer answer = api.postAs(path(), "text/csv", file);
        double uploaded = since(start);
        assertEquals(202, answer.status(), answer.body());
        JsonObject batch = Await.until("the end of the batch", () -> Optional.of(
                        api.get(answer.header("Location")).json())
                .filter(read -> read.getString("status").equals("DONE")));
        double worked = since(start) - uploaded;
        System.out.printf(
                "%s: upload %.2f s, processing %.1f s, %.0f rows/s; %s%n",
                what, uploaded, worked, ROWS / worked, batch.getJsonObject("counts"));
        return batch;
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / NANOS;
    }
}
