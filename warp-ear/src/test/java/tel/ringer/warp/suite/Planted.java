package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/**
 * Somebody of whom there is something in each place of the register in docs/privacy.md, with marks to find it by.
 *
 * @param mark part of each name and address of the person, and of nobody else's
 * @param network the address that the person calls from
 * @param home where the person administers people
 * @param other where the person is only known as an address
 */
record Planted(Person person, String mark, String network, Company home, Company other, Api api) {
    static Planted somebody(int number) {
        String mark = "mark" + UUID.randomUUID().toString().replace("-", "");
        Person person = new Person(UUID.randomUUID(), mark + "@people.example");
        Planted planted = new Planted(
                person, mark, "203.0.113." + number, World.company(), World.company(), planted(person, mark));
        World.grant(person, planted.home, "customer_admin", "ADMIN");
        PlantedAddress.invite(planted.other, person.email(), mark);
        planted.asAdministrator();
        PlantedAddress.behindTheApi(planted.other, person.email(), mark, planted.network);
        planted.behindTheApi();
        return planted;
    }

    private static Api planted(Person person, String mark) {
        World.update(
                """
                insert into auth.users (id, email, email_normalised, display_name, status, created_at)
                values (?, ?, ?, ?, 'ACTIVE', now())
                """,
                person.id(),
                person.email(),
                person.email(),
                "Name " + mark);
        return person.api();
    }

    static void done(Answer answer) {
        assertEquals(2, answer.status() / 100, answer.body());
    }

    private static String invitationsOf(Company company) {
        return "/v1/admin/customers/" + company.id() + "/invitations";
    }

    private void asAdministrator() {
        invite(api, home, World.newEmail(), "From " + mark);
        World.inviteMany(api, home, List.of(World.newEmail(), World.newEmail()));
        World.apiKey(api, home, "viewer");
        Map<String, Object> claims = Identities.claims(mark + "@moved.example", "local-" + person.email());
        done(Api.anonymous().exchange(Identities.of(claims)));
    }

    static String invite(Api inviter, Company company, String email, String message) {
        Answer answer = inviter.postWith(
                invitationsOf(company),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()),
                Optional.of(World.invitation(email, "viewer", "USER")
                        .add("message", message)
                        .build()));
        assertEquals(201, answer.status(), answer.body());
        return answer.json().getString("id");
    }

    /** What clients would have said, and what staff wrote down. */
    private void behindTheApi() {
        World.update(
                "update accounts.customer_notes set author_id = ?, author_name = ? where customer_id = ?",
                person.id(),
                "Name " + mark,
                other.id());
        World.update(
                "update auth.sessions set address = ?, user_agent = ? where user_id = ?",
                network,
                "Agent " + mark,
                person.id());
        World.update(
                "update audit.personal_values set value = ? where about = ? and value = '127.0.0.1'",
                network,
                person.id());
    }

    /** Each table in which something of the person stands, and in how many rows; the contact of a company aside. */
    String traces() {
        return traces(mark, network);
    }

    static String traces(String mark, String network) {
        return World.query(
                """
                select coalesce(string_agg(t.name || ' ' || n.rows, ', ' order by t.name), 'none')
                from (select c.oid::regclass::text as name from pg_class c join pg_namespace s on s.oid = c.relnamespace
                      where c.relkind in ('r', 'p') and not c.relispartition and s.nspname !~ '^pg_'
                        and s.nspname <> 'information_schema') t
                cross join lateral (select (xpath('//n/text()', query_to_xml(format(
                  'select count(*) as n from %s r where lower(r::text) like any (array[%L, %L])', t.name, ?, ?),
                  false, true, '')))[1]::text::int as rows) n
                where n.rows > 0
                """,
                "%" + mark + "%", "%" + network + "%");
    }
}
