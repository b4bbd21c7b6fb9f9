package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.AtOnce;

/** Requests of which one alone can succeed, again and again: {@code -Dwarp.race.count} says how often. */
final class Race {
    private static final int COUNT = Integer.getInteger("warp.race.count", 3);

    private final String name;
    private final Set<String> refusals;
    private final SortedMap<String, Integer> seen = new TreeMap<>();
    private int rounds;

    /** @param refusals codes with which the losers may be told so */
    Race(String name, String... refusals) {
        this.name = name;
        this.refusals = Set.of(refusals);
    }

    /** What happens once, on a scene of its own. */
    interface Round {
        void run() throws Exception;
    }

    void repeat(Round round) throws Exception {
        for (int i = 0; i < COUNT; i++) {
            round.run();
        }
        System.out.println("Race: " + name + ": " + rounds + " rounds, one winner each: " + seen);
    }

    /** @return which one won */
    int run(List<Callable<Answer>> contenders) throws Exception {
        return run(contenders, () -> false);
    }

    /**
     * @param rival what is no request; tells whether it won
     * @return which request won; -1 if the rival did
     */
    int run(List<Callable<Answer>> contenders, Callable<Boolean> rival) throws Exception {
        List<Callable<Object>> all = new ArrayList<>();
        contenders.forEach(contender -> all.add(contender::call));
        all.add(rival::call);
        List<Object> results = AtOnce.call(all);
        List<Answer> answers = results.stream()
                .filter(Answer.class::isInstance)
                .map(Answer.class::cast)
                .toList();
        List<Answer> winners =
                answers.stream().filter(answer -> answer.status() < 300).toList();
        answers.forEach(this::judge);
        boolean rivalWon = results.contains(true);
        assertEquals(1, winners.size() + (rivalWon ? 1 : 0), () -> name + ": " + results);
        rounds++;
        return rivalWon ? -1 : answers.indexOf(winners.get(0));
    }

    private void judge(Answer answer) {
        if (answer.status() < 300) {
            seen.merge(String.valueOf(answer.status()), 1, Integer::sum);
            return;
        }
        assertTrue(answer.header("Content-Type").startsWith("application/problem+json"), answer.toString());
        JsonObject problem = answer.json();
        assertTrue(problem.containsKey("request_id") && problem.containsKey("detail"), answer.body());
        assertTrue(refusals.contains(answer.code()), () -> name + ": " + answer.body());
        seen.merge(answer.status() + " " + answer.code(), 1, Integer::sum);
    }
}
