package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.job.Job;
import tel.ringer.warp.job.JobRunner;
import tel.ringer.warp.job.JobSchedule;

/** Runs inside the server: what happens when a job's time has come. */
@ExtendWith(ArquillianExtension.class)
class JobsInsideIT {
    private static final JobSchedule DAILY = new JobSchedule.Daily(LocalTime.NOON);
    private static final JobSchedule OFTEN = new JobSchedule.Every(Duration.ofSeconds(1));

    @Inject
    private JobRunner runner;

    /** Handles what it is given, batch by batch; a negative batch fails. */
    private record Given(String name, JobSchedule schedule, Deque<Integer> batches, Consumer<Job> meanwhile)
            implements Job {
        static Given of(JobSchedule schedule, Integer... batches) {
            return new Given("test-" + UUID.randomUUID(), schedule, new ArrayDeque<>(List.of(batches)), job -> {});
        }

        @Override
        public String description() {
            return "For a test.";
        }

        @Override
        public int runBatch() {
            meanwhile.accept(this);
            int batch = batches.isEmpty() ? 0 : batches.removeFirst();
            if (batch < 0) {
                throw new IllegalStateException("said somebody@company.example");
            }
            return batch;
        }

        /** Each with what it handled, how it ended, and whether it has an end. */
        String runs() throws SQLException {
            return OwnerConnection.query(
                    "select string_agg(concat_ws(' ', handled, error, finished_at is not null), ', ' order by started_at) from platform.job_runs where job = '"
                            + name + "'");
        }
    }

    @Test
    void aDailyJobRunsOnceADay() throws Exception {
        Given job = Given.of(DAILY, 100, 7, 0, 9);

        runner.tick(job);
        runner.tick(job);

        assertEquals("107 t", job.runs());
    }

    @Test
    void whileADailyJobRunsNobodyElseRunsIt() throws Exception {
        Given job = new Given("test-" + UUID.randomUUID(), DAILY, new ArrayDeque<>(List.of(3, 0, 4)), runner::tick);

        runner.tick(job);

        assertEquals("3 t", job.runs());
    }

    @Test
    void aDailyJobThatFailedRunsAgainAndTellsNothingOfAnybody() throws Exception {
        Given job = Given.of(DAILY, 5, -1, 6);

        runner.tick(job);
        runner.tick(job);

        assertEquals("5 IllegalStateException t, 6 t", job.runs());
    }

    @Test
    void aFrequentJobThatFindsNothingLeavesNoTrace() throws Exception {
        Given job = Given.of(OFTEN);

        runner.tick(job);

        assertEquals("null", job.runs());
    }

    @Test
    void aFrequentJobIsWrittenDownWithWhatItHandledOrWhyItFailed() throws Exception {
        Given job = Given.of(OFTEN, 20, 1, 0, -1);

        runner.tick(job);
        runner.tick(job);

        assertEquals("21 t, 0 IllegalStateException t", job.runs());
    }
}
