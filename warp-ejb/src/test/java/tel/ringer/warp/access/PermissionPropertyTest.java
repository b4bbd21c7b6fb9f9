package tel.ringer.warp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any permissions and any paths. A failure names its seed: add it to the fixed ones. */
class PermissionPropertyTest {
    private static final List<String> METHODS = List.of("GET", "POST", "DELETE");
    private static final List<String> SEGMENTS = List.of("v1", "admin", "customers", "invitations", "7");
    private static final int ROUNDS = 150;
    private static final int PATHS = 40;

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 6), LongStream.of(new Random().nextLong()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSetPermitsWhatOneOfItsPermissionsMatches(long seed) {
        Random random = new Random(seed);
        int permitted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Permission> permissions = permissions(random);
            PermissionSet set = new PermissionSet(permissions);
            for (int i = 0; i < PATHS; i++) {
                String method = pick(random, METHODS);
                String path = path(random);
                boolean matched = permissions.stream().anyMatch(one -> one.matches(method, path));
                assertEquals(
                        matched,
                        set.permits(method, path),
                        () -> "seed " + seed + ": " + method + " " + path + " by " + permissions);
                permitted += matched ? 1 : 0;
            }
        }
        int share = permitted * 100 / (ROUNDS * PATHS);
        assertTrue(share > 10 && share < 90, () -> "the generator proves little: " + share + "% permitted");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatCoversASetPermitsAllThatTheSetPermits(long seed) {
        Random random = new Random(seed);
        int proven = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Permission> wide = permissions(random);
            List<Permission> narrow = narrowed(random, wide);
            PermissionSet upper = new PermissionSet(wide);
            PermissionSet lower = new PermissionSet(narrow);
            if (!upper.covers(lower)) {
                continue;
            }
            for (int i = 0; i < PATHS; i++) {
                String method = pick(random, METHODS);
                String path = path(random);
                if (lower.permits(method, path)) {
                    proven++;
                    assertTrue(
                            upper.permits(method, path),
                            () -> "seed " + seed + ": " + method + " " + path + " by " + narrow + " but not " + wide);
                }
            }
        }
        int cases = proven;
        assertTrue(cases > ROUNDS, () -> "the generator proves little: " + cases + " cases");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatDoesNotCoverAPermissionLeavesOutSomethingOfIt(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS * 10; round++) {
            Permission mine = permission(random);
            Permission theirs = permission(random);
            List<String> methods = theirs.method().equals("*") ? List.of("GET", "PATCH") : List.of(theirs.method());
            boolean escapes = methods.stream()
                    .anyMatch(method -> samples(theirs.path()).anyMatch(path -> !mine.matches(method, path)));
            assertEquals(!escapes, mine.covers(theirs), () -> "seed " + seed + ": " + mine + " covers " + theirs);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSetCoversWhatOneOfItsPermissionsCovers(long seed) {
        Random random = new Random(seed);
        int covered = 0;
        for (int round = 0; round < ROUNDS * 10; round++) {
            List<Permission> mine = permissions(random);
            Permission theirs = permission(random);
            boolean expected = mine.stream().anyMatch(each -> each.covers(theirs));
            covered += expected ? 1 : 0;
            assertEquals(
                    expected,
                    new PermissionSet(mine).covers(new PermissionSet(List.of(theirs))),
                    () -> "seed " + seed + ": " + mine + " covers " + theirs);
        }
        int cases = covered;
        assertTrue(cases > ROUNDS, () -> "the generator proves little: " + cases + " cases");
    }

    /** Paths of the pattern, filled with what no pattern names: whatever escapes another pattern is among them. */
    private static Stream<String> samples(String pattern) {
        if (pattern.equals("*")) {
            return Stream.of("/zz", "/zz/zz/zz/zz/zz/zz", "/");
        }
        String filled = pattern.replace("*", "zz");
        return pattern.endsWith("/*") ? Stream.of(filled, filled + "/zz/zz/zz/zz/zz") : Stream.of(filled);
    }

    private static List<Permission> permissions(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> permission(random))
                .toList();
    }

    private static Permission permission(Random random) {
        String method = random.nextInt(3) == 0 ? "*" : pick(random, METHODS);
        if (random.nextInt(25) == 0) {
            return new Permission(method, "*");
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i <= random.nextInt(4); i++) {
            path.append('/').append(random.nextInt(3) == 0 ? "*" : pick(random, SEGMENTS));
        }
        return new Permission(method, path.toString());
    }

    private static List<Permission> narrowed(Random random, List<Permission> wide) {
        List<Permission> narrow = new ArrayList<>();
        for (Permission permission : wide) {
            String method = permission.method().equals("*") ? pick(random, METHODS) : permission.method();
            String path = permission.path();
            if (path.length() > 1 && random.nextBoolean()) {
                path = path.replaceFirst("\\*", pick(random, SEGMENTS));
            }
            if (permission.path().endsWith("/*") && random.nextBoolean()) {
                path += "/*";
            }
            narrow.add(new Permission(method, path));
        }
        return random.nextInt(4) == 0 ? permissions(random) : narrow;
    }

    /** Empty segments and stars occur in requests too. */
    private static String path(Random random) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i <= random.nextInt(5); i++) {
            int kind = random.nextInt(30);
            path.append('/').append(kind == 0 ? "" : kind == 1 ? "*" : pick(random, SEGMENTS));
        }
        return path.toString();
    }

    private static String pick(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
