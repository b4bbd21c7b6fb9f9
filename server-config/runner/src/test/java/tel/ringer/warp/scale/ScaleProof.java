package tel.ringer.warp.scale;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import tel.ringer.warp.runner.Installation;

/** Measures the lists at a tenth of the customers and at all of them. */
final class ScaleProof {
    /** Enough for the server's compiler, and for statements to be prepared on each connection of the pool. */
    private static final int WARM_UP = 20;

    private static final int CALLS = 25;
    private static final int EXPLAINED_CALLS = 7;

    /** Slow lists are called less often, but not less than this. */
    private static final int FEWEST_CALLS = 3;

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Stage stage;
    private final Map<Person, Caller> callers = new EnumMap<>(Person.class);

    private ScaleProof(Stage stage) throws IOException, InterruptedException {
        this.stage = stage;
        for (Person person : Person.values()) {
            callers.put(person, stage.signIn(person));
        }
    }

    /** @param arguments the WAR, the jar of Payara Micro, a folder to work in, files for the result and for the plans, the customers */
    public static void main(String[] arguments) throws Exception {
        Installation installation = new Installation(Path.of(arguments[0]), Path.of(arguments[1]));
        int customers = Integer.parseInt(arguments[5]);
        List<List<Measurement>> all = new ArrayList<>();
        try (PrintStream result = new PrintStream(arguments[3], StandardCharsets.UTF_8);
                PrintStream plans = new PrintStream(arguments[4], StandardCharsets.UTF_8)) {
            for (int each : List.of(customers / 10, customers)) {
                try (Stage stage = Stage.set(installation, Path.of(arguments[2], "customers-" + each), each)) {
                    List<Measurement> measured = new ScaleProof(stage).measure();
                    Table.print(result, each, measured);
                    Table.printPlans(plans, each, measured);
                    all.add(measured);
                }
            }
            Table.printGrowth(result, all.get(0), all.get(1));
        }
    }

    private List<Measurement> measure() throws Exception {
        stage.explain(false);
        for (int i = 0; i < WARM_UP; i++) {
            for (Route route : Route.ALL) {
                for (Person person : EnumSet.complementOf(EnumSet.of(Person.WITH_THE_LAST_100000))) {
                    Objects.requireNonNull(callers.get(person)).get(route);
                }
            }
        }
        List<Measurement> measured = new ArrayList<>();
        for (Route route : Route.ALL) {
            for (Caller caller : callers.values()) {
                measured.add(measure(caller, route));
            }
        }
        return measured;
    }

    private Measurement measure(Caller caller, Route route) throws Exception {
        List<Double> http = repeated(CALLS, () -> caller.get(route));
        stage.explain(true);
        // The sessions of the pool are told one by one.
        List<Plan> first = explained(caller, route);
        while (first.stream().noneMatch(statement -> statement.isList(route.table()))) {
            first = explained(caller, route);
        }
        List<List<Plan>> requests = repeated(EXPLAINED_CALLS, () -> explained(caller, route));
        stage.explain(false);
        List<Double> times = requests.stream()
                .map(statements ->
                        statements.stream().mapToDouble(Plan::milliseconds).sum())
                .toList();
        return new Measurement(
                route,
                caller.person(),
                Measurement.median(http),
                Measurement.median(times),
                requests.get(requests.size() - 1));
    }

    private static <T> List<T> repeated(int times, Callable<T> call) throws Exception {
        List<T> results = new ArrayList<>();
        long end = System.nanoTime() + LONGEST.toNanos();
        while (results.size() < times && (results.size() < FEWEST_CALLS || System.nanoTime() < end)) {
            results.add(call.call());
        }
        return results;
    }

    /** What one call logged. */
    private List<Plan> explained(Caller caller, Route route) throws Exception {
        long before = stage.logged();
        caller.get(route);
        return Plan.in(stage.log(before)).stream()
                .filter(statement -> !statement.locks())
                .toList();
    }
}
