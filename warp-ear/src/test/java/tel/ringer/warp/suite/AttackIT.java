package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.SortedMap;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tel.ringer.warp.attack.Outcome;
import tel.ringer.warp.attack.Scene;
import tel.ringer.warp.kit.Routes;

/**
 * Tens of thousands of attempts to get at somebody else's customers, with each combination of walls that must hold. A
 * failure names the seed; {@code -Dwarp.attack.seed} and {@code -Dwarp.attack.count} repeat it.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AttackIT {
    private static final int WITH_ALL_WALLS = Integer.getInteger("warp.attack.count", 10_000);
    private static final int WITH_SOME_WALLS = Math.min(WITH_ALL_WALLS, Math.max(2_500, WITH_ALL_WALLS / 4));
    private static final long SEED = Long.getLong("warp.attack.seed", new Random().nextInt(Integer.MAX_VALUE));

    @SuppressWarnings("NullAway.Init")
    private static Scene scene;

    @BeforeAll
    static void setTheScene() {
        scene = new Scene();
    }

    @Test
    void noTotalTellsOfForeignRows() {
        SortedMap<String, Long> totals = scene.totals();
        assertTrue(totals.size() >= 10, totals.toString());
        assertTrue(totals.values().stream().anyMatch(total -> total > 0), totals.toString());

        scene.addForeignRows();

        assertEquals(totals, scene.totals());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FIRST_ALONE", "NONE"})
    void nothingForeignIsSeenOrChanged(Walls walls) {
        int count = walls == Walls.ALL_THREE ? WITH_ALL_WALLS : WITH_SOME_WALLS;
        StandingWalls.only(walls, () -> {
            Outcome outcome =
                    scene.attack(walls.toString(), Routes.all(), walls.first(), walls == Walls.ALL_THREE, SEED, count);
            System.out.println(outcome.summary());
            assertTrue(outcome.findings().isEmpty(), outcome::report);
        });
    }
}
