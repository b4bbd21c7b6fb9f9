package tel.ringer.warp.usertype;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static tel.ringer.warp.testing.Refusals.refused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.access.Permission;
import tel.ringer.warp.access.PermissionSet;
import tel.ringer.warp.access.UserType;
import tel.ringer.warp.problem.ProblemKind;

class AuthorTest {
    private static final Permission EVERYTHING = new Permission("*", "*");
    private static final Permission CUSTOMERS = new Permission("GET", "/v1/customers/*");
    private static final Permission CUSTOMER_NOTES = new Permission("GET", "/v1/customers/*/notes");
    private static final Permission INVITE = new Permission("POST", "/v1/admin/customers/*/invitations");

    private static PermissionSet set(Permission... permissions) {
        return new PermissionSet(List.of(permissions));
    }

    private static Author author(PermissionSet own) {
        return new Author(new UserType(UUID.randomUUID(), "own", "Own", "Own", own), wanted -> true);
    }

    private static Optional<UserTypeDefinition> type(Permission... permissions) {
        return Optional.of(UserTypeDefinition.of(new NewUserType("t", "T", "T", Set.of(permissions)), Instant.EPOCH));
    }

    @Test
    void nobodyWritesAPermissionThatTheyDoNotHave() {
        Author author = author(set(CUSTOMERS));

        assertDoesNotThrow(() -> author.requireOwn(set(CUSTOMERS, CUSTOMER_NOTES)));
        assertDoesNotThrow(() -> author.requireOwn(set()));
        refused(ProblemKind.FORBIDDEN, "rank_exceeded", () -> author.requireOwn(set(CUSTOMERS, INVITE)));
    }

    @Test
    void onlyWhoHoldsEverythingGivesEverything() {
        assertDoesNotThrow(() -> author(set(EVERYTHING)).requireOwn(set(EVERYTHING)));
        refused(ProblemKind.FORBIDDEN, "rank_exceeded", () -> author(
                        set(new Permission("*", "/*"), new Permission("GET", "*")))
                .requireOwn(set(EVERYTHING)));
    }

    @Test
    void aTypeAboveTheAuthorIsNotTheirsToWrite() {
        Optional<UserTypeDefinition> above = type(CUSTOMERS, INVITE);
        Optional<UserTypeDefinition> below = type(CUSTOMER_NOTES);

        assertEquals(below.orElseThrow(), author(set(CUSTOMERS)).entrusted(below));
        refused(ProblemKind.FORBIDDEN, "rank_exceeded", () -> author(set(CUSTOMERS))
                .entrusted(above));
    }

    @Test
    void aTypeOutOfSightIsUnknown() {
        Author blind = new Author(author(set(EVERYTHING)).platformType(), wanted -> false);

        refused(ProblemKind.NOT_FOUND, "not_found", () -> blind.entrusted(type(CUSTOMERS)));
        refused(ProblemKind.NOT_FOUND, "not_found", () -> blind.entrusted(Optional.empty()));
    }

    @Test
    void nobodyTakesEverythingFromTheTypeThatTheyHold() {
        Author author = author(set(EVERYTHING));

        refused(ProblemKind.CONFLICT, "own_user_type", () -> author.requireAnother(author.platformType()));
        assertDoesNotThrow(
                () -> author.requireAnother(type(EVERYTHING).orElseThrow().toUserType()));
    }
}
