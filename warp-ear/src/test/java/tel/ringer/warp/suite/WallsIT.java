package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;

/** The walls can be taken away, each alone: else what is proven without them is proven with them. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WallsIT {
    private final Company foreign = World.company();
    private final Api viewer = World.member(World.company(), "viewer", "USER").api();
    private final Api withoutRights = World.person().api();

    private int statusOfForeign(Api api) {
        return api.get("/v1/customers/" + foreign.id()).status();
    }

    @Test
    void withoutAnyWallWhoeverIsSignedInSeesAForeignCustomer() {
        StandingWalls.only(Walls.NONE, () -> assertEquals(200, statusOfForeign(withoutRights)));
        assertEquals(403, statusOfForeign(withoutRights));
    }

    @Test
    void theFirstWallAloneLetsWhoeverMayReadCustomersReadForeignOnes() {
        StandingWalls.only(Walls.FIRST_ALONE, () -> {
            assertEquals(200, statusOfForeign(viewer));
            assertEquals(403, statusOfForeign(withoutRights));
        });
        assertEquals(404, statusOfForeign(viewer));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"FIRST_ALONE", "NONE"})
    void withTheSecondOrTheThirdAForeignCustomerIsNotThere(Walls walls) {
        StandingWalls.only(walls, () -> assertEquals(404, statusOfForeign(viewer)));
    }

    @ParameterizedTest
    @EnumSource(names = {"SECOND_AND_THIRD_FORGED_ALL", "SECOND_AND_THIRD_FORGED_GRANTED"})
    void withoutTheFirstNobodyAsksWhatACallerMayDo(Walls walls) {
        assertEquals(403, withoutRights.get("/v1/customers").status());
        StandingWalls.only(
                walls,
                () -> assertEquals(200, withoutRights.get("/v1/customers").status()));
    }

    @Test
    void afterATrialAllWallsStandAgain() {
        StandingWalls.only(Walls.NONE, () -> {});
        assertEquals(
                "0", World.query("select count(*) from pg_class where relforcerowsecurity and not relrowsecurity"));
        assertEquals(403, withoutRights.get("/v1/customers").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"warp.test.micro-war", "warp.test.ear"})
    void whatShipsHasNothingToTakeWallsAwayWith(String archive) throws IOException {
        List<String> classes = classes(Files.readAllBytes(Path.of(System.getProperty(archive))));
        assertEquals(
                1,
                classes.stream()
                        .filter(name -> name.endsWith("/CallerFilter.class"))
                        .count());
        assertEquals(
                List.of(),
                classes.stream().filter(name -> name.contains("/suite/")).toList());
    }

    /** In archives in the archive, too. */
    private static List<String> classes(byte[] archive) throws IOException {
        List<String> classes = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().matches(".*\\.[ejw]ar")) {
                    classes.addAll(classes(zip.readAllBytes()));
                } else if (entry.getName().startsWith("tel/ringer/warp/")
                        || entry.getName().contains("/tel/ringer/warp/")) {
                    classes.add(entry.getName());
                }
            }
        }
        return classes;
    }
}
