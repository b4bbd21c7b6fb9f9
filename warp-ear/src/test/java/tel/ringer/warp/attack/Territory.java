package tel.ringer.warp.attack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/**
 * Companies with people, invitations and a history, every name and id of which is theirs alone.
 *
 * @param administrator of each company
 * @param baits people whose addresses attackers may use: they end up among the attackers' own rows
 */
public record Territory(List<Company> companies, Person administrator, List<Person> baits, Ids ids) {
    private static final int BAITS = 6;

    /** Settles it through the API wherever there is one, so that the rows are those of real use. */
    public static Territory settle(int companies) {
        List<Company> settled =
                IntStream.range(0, companies).mapToObj(i -> company()).toList();
        Person administrator = World.person();
        settled.forEach(company -> World.grant(administrator, company, "customer_admin", "OWNER"));
        List<Person> baits =
                IntStream.range(0, BAITS).mapToObj(i -> World.person()).toList();
        CustomType customType = CustomType.create();
        for (Company company : settled) {
            baits.forEach(bait -> World.grant(bait, company, "viewer", "USER"));
            World.grant(World.person(), company, customType.name(), "USER");
        }
        Ids all = customType.ids().with(new History(World.superAdmin(), administrator, settled).make());
        Territory territory = new Territory(settled, administrator, baits, all.with(names(settled, baits)));
        territory.awaitDelivery();
        return territory;
    }

    /** Several beside each other, since most of it is waiting for mails. */
    static List<Territory> settleEach(List<Integer> companies) {
        try {
            return AtOnce.call(companies.stream()
                    .<Callable<Territory>>map(count -> () -> settle(count))
                    .toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As much again of what happens at companies, and more people. */
    void prosper() {
        companies.forEach(company -> World.member(company, "viewer", "USER"));
        new History(World.superAdmin(), administrator, companies).make();
        awaitDelivery();
    }

    private static Company company() {
        Company company = World.company();
        String name = "of-" + company.id();
        World.update(
                """
                update accounts.customers set legal_name = ?, suspension_reason = ?, contact_name = ?, contact_email = ?,
                  contact_phone = ?, address_line1 = ?, address_city = ?, credit_limit = ?, current_balance = ?
                where id = ?""",
                "Legal " + name,
                "Suspended " + name,
                "Contact " + name,
                "contact@" + name + ".example",
                "+1 555 " + name,
                "Street " + name,
                "City " + name,
                amount(company),
                amount(company).add(BigDecimal.ONE),
                company.id());
        return company;
    }

    /** Ten digits that nobody else owes. */
    private static BigDecimal amount(Company company) {
        return BigDecimal.valueOf(1_000_000_000L + company.id().getLeastSignificantBits() % 1_000_000_000L);
    }

    public void awaitDelivery() {
        for (Company company : companies) {
            Await.untilTrue("the mails of " + company, () -> World.query(
                            "select count(*) from notification.outbox where customer_id = ? and status = 'QUEUED'",
                            company.id())
                    .equals("0"));
        }
    }

    private static Ids names(List<Company> companies, List<Person> people) {
        List<String> customers =
                companies.stream().map(Company::id).map(UUID::toString).toList();
        List<String> searches = new ArrayList<>();
        companies.forEach(
                company -> searches.addAll(List.of(company.name(), company.ban(), "Legal of-" + company.id())));
        people.forEach(person -> searches.addAll(List.of(person.email(), "Person " + person.email())));
        List<String> emails = people.stream().map(Person::email).toList();
        return new Ids(Map.of(
                "customerId",
                customers,
                "ban",
                companies.stream().map(Company::ban).toList(),
                "search",
                searches,
                "userId",
                people.stream().map(Person::id).map(UUID::toString).toList(),
                "email",
                emails,
                "newEmail",
                emails,
                "idToken",
                emails.stream().map(Tokens::unsignedIdentity).toList(),
                "jobName",
                List.of("rate-limit-cleanup", "session-cleanup")));
    }

    List<UUID> customers() {
        return companies.stream().map(Company::id).toList();
    }
}
