package tel.ringer.warp.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTest {
    @ParameterizedTest(name = "{0} matches {1}: {2}")
    @CsvSource({
        "/v1/customers,                      /v1/customers,                        true",
        "/v1/customers,                      /v1/customers/1,                      false",
        "/v1/customers,                      /v1/Customers,                        false",
        "/v1/customers,                      /v1,                                  false",
        "/v1/customers/*,                    /v1/customers/1,                      true",
        "/v1/customers/*,                    /v1/customers/1/notes/2,              true",
        "/v1/customers/*,                    /v1/customers,                        false",
        "/v1/customers/*,                    /v1/customersx/1,                     false",
        "/v1/admin/customers/*/invitations,  /v1/admin/customers/1/invitations,    true",
        "/v1/admin/customers/*/invitations,  /v1/admin/customers/1/2/invitations,  false",
        "/v1/admin/customers/*/invitations,  /v1/admin/customers/invitations,      false",
        "/v1/admin/customers/*/invitations,  /v1/admin/customers/1/invitations/2,  false",
        "/*/a/*,                             /x/a/y,                               true",
        "/*/a/*,                             /x/b/y,                               false",
        "/*,                                 /v1,                                  true",
        "/*,                                 /v1/customers,                        true",
        "/v1/a*,                             /v1/abc,                              false",
        "/v1/a*,                             /v1/a*,                               true",
        "*,                                  /v1/anything/at/all,                  true",
        "*,                                  /,                                    true"
    })
    void aPatternMatchesByItsSegments(String pattern, String path, boolean matches) {
        assertEquals(matches, new Permission("GET", pattern).matches("GET", path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/customers/", "/v1//customers", "//v1/customers", "/", "//"})
    void anEmptySegmentIsNoSegment(String path) {
        assertFalse(new Permission("GET", "/*").matches("GET", path));
        assertFalse(new Permission("GET", "/v1/*").matches("GET", path));
        assertFalse(new Permission("GET", "/v1/*/*").matches("GET", path));
    }

    @Test
    void aMethodMatchesItselfAlone() {
        Permission read = new Permission("GET", "/v1/customers");
        assertTrue(read.matches("GET", "/v1/customers"));
        assertFalse(read.matches("POST", "/v1/customers"));
        assertFalse(read.matches("get", "/v1/customers"));
    }

    @Test
    void aStarForTheMethodMatchesEachMethod() {
        Permission any = new Permission("*", "/v1/customers");
        assertTrue(any.matches("GET", "/v1/customers"));
        assertTrue(any.matches("DELETE", "/v1/customers"));
        assertFalse(any.matches("DELETE", "/v1/customers/1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "v1/customers", "/v1/", "/v1//customers", "**", "*/v1", "//"})
    void whatIsNotOfTheGrammarIsNoPattern(String path) {
        assertThrows(IllegalArgumentException.class, () -> new Permission("GET", path));
    }

    @ParameterizedTest(name = "{0} {1} covers {2} {3}: {4}")
    @CsvSource({
        "*,    *,        *,    *,          true",
        "*,    *,        GET,  /v1/a,      true",
        "GET,  *,        *,    *,          false",
        "GET,  *,        GET,  /v1/*,      true",
        "GET,  /v1/*,    GET,  *,          false",
        "*,    /*,       GET,  *,          false",
        "GET,  /v1/*,    GET,  /v1/*,      true",
        "GET,  /v1/*,    GET,  /v1/a/*,    true",
        "GET,  /v1/*,    GET,  /v1/*/b,    true",
        "GET,  /v1/*,    GET,  /v1,        false",
        "GET,  /v1/a/*,  GET,  /v1/*,      false",
        "GET,  /v1/*/b,  GET,  /v1/a/b,    true",
        "GET,  /v1/a/b,  GET,  /v1/*/b,    false",
        "GET,  /v1/*/b,  GET,  /v1/*/b,    true",
        "GET,  /v1/*/b,  GET,  /v1/*/*,    false",
        "GET,  /v1/a/b,  GET,  /v1/a/*,    false",
        "GET,  /v1/*/b,  GET,  /v1/a/*,    false",
        "GET,  /v1/a,    POST, /v1/a,      false",
        "*,    /v1/a,    POST, /v1/a,      true",
        "GET,  /v1/a,    *,    /v1/a,      false"
    })
    void onePatternCoversAnotherIfNothingEscapesIt(
            String method, String path, String otherMethod, String otherPath, boolean covers) {
        assertEquals(covers, new Permission(method, path).covers(new Permission(otherMethod, otherPath)));
    }
}
