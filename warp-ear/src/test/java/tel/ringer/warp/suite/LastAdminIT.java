package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** There is always somebody who manages a customer's people, and somebody who holds everything. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LastAdminIT {
    private final Company company = World.company();
    private final Person owner = World.member(company, "customer_admin", "OWNER");
    private final Api asSuperAdmin = World.superAdmin().api();

    private String one(Person person) {
        return "/v1/customers/" + company.id() + "/users/" + person.id();
    }

    private Answer demote(Api api, Person person) {
        return api.patch(
                one(person), Json.createObjectBuilder().add("role", "USER").build());
    }

    private String administrators() {
        return World.query(
                """
                select count(*) from auth.user_customer_access g join auth.users u on u.id = g.user_id
                where g.customer_id = ? and g.role in ('OWNER', 'ADMIN') and u.status = 'ACTIVE'
                """,
                company.id());
    }

    private void assertLast(Answer answer) {
        assertEquals(409, answer.status(), answer.body());
        assertEquals("last_administrator", answer.code());
        assertEquals("1", administrators());
    }

    @Test
    void theLastOneIsNeitherRemovedNorDemotedByAnybody() {
        World.member(company, "customer_admin", "USER");
        Person inactive = World.member(company, "customer_admin", "ADMIN");
        World.update("update auth.users set status = 'INACTIVE' where id = ?", inactive.id());
        Api asOwner = owner.api();

        assertLast(asOwner.delete(one(owner)));
        assertLast(demote(asOwner, owner));
        assertLast(asSuperAdmin.delete(one(owner)));
        assertLast(demote(asSuperAdmin, owner));
    }

    @Test
    void whoIsNoLongerActiveIsNotCountedAndSoCanBeRemoved() {
        Person inactive = World.member(company, "customer_admin", "ADMIN");
        World.update("update auth.users set status = 'INACTIVE' where id = ?", inactive.id());

        assertEquals(204, asSuperAdmin.delete(one(inactive)).status());
        assertEquals("1", administrators());
    }

    @Test
    void theLastOneMayHoldAnotherTypeAndTheLowerOfTheTwoRoles() {
        Answer lowered = asSuperAdmin.patch(
                one(owner), Json.createObjectBuilder().add("role", "ADMIN").build());
        assertEquals(200, lowered.status(), lowered.body());
        assertEquals("1", administrators());
    }

    @Test
    void anOwnerGoesOnceThereIsAnAdministrator() {
        assertLast(asSuperAdmin.delete(one(owner)));
        World.member(company, "customer_admin", "ADMIN");

        assertEquals(204, owner.api().delete(one(owner)).status());
        assertEquals("1", administrators());
    }

    @RepeatedTest(10)
    void ofTwoWhoRemoveEachOtherOneStays() throws Exception {
        Person other = World.member(company, "customer_admin", "OWNER");
        Api first = owner.api();
        Api second = other.api();

        List<Answer> answers = AtOnce.call(List.of(() -> first.delete(one(other)), () -> second.delete(one(owner))));

        assertEquals("1", administrators());
        assertEquals(1, count(answers, 204), answers.toString());
        assertTrue(
                answers.stream().allMatch(answer -> Set.of(204, 403, 404, 401).contains(answer.status())));
    }

    @RepeatedTest(10)
    void ofTwoWhoDemoteThemselvesOneStays() throws Exception {
        Person other = World.member(company, "customer_admin", "OWNER");
        Api first = owner.api();
        Api second = other.api();

        List<Answer> answers = AtOnce.call(List.of(() -> demote(first, owner), () -> demote(second, other)));

        assertEquals("1", administrators());
        assertEquals(1, count(answers, 200), answers.toString());
        assertEquals(1, count(answers, 409), answers.toString());
    }

    @Test
    void ofTwentyParallelRemovalsOneIsRefused() throws Exception {
        List<Person> administrators = IntStream.range(0, 19)
                .mapToObj(i -> World.member(company, "customer_admin", i % 2 == 0 ? "ADMIN" : "OWNER"))
                .collect(Collectors.toList());
        administrators.add(owner);

        List<Answer> answers = AtOnce.call(administrators.stream()
                .<Callable<Answer>>map(person -> () -> asSuperAdmin.delete(one(person)))
                .toList());

        assertEquals("1", administrators());
        assertEquals(19, count(answers, 204), answers.toString());
        assertEquals(1, count(answers, 409), answers.toString());
    }

    /** All others who hold everything are out meanwhile, so that two are left. */
    @RepeatedTest(10)
    void ofTwoWhoDeactivateEachOtherOneStaysWhoHoldsEverything() throws Exception {
        Person first = World.superAdmin();
        Person second = World.superAdmin();
        Api asFirst = first.api();
        Api asSecond = second.api();
        String others = World.query(
                """
                select string_agg(u.id::text, ',') from auth.users u join auth.user_type_permissions p on p.user_type_id = u.user_type_id
                where u.status = 'ACTIVE' and p.http_method = '*' and p.resource_path = '*' and u.id not in (?, ?)
                """,
                first.id(),
                second.id());
        setStatus(others, "INACTIVE");
        try {
            List<Answer> answers = AtOnce.call(List.of(
                    () -> asFirst.post("/v1/admin/users/" + second.id() + "/deactivate"),
                    () -> asSecond.post("/v1/admin/users/" + first.id() + "/deactivate")));

            assertEquals(1, count(answers, 200), answers.toString());
            assertEquals(
                    "1",
                    World.query(
                            """
                            select count(*) from auth.users u join auth.user_types t on t.id = u.user_type_id
                            where t.name = 'superAdmin' and u.status = 'ACTIVE' and u.id in (?, ?)
                            """,
                            first.id(),
                            second.id()));
            boolean firstStays = answers.get(0).status() == 200;
            Answer last = (firstStays ? asFirst : asSecond)
                    .patchAs(
                            "/v1/admin/users/" + (firstStays ? first : second).id(),
                            "application/json",
                            "{\"user_type\": null}");
            assertEquals("last_administrator", last.code());
        } finally {
            setStatus(others, "ACTIVE");
        }
    }

    private static void setStatus(String ids, String status) {
        World.update("update auth.users set status = ? where id = any (string_to_array(?, ',')::uuid[])", status, ids);
    }

    private static long count(List<Answer> answers, int status) {
        return answers.stream().filter(answer -> answer.status() == status).count();
    }
}
