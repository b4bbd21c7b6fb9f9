package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tel.ringer.warp.attack.Finding;
import tel.ringer.warp.attack.Outcome;
import tel.ringer.warp.attack.Scene;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.Route;
import tel.ringer.warp.kit.Routes;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;

/** The proof proves something: each wall, broken on purpose, is found broken. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProofIT {
    private static final int ATTEMPTS = 1_500;
    private static final int ROUNDS = 20;

    private static @Nullable Scene scene;

    private static Outcome attack(Scene scene, List<Route> routes, Walls walls, long seed, int attempts) {
        Outcome[] outcome = new Outcome[1];
        StandingWalls.only(
                walls, () -> outcome[0] = scene.attack(walls.toString(), routes, walls.first(), false, seed, attempts));
        return outcome[0];
    }

    private static Set<String> kinds(Outcome outcome) {
        return outcome.findings().stream()
                .map(Finding::what)
                .map(what -> what.replaceAll("(status|headers|body).*", ""))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "FIRST_ALONE"})
    void withoutTheSecondAndTheThirdWallTheAttackFindsEveryKindOfLeak(Walls walls) {
        Set<String> kinds = kinds(attack(new Scene(), Routes.all(), walls, 1, ATTEMPTS));

        assertTrue(
                kinds.containsAll(
                        Set.of("Foreign bytes", "Foreign and unknown differ in ", "Gone or changed", "New or changed")),
                kinds.toString());
    }

    /**
     * People show through two tables: while one of them holds, nothing of the other is seen. Three routes show the audit
     * log, and each attempt on it reads all that all tests have left there. Of the invitations no more than their number
     * shows, to one attempt in two hundred: what is left to chance is how many rounds it takes, not whether it is found.
     */
    @ParameterizedTest
    @CsvSource({
        "accounts.customers, /v1/customers, 400",
        "auth.user_invitations, /v1/admin/invitations, 400",
        "auth.users auth.user_customer_access, /users, 400",
        "audit.events, /v1/audit, 200"
    })
    void whereOnePolicyLetsEverythingThroughTheThirdWallAloneIsFoundBroken(String tables, String path, int attempts) {
        Scene attacked = scene();
        List<String> opened = List.of(tables.split(" ", -1));
        List<Route> routes = Routes.all().stream()
                .filter(route -> route.path().contains(path))
                .toList();
        opened.forEach(table ->
                World.update("create policy everybody_reads on " + table + " for select to warp_app using (true)"));
        try {
            assertTrue(
                    IntStream.rangeClosed(1, ROUNDS)
                            .mapToObj(
                                    seed -> attack(attacked, routes, Walls.THIRD_ALONE_FORGED_GRANTED, seed, attempts))
                            .anyMatch(outcome -> !outcome.findings().isEmpty()),
                    tables);
        } finally {
            opened.forEach(table -> World.update("drop policy everybody_reads on " + table));
        }
    }

    @Test
    void whereAPolicyIsMissingNobodySeesAnything() {
        Company company = World.company();
        Api viewer = World.member(company, "viewer", "USER").api();
        String path = "/v1/customers/" + company.id();
        assertEquals(200, viewer.get(path).status());
        Policy policy = Policy.read("accounts.customers", "caller_reads");
        policy.drop();
        try {
            assertEquals(404, viewer.get(path).status());
        } finally {
            policy.create();
        }
        assertEquals(200, viewer.get(path).status());
        assertEquals(policy, Policy.read("accounts.customers", "caller_reads"));
    }

    /** A policy as the catalogue of the database has it, so that it can be put back. */
    private record Policy(String table, String name, String definition) {
        private static final String DEFINITION =
                """
                select format('for %s to %s', cmd, array_to_string(roles, ', ')) || coalesce(' using (' || qual || ')', '')
                       || coalesce(' with check (' || with_check || ')', '')
                from pg_policies where schemaname || '.' || tablename = ? and policyname = ?""";

        static Policy read(String table, String name) {
            return new Policy(table, name, World.query(DEFINITION, table, name));
        }

        void drop() {
            World.update("drop policy " + name + " on " + table);
        }

        void create() {
            World.update("create policy " + name + " on " + table + " " + definition);
        }
    }

    /** One for the trials that read only. */
    private static Scene scene() {
        Scene known = scene;
        if (known == null) {
            known = new Scene();
            scene = known;
        }
        return known;
    }

    @Test
    void aRouteWhoseRowOfTheCatalogueIsGoneIsFound() {
        List<Route> routes = Routes.all();
        Catalogue catalogue = Catalogue.read();
        for (Route route : routes.stream().filter(Route::isDecidedByPermission).toList()) {
            String row = route.method() + " " + route.pattern();
            assertEquals(List.of(route), catalogue.without(row).missing(routes));
        }
    }

    @Test
    void aRowOfTheCatalogueWhoseRouteIsGoneIsFound() {
        List<Route> routes = Routes.all();
        Catalogue catalogue = Catalogue.read();
        for (Route route : routes.stream().filter(Route::isDecidedByPermission).toList()) {
            List<Route> others =
                    routes.stream().filter(other -> !other.equals(route)).toList();
            assertEquals(
                    1,
                    catalogue.orphans(others).size() - catalogue.orphans(routes).size(),
                    route.toString());
        }
    }
}
