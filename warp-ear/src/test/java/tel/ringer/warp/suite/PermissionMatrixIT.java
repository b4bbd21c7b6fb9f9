package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Routes;
import tel.ringer.warp.migration.FreshDatabase;

/** What the seeds permit is what a reviewer has read and agreed to. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PermissionMatrixIT {
    private static final Path AGREED = Path.of(System.getProperty("warp.test.root"), "docs", "permission-matrix.md");
    private static final Path WRITTEN =
            Path.of(System.getProperty("warp.test.folder")).resolveSibling("permission-matrix.md");

    @SuppressWarnings("NullAway.Init")
    private static PermissionMatrix matrix;

    @BeforeAll
    static void readWhatIsSeeded() throws IOException, SQLException {
        try (FreshDatabase database = FreshDatabase.create()) {
            database.migrations().update();
            matrix = PermissionMatrix.of(
                    database.query(Catalogue.ROWS).get(0),
                    Routes.all(),
                    database.query(PermissionMatrix.TYPES).get(0));
        }
    }

    @Test
    void theSeedsPermitWhatWasAgreed() throws IOException {
        String now = matrix.toMarkdown();
        String agreed = Files.exists(AGREED) ? Files.readString(AGREED) : "";
        if (!now.equals(agreed)) {
            Files.writeString(WRITTEN, now);
        }
        assertEquals(
                List.of(),
                difference(agreed.lines().toList(), now.lines().toList()),
                "docs/permission-matrix.md is not what the seeds say. If it should be: cp " + WRITTEN + " " + AGREED);
    }

    private static List<String> difference(List<String> agreed, List<String> now) {
        List<String> difference = new ArrayList<>();
        agreed.stream().filter(line -> !now.contains(line)).forEach(line -> difference.add("\n- " + line));
        now.stream().filter(line -> !agreed.contains(line)).forEach(line -> difference.add("\n+ " + line));
        if (difference.isEmpty() && !agreed.equals(now)) {
            difference.add("the order of lines");
        }
        return difference;
    }

    @Test
    void sixTypesAreSeededWithAtLeast48Grants() {
        assertEquals(6, matrix.types().size());
        assertTrue(matrix.types().stream()
                        .mapToInt(type -> type.permissions().permissions().size())
                        .sum()
                >= 48);
    }

    @Test
    void aCustomersAdministratorInvitesAndAViewerCreatesNothingAndBillingSeesNoTrunks() {
        assertTrue(permits("customer_admin", "POST", "/v1/admin/customers/0/invitations"));
        assertTrue(matrix.routes().stream()
                .filter(route ->
                        route.isDecidedByPermission() && !route.method().equals("GET"))
                .noneMatch(route ->
                        permits("viewer", route.method(), route.pattern().replace("*", "0"))));
        assertTrue(!permits("billing", "GET", "/dashboard/trunks"));
        assertTrue(permits("developer", "GET", "/dashboard/trunks"));
    }

    private static boolean permits(String type, String method, String path) {
        return matrix.types().stream().filter(each -> each.name().equals(type)).anyMatch(each -> each.permissions()
                .permits(method, path));
    }

    @Test
    void eachRouteHasARowInTheSeededCatalogueAndEachRowARoute() {
        assertEquals(List.of(), matrix.catalogue().missing(matrix.routes()));
        assertEquals(List.of(), matrix.catalogue().orphans(matrix.routes()));
    }
}
