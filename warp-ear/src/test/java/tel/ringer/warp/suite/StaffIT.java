package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;

/** Who comes in by an address of the operator's staff, and who does not. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StaffIT {
    private static final String DOMAIN = PartsForTests.STAFF_DOMAIN;

    private final Api nobody = Api.anonymous();
    private final String email = "staff-" + UUID.randomUUID() + "@" + DOMAIN;

    private static String accounts(String email) {
        return World.query("select count(*) from auth.users where email_normalised = ?", email);
    }

    /** An account that is there already, without having signed in. */
    private UUID entered(String platformType, String status) {
        UUID id = UUID.randomUUID();
        World.update(
                """
                insert into auth.users (id, email, email_normalised, display_name, status, user_type_id, created_at)
                values (?, ?, ?, 'Entered', ?, (select id from auth.user_types where name = ?), now())
                """,
                id,
                email,
                email,
                status,
                platformType);
        return id;
    }

    private String platformType() {
        return World.query(
                "select t.name from auth.users u left join auth.user_types t on t.id = u.user_type_id"
                        + " where u.email_normalised = ?",
                email);
    }

    private Api signIn() {
        Answer answer = nobody.exchange(World.idToken(email));
        assertEquals(200, answer.status(), answer.body());
        return nobody.as(answer.json().getString("access_token"));
    }

    @Test
    void staffComesInWithoutAnInvitationAndSeesNoCustomer() {
        Company company = World.company();

        Api staff = signIn();

        assertEquals("viewer", staff.get("/auth/validate").json().getString("platform_type"));
        JsonObject customers = staff.get("/v1/customers?include=total").json();
        assertTrue(customers.getJsonArray("items").isEmpty(), customers.toString());
        assertEquals(0, customers.getJsonObject("page").getInt("total"));
        assertEquals(404, staff.get("/v1/customers/" + company.id()).status());
        assertEquals(404, staff.get("/v1/customers/by-ban/" + company.ban()).status());
        assertEquals(403, staff.get("/v1/admin/users").status());
        assertEquals(
                403,
                staff.post(
                                "/v1/admin/customers/" + company.id() + "/invitations",
                                World.invitation(World.newEmail(), "viewer", "USER")
                                        .build())
                        .status());
    }

    @Test
    void theAuditLogSaysByWhatRightTheAccountWasMade() {
        signIn();
        signIn();

        assertEquals(
                "{\"reason\": \"staff_domain\", \"user_type\": \"viewer\"}",
                World.query(
                        "select string_agg(e.details::text, ' and ') from audit.events e join auth.users u on u.id = e.subject_id"
                                + " where u.email_normalised = ? and e.action = 'user.created'",
                        email));
        assertEquals("1", accounts(email));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil-%s",
                "evil%s",
                "%s.evil",
                "%s.example.com",
                "mail.%s",
                "people.example",
                "t\u0435am.example",
                "\uff54eam.example",
                "team\u3002example",
                "te\u00e1m.example",
                "xn--team.example"
            })
    void whatLooksLikeTheDomainIsNotIt(String lookAlike) {
        String address = "jane+" + DOMAIN + "-" + UUID.randomUUID() + "@" + lookAlike.formatted(DOMAIN);

        Answer answer = nobody.exchange(World.idToken(address));

        assertEquals(403, answer.status(), answer.body());
        assertEquals("not_invited", answer.code());
        assertEquals(
                "0",
                World.query(
                        "select count(*) from auth.users where email like ? || '%'",
                        address.substring(0, address.indexOf('@'))));
    }

    @Test
    void anAddressThatIsNotVerifiedIsNobodys() {
        Map<String, Object> claims = Identities.claims(email, "local-" + email);
        claims.put("email_verified", false);

        assertEquals(
                "email_not_verified", nobody.exchange(Identities.of(claims)).code());
        assertEquals("0", accounts(email));
    }

    @ParameterizedTest
    @ValueSource(strings = {"superAdmin", "admin", "none at all"})
    void whoHasAnAccountKeepsItAsItIs(String platformType) {
        UUID id = entered(platformType, "ACTIVE");
        String before = platformType();

        Answer answer = nobody.exchange(World.idToken(email));

        assertEquals(200, answer.status(), answer.body());
        assertEquals(id.toString(), answer.json().getJsonObject("user").getString("id"));
        assertEquals(before, platformType());
    }

    @Test
    void whoWasShutOutStaysOut() {
        entered("viewer", "INACTIVE");

        Answer answer = nobody.exchange(World.idToken(email));

        assertEquals(403, answer.status());
        assertEquals("account_inactive", answer.code());
    }

    @Test
    void whoWasInvitedGetsWhatTheInvitationSaysAndNothingByTheDomain() {
        Company company = World.company();
        World.invite(World.superAdmin().api(), company, email);
        assertEquals(
                200,
                nobody.accept(World.tokenMailedTo(email), World.idToken(email)).status());

        signIn();

        assertEquals("null", platformType());
    }

    @Test
    void whoComesInManyTimesAtOnceGetsOneAccount() throws Exception {
        List<Answer> answers = AtOnce.call(IntStream.range(0, 12)
                .<Callable<Answer>>mapToObj(i -> () -> nobody.exchange(World.idToken(email)))
                .toList());

        answers.forEach(answer -> assertEquals(200, answer.status(), answer.body()));
        assertEquals("1", accounts(email));
    }

    @Test
    void ofTwoIdentitiesThatBringTheSameAddressAtOnceOneGetsTheAccount() throws Exception {
        List<Answer> answers = AtOnce.call(IntStream.range(0, 8)
                .<Callable<Answer>>mapToObj(
                        i -> () -> nobody.exchange(Identities.of(Identities.claims(email, "subject-" + i + email))))
                .toList());

        List<Answer> out =
                answers.stream().filter(answer -> answer.status() != 200).toList();
        assertEquals(7, out.size(), answers.toString());
        out.forEach(answer -> assertEquals("identity_conflict", answer.code()));
        assertEquals("1", accounts(email));
    }

    @Test
    void whatStaffMayDoBeginsWhenSomebodyGrantsIt() {
        Api staff = signIn();
        Company company = World.company();
        String id = World.query("select id from auth.users where email_normalised = ?", email);

        Answer added = World.superAdmin()
                .api()
                .post(
                        "/v1/customers/" + company.id() + "/users",
                        Json.createObjectBuilder()
                                .add("user_id", id)
                                .add("role", "USER")
                                .build());

        assertEquals(201, added.status(), added.body());
        assertEquals(200, staff.get("/v1/customers/" + company.id()).status());
        assertNotEquals(200, staff.get("/v1/customers/" + World.company().id()).status());
        assertFalse(staff.get("/v1/customers").json().getJsonArray("items").isEmpty());
    }
}
