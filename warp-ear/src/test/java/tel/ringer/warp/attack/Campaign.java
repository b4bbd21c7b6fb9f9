package tel.ringer.warp.attack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tel.ringer.warp.kit.PartsForTests;

/** Carries attempts out with a few threads, and collects what was found. */
final class Campaign {
    private static final int THREADS = 4;

    private final Map<CallerKind, Caller> callers;
    private final Oracle oracle;
    private final List<Attempt> attempts;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger twins = new AtomicInteger();
    private final SortedMap<Integer, Integer> byStatus = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Object oneAtATime = new Object();

    Campaign(List<Caller> callers, Oracle oracle, List<Attempt> attempts) {
        this.callers = new EnumMap<>(CallerKind.class);
        callers.forEach(caller -> this.callers.put(caller.kind(), caller));
        this.oracle = oracle;
        this.attempts = attempts;
    }

    void run() {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> workers = new ArrayList<>();
            IntStream.range(0, THREADS).forEach(i -> workers.add(threads.submit(this::work)));
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private Void work() throws Exception {
        try (Wire wire = new Wire(PartsForTests.server())) {
            for (int i = next.getAndIncrement(); i < attempts.size(); i = next.getAndIncrement()) {
                Attempt attempt = attempts.get(i);
                if (attempt.source().mayMarkOwnRows()) {
                    // Between an attempt and its twin nobody else writes the same names among the same rows.
                    synchronized (oneAtATime) {
                        carryOut(attempt, wire);
                    }
                } else {
                    carryOut(attempt, wire);
                }
            }
            return null;
        }
    }

    private void carryOut(Attempt attempt, Wire wire) {
        Caller caller = Objects.requireNonNull(callers.get(attempt.kind()));
        Caller.Target target = caller.target(attempt.newDice());
        Shot shot = Aim.shot(attempt, caller, target.ids());
        Reply reply = wire.send(shot);
        List<Finding> found = new ArrayList<>(oracle.judge(attempt, caller, shot, reply));
        if (attempt.source().hasTwin(attempt.route())) {
            target.nothing().ifPresent(nothing -> {
                Shot twin = Aim.shot(attempt, caller, nothing);
                twins.incrementAndGet();
                Optional<Finding> different = oracle.compare(attempt, shot, reply, twin, wire.send(twin));
                different.ifPresent(found::add);
            });
        }
        note(reply.status(), found);
    }

    private synchronized void note(int status, List<Finding> found) {
        byStatus.merge(status, 1, Integer::sum);
        findings.addAll(found);
    }

    Outcome outcome(String walls, long seed, double seconds, List<Finding> inTheDatabase) {
        findings.addAll(inTheDatabase);
        int different = (int) attempts.stream()
                .map(attempt -> List.of(attempt.route(), attempt.kind(), attempt.source()))
                .distinct()
                .count();
        return new Outcome(
                walls, seed, attempts.size(), different, twins.get(), seconds, byStatus, List.copyOf(findings));
    }
}
