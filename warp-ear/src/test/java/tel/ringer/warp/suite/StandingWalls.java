package tel.ringer.warp.suite;

import java.util.List;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.World;

/** Takes walls away for the length of a trial and puts them back, whatever comes of it. */
final class StandingWalls {
    private static final String CONFINED =
            """
            select string_agg(c.oid::regclass::text, ',' order by c.oid::regclass::text) from pg_class c
            where c.relkind in ('r', 'p') and not c.relispartition and c.relforcerowsecurity""";

    private StandingWalls() {}

    static void only(Walls walls, Runnable trial) {
        List<String> confined = confinedTables();
        try {
            if (!walls.third()) {
                confined.forEach(table -> World.update("alter table " + table + " disable row level security"));
            }
            tellTheServer(walls);
            trial.run();
        } finally {
            tellTheServer(Walls.ALL_THREE);
            confined.forEach(table -> World.update("alter table " + table + " enable row level security"));
        }
    }

    /** The tables on which row-level security is forced, enabled or not. */
    static List<String> confinedTables() {
        return List.of(World.query(CONFINED).split(",", -1));
    }

    private static void tellTheServer(Walls walls) {
        Answer answer = Api.anonymous().post(WallsOfTheServer.PATH + "?standing=" + walls);
        if (answer.status() != 204) {
            throw new IllegalStateException("The server keeps its walls: " + answer.status() + " " + answer.body());
        }
    }
}
