package tel.ringer.warp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionSetTest {
    private static PermissionSet of(String... lines) {
        return new PermissionSet(Arrays.stream(lines)
                .map(line -> line.split(" ", -1))
                .map(parts -> new Permission(parts[0], parts[1]))
                .toList());
    }

    @Test
    void nothingIsPermittedByDefault() {
        assertFalse(of().permits("GET", "/v1/customers"));
        assertFalse(of().permits("GET", "/"));
    }

    @Test
    void eachPermissionStandsForItself() {
        PermissionSet set = of("GET /v1/customers", "POST /v1/orders/*");
        assertTrue(set.permits("GET", "/v1/customers"));
        assertTrue(set.permits("POST", "/v1/orders/1/lines"));
        assertFalse(set.permits("POST", "/v1/customers"));
        assertFalse(set.permits("GET", "/v1/orders/1"));
        assertFalse(set.permits("POST", "/v1/orders"));
    }

    @Test
    void aLiteralDoesNotHideTheStarBesideIt() {
        PermissionSet set = of("GET /v1/a/x", "GET /v1/*/y");
        assertTrue(set.permits("GET", "/v1/a/y"));
        assertTrue(set.permits("GET", "/v1/a/x"));
        assertFalse(set.permits("GET", "/v1/b/x"));
    }

    @Test
    void aPrefixOfAPatternIsNotPermitted() {
        PermissionSet set = of("GET /v1/admin/customers/*/invitations");
        assertFalse(set.permits("GET", "/v1/admin/customers"));
        assertFalse(set.permits("GET", "/v1/admin/customers/1"));
    }

    @Test
    void aStarForTheMethodAddsToThoseOfTheMethod() {
        PermissionSet set = of("* /v1/a", "GET /v1/b");
        assertTrue(set.permits("GET", "/v1/a"));
        assertTrue(set.permits("DELETE", "/v1/a"));
        assertTrue(set.permits("GET", "/v1/b"));
        assertFalse(set.permits("DELETE", "/v1/b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/", "/v1//a", "//v1", "/"})
    void anEmptySegmentIsNotPermittedBelowAPrefix(String path) {
        assertFalse(of("* /*", "* /v1/*", "GET /v1/*/a").permits("GET", path));
    }

    @Test
    void theStarAloneIsEveryPath() {
        assertTrue(of("* *").permits("DELETE", "/v1//a"));
        assertTrue(of("GET *").permits("GET", "/v1/a/b"));
        assertTrue(of("GET *").permits("GET", "/"));
        assertFalse(of("GET *").permits("POST", "/v1/a/b"));
    }

    @Test
    void onlyBothStarsAreEverything() {
        assertTrue(of("* *", "GET /v1/a").coversEverything());
        assertFalse(of("GET *").coversEverything());
        assertFalse(of("* /*").coversEverything());
        assertFalse(of().coversEverything());
    }

    @Test
    void aSetCoversAnotherIfEachOfItsPermissionsIsCovered() {
        PermissionSet held = of("GET /v1/*", "POST /v1/orders");
        assertTrue(held.covers(of("GET /v1/a", "POST /v1/orders")));
        assertTrue(held.covers(of()));
        assertFalse(held.covers(of("GET /v1/a", "POST /v1/a")));
        assertFalse(held.covers(of("* /v1/orders")));
        assertFalse(of().covers(held));
    }

    @Test
    void onlyEverythingCoversEverything() {
        assertTrue(of("* *").covers(of("* *")));
        assertFalse(of("* /*", "GET *", "POST *").covers(of("* *")));
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void manyStarsAreWalkedOnce() {
        String stars = "/*".repeat(99);
        PermissionSet set = of("GET " + stars + "/x");
        assertFalse(set.permits("GET", stars + "/y"));
        assertFalse(set.covers(of("GET " + stars + "/y")));
        assertTrue(set.covers(of("GET " + stars + "/x")));
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void manyPermissionsAreComparedInTheTimeThatItTakesToReadThem() {
        String[] many =
                IntStream.range(0, 20_000).mapToObj(i -> "GET /v1/a/" + i).toArray(String[]::new);
        assertTrue(of(many).covers(of(many)));
    }

    @Test
    void laterChangesOfTheGivenCollectionChangeNothing() {
        List<Permission> given = new java.util.ArrayList<>(List.of(new Permission("GET", "/v1/a")));
        PermissionSet set = new PermissionSet(given);
        given.clear();
        assertEquals(Set.of(new Permission("GET", "/v1/a")), set.permissions());
    }

    @Test
    void onlyWhoMayDoNothingElseOnlyReads() {
        assertTrue(of().onlyReads());
        assertTrue(of("GET /v1/customers", "GET /v1/customers/*", "GET *").onlyReads());
        assertFalse(of("GET /v1/customers", "POST /v1/customers").onlyReads());
        assertFalse(of("* /v1/customers").onlyReads());
        assertFalse(of("* *").onlyReads());
    }
}
