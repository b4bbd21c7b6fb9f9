package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** While others come, go and move, pages show each row that stays where it is exactly once, in every order. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PagingIT {
    private static final long SEED = Long.getLong("warp.paging.seed", System.nanoTime());
    private static final int STAYING = 40;
    private static final int MOVING = 12;
    private static final List<Integer> PAGE_SIZES = List.of(1, 3, 7, 50);
    private static final List<String> NAMES = List.of("İ", "ẞ", "Σ", "a", "A", "É", "same", "Same", "z", "~", "0 ");

    private final Random dice = new Random(SEED);
    private final String tag = "paging" + UUID.randomUUID().toString().replace("-", "");

    /** What happens to rows that nobody counts on. */
    private interface Change {
        void happen(Random fate);
    }

    private String name() {
        return NAMES.get(dice.nextInt(NAMES.size())) + NAMES.get(dice.nextInt(NAMES.size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"company_name", "-company_name", "created_at", "-created_at", "ban", "-ban"})
    void customersInEachOrder(String sort) {
        Person member = World.person();
        List<UUID> staying =
                Stream.generate(() -> customer(member)).limit(STAYING).toList();
        List<UUID> moving = new ArrayList<>(
                Stream.generate(() -> customer(member)).limit(MOVING).toList());
        Change change = fate -> {
            UUID id = moving.get(fate.nextInt(moving.size()));
            switch (fate.nextInt(4)) {
                case 0 -> moving.add(customer(member));
                case 1 -> World.update("update accounts.customers set company_name = ? where id = ?", name(), id);
                case 2 -> {
                    World.update("delete from auth.user_customer_access where customer_id = ?", id);
                    World.update("delete from accounts.customers where id = ?", id);
                }
                default ->
                    World.update(
                            "update accounts.customers set status = 'SUSPENDED', version = version + 1 where id = ?",
                            staying.get(fate.nextInt(STAYING)));
            }
        };
        walkWhile(change, member.api(), "/v1/customers?sort=" + sort, item -> item.getString("id"), staying);
        walkWhile(
                change,
                World.superAdmin().api(),
                "/v1/customers?q=" + tag + "&sort=" + sort,
                item -> item.getString("id"),
                staying);
    }

    private UUID customer(Person member) {
        Company company = World.company();
        World.update(
                "update accounts.customers set company_name = ?, legal_name = ?, created_at = now() - ? * interval '1 second'"
                        + " where id = ?",
                name(),
                tag,
                dice.nextInt(5),
                company.id());
        World.grant(member, company, "customer_admin", "USER");
        return company.id();
    }

    @Test
    void thePeopleOfACustomer() {
        Company company = World.company();
        Api owner = World.member(company, "customer_admin", "OWNER").api();
        List<UUID> staying =
                Stream.generate(() -> person(company)).limit(STAYING).toList();
        List<UUID> moving = new ArrayList<>(
                Stream.generate(() -> person(company)).limit(MOVING).toList());
        Change change = fate -> {
            UUID id = moving.get(fate.nextInt(moving.size()));
            switch (fate.nextInt(3)) {
                case 0 -> moving.add(person(company));
                case 1 -> World.update("update auth.users set display_name = ? where id = ?", name(), id);
                default -> World.update("delete from auth.user_customer_access where user_id = ?", id);
            }
        };

        walkWhile(
                change,
                owner,
                "/v1/customers/" + company.id() + "/users?status=ACTIVE",
                item -> item.getString("user_id"),
                staying);
    }

    private UUID person(Company company) {
        Person person = World.member(company, "viewer", "USER");
        World.update("update auth.users set display_name = ? where id = ?", name(), person.id());
        return person.id();
    }

    @Test
    void invitations() {
        Company company = World.company();
        Person inviter = World.member(company, "customer_admin", "OWNER");
        List<UUID> staying = Stream.generate(() -> invitation(company, inviter))
                .limit(STAYING)
                .toList();
        List<UUID> moving = new ArrayList<>(Stream.generate(() -> invitation(company, inviter))
                .limit(MOVING)
                .toList());
        Change change = fate -> {
            UUID id = moving.get(fate.nextInt(moving.size()));
            switch (fate.nextInt(3)) {
                case 0 -> moving.add(invitation(company, inviter));
                case 1 ->
                    World.update(
                            "update auth.user_invitations set status = 'REVOKED', closed_at = now() where id = ?", id);
                default -> World.update("delete from auth.user_invitations where id = ?", id);
            }
        };

        for (Api api : List.of(inviter.api(), World.superAdmin().api())) {
            walkWhile(
                    change,
                    api,
                    "/v1/admin/invitations?customer_id=" + company.id(),
                    item -> item.getString("id"),
                    staying);
        }
    }

    private UUID invitation(Company company, Person inviter) {
        UUID id = UUID.randomUUID();
        World.update(
                """
                insert into auth.user_invitations (id, customer_id, email, email_normalised, user_type_id, role, status,
                  delivery_status, invited_by, invited_by_name, created_at, expires_at, valid_for_days)
                select ?, ?, e.email, e.email, t.id, 'USER', 'PENDING', 'SENT', ?, 'Inviter',
                  now() - ? * interval '1 second', now() + interval '7 days', 7
                from (select ? || '@paging.example') as e (email), auth.user_types t where t.name = 'viewer'
                """,
                id,
                company.id(),
                inviter.id(),
                dice.nextInt(5),
                id.toString());
        return id;
    }

    /** Changes keep up with whoever reads, but fewer rows come than are read: else there would be no end. */
    private record Pace(Semaphore permits, AtomicBoolean over) {
        void rowsAreRead(int read) {
            permits.release(read);
        }

        boolean goesOn() {
            permits.acquireUninterruptibly();
            return !over.get();
        }

        void end() {
            over.set(true);
            permits.release();
        }
    }

    private void walkWhile(Change change, Api api, String path, Function<JsonObject, String> id, List<UUID> staying) {
        List<String> expected = staying.stream().map(UUID::toString).sorted().toList();
        for (int size : PAGE_SIZES) {
            Pace pace = new Pace(new Semaphore(0), new AtomicBoolean());
            pace.rowsAreRead(size);
            Random fate = new Random(SEED + size);
            CompletableFuture<Integer> changes = CompletableFuture.supplyAsync(() -> {
                int happened = 0;
                while (pace.goesOn()) {
                    change.happen(fate);
                    happened++;
                }
                return happened;
            });
            List<String> seen;
            try {
                seen = walk(api, path + "&limit=" + size, id, pace);
            } finally {
                pace.end();
            }
            System.out.printf(
                    "%s, pages of %d: %d rows seen while %d changes happened, seed %d%n",
                    path, size, seen.size(), changes.join(), SEED);
            assertEquals(
                    expected,
                    seen.stream().filter(expected::contains).sorted().toList(),
                    () -> path + ", pages of " + size + ", -Dwarp.paging.seed=" + SEED);
        }
    }

    private static List<String> walk(Api api, String path, Function<JsonObject, String> id, Pace pace) {
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonObject page = api.get(path + next).json();
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> seen.add(id.apply(item)));
            pace.rowsAreRead(page.getJsonArray("items").size());
            next = page.getJsonObject("page").containsKey("next_cursor")
                    ? "&cursor=" + page.getJsonObject("page").getString("next_cursor")
                    : "";
        } while (!next.isEmpty());
        return seen;
    }
}
