package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import tel.ringer.warp.access.CustomerId;
import tel.ringer.warp.access.CustomerScope;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.access.UserId;
import tel.ringer.warp.identity.UserQuery;
import tel.ringer.warp.identity.Users;
import tel.ringer.warp.member.MemberQuery;
import tel.ringer.warp.member.Members;
import tel.ringer.warp.member.NewMember;
import tel.ringer.warp.member.WantedType;
import tel.ringer.warp.paging.PageRequest;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

/** Runs inside the server: people and their grants behind each wall with the others away. */
@ExtendWith(ArquillianExtension.class)
class PeopleInsideIT {
    private static final List<String> TABLES = List.of("accounts.customers", "auth.user_customer_access", "auth.users");
    private static final PageRequest PAGE = new PageRequest(200, Optional.empty(), true);
    private static final UserQuery EVERYBODY =
            new UserQuery(Optional.empty(), Optional.empty(), Optional.empty(), PAGE);
    private static final MemberQuery ALL_MEMBERS =
            new MemberQuery(Optional.empty(), Optional.empty(), Optional.empty(), PAGE);

    @Inject
    private Unwalled unwalled;

    @Inject
    private Users users;

    @Inject
    private Members members;

    private final UUID own = UUID.randomUUID();
    private final UUID foreign = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final UUID colleague = UUID.randomUUID();
    private final UUID stranger = UUID.randomUUID();

    @BeforeEach
    void twoCompaniesWithTheirPeople() throws SQLException {
        for (UUID customer : List.of(own, foreign)) {
            OwnerConnection.execute(
                    "insert into accounts.customers (id, ban, company_name, customer_type, status) values ('" + customer
                            + "', 'P-' || upper(left('" + customer + "', 8)), 'Inside', 'POSTPAID', 'ACTIVE')");
        }
        member(user, own, "customer_admin", "OWNER");
        member(colleague, own, "viewer", "USER");
        member(stranger, foreign, "viewer", "USER");
        // What the colleague holds elsewhere is nobody's business here.
        grant(colleague, foreign, "customer_admin", "OWNER");
    }

    private static void member(UUID id, UUID customer, String type, String role) throws SQLException {
        OwnerConnection.execute(
                "insert into auth.users (id, email, email_normalised, display_name, status, created_at) values ('" + id
                        + "', '" + id + "@x.example', '" + id + "@x.example', 'Inside', 'ACTIVE', now())");
        grant(id, customer, type, role);
    }

    private static void grant(UUID id, UUID customer, String type, String role) throws SQLException {
        OwnerConnection.execute(
                "insert into auth.user_customer_access (customer_id, user_id, user_type_id, role, granted_at) select '"
                        + customer + "', '" + id + "', id, '" + role + "', now() from auth.user_types where name = '"
                        + type + "'");
    }

    private CustomerScope.Granted granted() throws SQLException {
        String types = OwnerConnection.query("select string_agg(id::text, ',') from auth.user_types");
        return new CustomerScope.Granted(
                new UserId(user),
                Arrays.stream(types.split(",", -1)).map(UUID::fromString).collect(Collectors.toSet()));
    }

    private static void withoutRowLevelSecurity(Executable attempt) throws Throwable {
        for (String table : TABLES) {
            OwnerConnection.execute("alter table " + table + " disable row level security");
        }
        try {
            attempt.execute();
        } finally {
            for (String table : TABLES) {
                OwnerConnection.execute("alter table " + table + " enable row level security");
            }
        }
    }

    private static void assertNotFound(Executable attempt) {
        assertEquals(
                ProblemKind.NOT_FOUND,
                assertThrows(ProblemException.class, attempt).kind());
    }

    @Test
    void theGuardAloneShowsNobodyOfAForeignCustomer() throws Throwable {
        CustomerScope scope = granted();
        withoutRowLevelSecurity(() -> {
            List<UUID> seen = users.list(scope, EVERYBODY).items().stream()
                    .map(person -> person.user().id().value())
                    .sorted()
                    .toList();
            assertEquals(List.of(user, colleague).stream().sorted().toList(), seen);
            assertEquals(2, users.list(scope, EVERYBODY).total().orElseThrow());
            assertNotFound(() -> users.get(scope, new UserId(stranger)));
            assertEquals(
                    List.of(new CustomerId(own)),
                    users.get(scope, new UserId(colleague)).access().stream()
                            .map(access -> access.customer())
                            .toList());
        });
    }

    /** Whoever reaches so many customers is asked person by person. */
    @Test
    void theGuardAloneShowsNobodyOfAForeignCustomerEvenToThoseWhoReachThousands() throws Throwable {
        OwnerConnection.execute(
                "insert into accounts.customers (id, ban, company_name, customer_type, status) select gen_random_uuid(), 'M-"
                        + user.toString().substring(0, 8).toUpperCase(Locale.ROOT)
                        + "-' || n, 'Many', 'POSTPAID', 'ACTIVE' from generate_series(1, 1001) n");
        OwnerConnection.execute(
                "insert into auth.user_customer_access (customer_id, user_id, user_type_id, role, granted_at) select c.id, '"
                        + user + "', t.id, 'USER', now() from accounts.customers c cross join auth.user_types t"
                        + " where t.name = 'viewer' and c.ban like 'M-"
                        + user.toString().substring(0, 8).toUpperCase(Locale.ROOT) + "-%'");

        theGuardAloneShowsNobodyOfAForeignCustomer();
        theDatabaseAloneShowsThesePeople();
    }

    private void theDatabaseAloneShowsThesePeople() throws SQLException {
        assertEquals(
                List.of(user, colleague).stream().sorted().toList(),
                unwalled.ids(granted(), "select id from auth.users").stream()
                        .sorted()
                        .toList());
    }

    @Test
    void theGuardAloneKeepsTheHandsOffAForeignCustomer() throws Throwable {
        CustomerScope scope = granted();
        CustomerId theirs = new CustomerId(foreign);
        withoutRowLevelSecurity(() -> {
            assertEquals(
                    2,
                    members.list(scope, new CustomerId(own), ALL_MEMBERS)
                            .total()
                            .orElseThrow());
            assertNotFound(() -> members.list(scope, theirs, ALL_MEMBERS));
            assertNotFound(() -> members.get(scope, theirs, new UserId(stranger)));
            assertNotFound(() -> members.remove(scope, theirs, new UserId(stranger), any -> true));
            NewMember wanted =
                    new NewMember(new UserId(stranger), new WantedType(Optional.of("viewer")), MembershipRole.USER);
            assertNotFound(() -> members.add(scope, new CustomerId(own), wanted));
            assertNotFound(() -> members.add(scope, theirs, wanted));
            for (CustomerScope each : List.of(scope, new CustomerScope.All(new UserId(user)))) {
                assertEquals(
                        ProblemKind.FORBIDDEN,
                        assertThrows(
                                        ProblemException.class,
                                        () -> users.deactivate(each, new UserId(colleague), any -> true))
                                .kind());
            }
        });
    }

    @Test
    void theDatabaseAloneShowsNobodyOfAForeignCustomer() throws SQLException {
        theDatabaseAloneShowsThesePeople();
        assertEquals(List.of(own), unwalled.customersIn(granted(), "auth.user_customer_access"));
        for (CustomerScope forged : List.of(
                new CustomerScope.All(new UserId(user)), new CustomerScope.Granted(new UserId(user), Set.of()))) {
            assertFalse(unwalled.ids(forged, "select id from auth.users").contains(stranger));
        }
    }

    @Test
    void theDatabaseAloneKeepsTheHandsOffAForeignCustomer() throws SQLException {
        CustomerScope scope = granted();
        String theirs = " where customer_id = '" + foreign + "'";

        assertEquals(0, unwalled.execute(scope, "update auth.user_customer_access set role = 'OWNER'" + theirs));
        assertEquals(0, unwalled.execute(scope, "delete from auth.user_customer_access" + theirs));
        assertThrows(
                RuntimeException.class,
                () -> unwalled.execute(
                        scope,
                        "update auth.user_customer_access set customer_id = '" + foreign + "' where customer_id = '"
                                + own + "'"));
        // Their own row is theirs, within what OwnRowWallIT shows.
        String others = " where id <> '" + user + "'";
        assertEquals(0, unwalled.execute(scope, "update auth.users set status = 'INACTIVE'" + others));
        assertEquals(
                0,
                unwalled.execute(
                        new CustomerScope.All(new UserId(user)), "update auth.users set user_type_id = null" + others));
        assertTrue(unwalled.execute(
                        scope,
                        "update auth.user_customer_access set role = 'ADMIN' where customer_id = '" + own
                                + "' and user_id = '" + colleague + "'")
                == 1);
    }
}
