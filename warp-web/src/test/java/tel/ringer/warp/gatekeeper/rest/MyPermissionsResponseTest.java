package tel.ringer.warp.gatekeeper.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.access.Permission;
import tel.ringer.warp.access.PermissionSet;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.usertype.rest.PermissionBody;

class MyPermissionsResponseTest {
    private static UserType type(String name, Permission... permissions) {
        return new UserType(UUID.randomUUID(), name, name, name, new PermissionSet(List.of(permissions)));
    }

    @Test
    void whatSeveralTypesPermitIsListedOnceAndInOrder() {
        MyPermissionsResponse response = MyPermissionsResponse.of(List.of(
                type("one", new Permission("GET", "/b"), new Permission("GET", "/a")),
                type("two", new Permission("GET", "/b"), new Permission("DELETE", "/a"))));

        assertEquals(
                List.of(
                        new PermissionBody("DELETE", "/a"),
                        new PermissionBody("GET", "/a"),
                        new PermissionBody("GET", "/b")),
                response.permissions());
        assertEquals(
                List.of("one", "two"),
                response.userTypes().stream()
                        .map(MyPermissionsResponse.InForce::name)
                        .toList());
    }

    @Test
    void whoHoldsNothingIsPermittedNothing() {
        assertEquals(new MyPermissionsResponse(List.of(), List.of()), MyPermissionsResponse.of(List.of()));
    }
}
