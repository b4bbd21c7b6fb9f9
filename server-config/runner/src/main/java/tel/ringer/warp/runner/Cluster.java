package tel.ringer.warp.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The folder of PostgreSQL's data, and what an earlier run may have left there. */
record Cluster(Path folder) {

    static final String SUPERUSER = "postgres";

    private static final int STOP_LIMIT_SECONDS = 10;

    /** Ends a server that outlived its runner, which happens if the runner is killed. */
    void stopLeftOver() throws IOException {
        Optional<ProcessHandle> left = leftOver();
        if (left.isPresent() && !ends(left.get(), ProcessHandle::destroy)) {
            ends(left.get(), ProcessHandle::destroyForcibly);
        }
    }

    /** Throws away what a run left that was killed before its first set-up was complete: there is no data in it. */
    void discardUnfinished() throws IOException {
        if (Files.exists(folder) && Files.notExists(finished())) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    void markFinished() throws IOException {
        if (Files.notExists(finished())) {
            Files.createFile(finished());
        }
    }

    private Path finished() {
        return folder.resolve("warp-set-up-is-complete");
    }

    private Optional<ProcessHandle> leftOver() throws IOException {
        Path processFile = folder.resolve("postmaster.pid");
        if (Files.notExists(processFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(processFile);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(Cluster::isPostgres);
    }

    /** The number may belong to a stranger by now. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("postgres"))
                .isPresent();
    }

    private static boolean ends(ProcessHandle process, Consumer<ProcessHandle> signal) {
        signal.accept(process);
        try {
            process.onExit().get(STOP_LIMIT_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
