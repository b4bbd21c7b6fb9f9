package tel.ringer.warp.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tel.ringer.warp.attack.Finding;
import tel.ringer.warp.attack.Reply;
import tel.ringer.warp.attack.Wire;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.PartsForTests;

/** Sends what is malformed, with a few threads, and tells what came of it. */
public final class Fuzzer {
    private static final int THREADS = 8;
    private static final List<Defect> DEFECTS = Stream.of(
                    JsonDefects.ALL, TextDefects.ALL, AddressDefects.ALL, HeaderDefects.ALL)
            .flatMap(List::stream)
            .toList();

    private final Callers callers = new Callers();
    private final List<Operation> operations = Operation.all();
    private final long seed;
    private final AtomicInteger next = new AtomicInteger();
    private final SortedMap<String, Integer> byStatus = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    public Fuzzer(long seed) {
        this.seed = seed;
    }

    /** Sends so many, to each operation as many as to any other, and looks at all rows before and after. */
    public Outcome send(int count) throws Exception {
        Rows before = settled();
        long start = System.nanoTime();
        List<Callable<Integer>> workers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            workers.add(() -> work(count));
        }
        AtOnce.call(workers);
        double seconds = (System.nanoTime() - start) / 1e9;
        Rows after = Rows.now();
        after.byTable().forEach((table, rows) -> {
            if (!rows.equals(before.byTable().get(table))) {
                findings.add(new Finding("Changed", table, before.byTable().get(table) + " -> " + rows));
            }
        });
        long different = operations.stream().map(Operation::route).distinct().count();
        return new Outcome(seed, count, different, seconds, byStatus, findings);
    }

    /** What happened before has come to its end: nothing changes any more by itself. */
    private static Rows settled() {
        return Await.until("rows that stay", () -> {
            Rows rows = Rows.now();
            return Rows.now().equals(rows) ? Optional.of(rows) : Optional.empty();
        });
    }

    private int work(int count) throws Exception {
        int sent = 0;
        try (Wire wire = new Wire(PartsForTests.server())) {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                attempt(i, wire);
                sent++;
            }
        }
        return sent;
    }

    private void attempt(int number, Wire wire) throws IOException {
        Random dice = new Random(seed * 1_000_003 + number);
        Operation operation = operations.get(number % operations.size());
        String caller = Callers.any(dice);
        Draft draft = callers.draft(operation, caller, dice);
        List<Defect> defects = defects(operation, dice);
        defects.forEach(defect -> defect.spoil().accept(draft, dice));
        Optional<Reply> reply = answer(draft, wire);
        note(
                reply.map(each -> Integer.toString(each.status())).orElse("closed"),
                Judge.fault(draft, defects, reply)
                        .map(fault -> new Finding(
                                fault,
                                defects.toString(),
                                number + " by " + caller + ", " + operation + ": " + draft + "\n"
                                        + reply.map(Reply::toString).orElse(""))));
    }

    /** One, or two that don't undo each other. */
    private static List<Defect> defects(Operation operation, Random dice) {
        List<Defect> fitting =
                DEFECTS.stream().filter(defect -> defect.fits().test(operation)).toList();
        Defect first = Defect.any(fitting, dice);
        if (dice.nextInt(4) > 0) {
            return List.of(first);
        }
        Defect second = Defect.any(fitting, dice);
        boolean bothInTheBody = JsonDefects.ALL.contains(first) && JsonDefects.ALL.contains(second);
        return first.equals(second) || bothInTheBody ? List.of(first) : List.of(first, second);
    }

    private static Optional<Reply> answer(Draft draft, Wire wire) throws IOException {
        try {
            Optional<Reply> reply = wire.answer(draft.method(), draft.bytes(PartsForTests.server()));
            if (reply.filter(Judge::isFromBelow).isPresent()) {
                // It may not have read the body, and would take that for the next request.
                wire.close();
            }
            return reply;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof SocketException) {
                return Optional.empty();
            }
            throw new IllegalStateException(draft.toString(), e);
        }
    }

    private synchronized void note(String status, Optional<Finding> finding) {
        byStatus.merge(status, 1, Integer::sum);
        finding.ifPresent(findings::add);
    }
}
