package tel.ringer.warp.usertype.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.access.Permission;
import tel.ringer.warp.access.PermissionSet;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.http.rest.FieldError;
import tel.ringer.warp.http.rest.InvalidBodyException;

class PermissionsBodyTest {
    private static PermissionBody body(String method, String path) {
        return new PermissionBody(method, path);
    }

    @Test
    void permissionsAreReadAsPatterns() {
        PermissionsBody body = new PermissionsBody(List.of(body("*", "*"), body("GET", "/v1/customers/*")));

        assertEquals(Set.of(new Permission("*", "*"), new Permission("GET", "/v1/customers/*")), body.toPermissions());
    }

    @Test
    void whatIsNoPatternOrThereTwiceIsNamedByItsPointer() {
        PermissionsBody body = new PermissionsBody(List.of(
                body("GET", "/v1/customers"),
                body("GET", "v1/customers"),
                body("POST", "/v1/customers"),
                body("GET", "/v1/customers"),
                body("GET", "/v1//customers")));

        InvalidBodyException refusal = assertThrows(InvalidBodyException.class, body::toPermissions);

        assertEquals(
                List.of(
                        new FieldError("/permissions/1/path", "must be * or a path such as /v1/customers/*"),
                        new FieldError("/permissions/3", "is there twice"),
                        new FieldError("/permissions/4/path", "must be * or a path such as /v1/customers/*")),
                refusal.members().get("errors"));
    }

    @Test
    void permissionsAreWrittenInTheOrderOfTheirPaths() {
        UserType type = new UserType(
                UUID.randomUUID(),
                "t",
                "T",
                "T",
                new PermissionSet(List.of(
                        new Permission("POST", "/b"), new Permission("GET", "/b"), new Permission("PUT", "/a"))));

        assertEquals(
                List.of(body("PUT", "/a"), body("GET", "/b"), body("POST", "/b")),
                PermissionsBody.of(type).permissions());
    }
}
