package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;
import tel.ringer.warp.kit.World.Person;

/** What names people stands beside the audit log, is read with it, and can be forgotten without breaking a chain. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PersonalValuesIT {
    private static final String REASON = "Wrong person";

    private final Company company = World.company();
    private final Person admin = World.member(company, "customer_admin", "OWNER");
    private final Api api = admin.api();
    private final String email = World.newEmail();
    private final String invitation = World.invite(api, company, email).getString("id");

    PersonalValuesIT() {
        assertEquals(
                204,
                api.delete("/v1/admin/invitations/" + invitation + "?reason=" + REASON.replace(' ', '+'))
                        .status());
    }

    private String ofCompany(String path) {
        return "/v1/audit/" + path + "?customer_id=" + company.id();
    }

    private JsonObject event(String action) {
        return api.get(ofCompany("events") + "&action=" + action)
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private List<JsonObject> exported() {
        return OfflineChain.lines(api.get(ofCompany("export")).body());
    }

    private static String detail(JsonObject event, String name) {
        return event.getJsonObject("details").getString(name);
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theLogItselfNamesNobody() {
        String stored =
                World.query("select string_agg(e::text, ' ') from audit.events e where customer_id = ?", company.id());

        assertFalse(stored.contains(email), stored);
        assertFalse(stored.contains(REASON), stored);
        assertFalse(stored.contains("Person " + admin.email()), stored);
        assertFalse(stored.contains("127.0.0.1"), stored);
    }

    @Test
    void whoReadsTheLogReadsNamesAndAddresses() {
        JsonObject created = event("invitation.created");
        JsonObject revoked = event("invitation.revoked");

        assertEquals(email, detail(created, "email"));
        assertEquals("Person " + admin.email(), detail(created, "by_name"));
        assertEquals(REASON, detail(revoked, "reason"));
        assertEquals("127.0.0.1", revoked.getString("address"));
    }

    @Test
    void anExportProvesWhatItsTokensStandFor() throws NoSuchAlgorithmException {
        List<JsonObject> lines = exported();

        assertEquals(Optional.empty(), OfflineChain.firstBroken(lines));
        for (JsonObject line : lines) {
            JsonObject personal = line.getJsonObject("personal");
            assertTrue(line.isNull("address") || personal.containsKey(line.getString("address")), line.toString());
            for (String token : personal.keySet()) {
                JsonObject known = personal.getJsonObject(token);
                assertEquals(token, "personal:" + sha256(known.getString("salt") + known.getString("value")));
            }
        }
    }

    @Test
    void whatIsForgottenLeavesTheChainIntact() {
        World.update("delete from audit.personal_values where about in (?, ?::uuid)", admin.id(), invitation);

        assertEquals("erased", detail(event("invitation.created"), "email"));
        assertEquals("erased", event("invitation.created").getString("address"));
        assertTrue(api.get(ofCompany("verify")).json().getBoolean("intact"));
        assertEquals(Optional.empty(), OfflineChain.firstBroken(exported()));
        JsonObject history = api.get("/v1/admin/invitations/" + invitation)
                .json()
                .getJsonArray("history")
                .getJsonObject(0);
        assertEquals("erased", history.getString("display_name"));
    }

    @Test
    void oneValueOfOnePersonAtOneCustomerIsKeptOnceAMonth() {
        World.invite(api, company, World.newEmail());

        assertEquals(
                "1",
                World.query(
                        "select count(*) from audit.personal_values where about = ? and customer_id = ? and value = '127.0.0.1'",
                        admin.id(),
                        company.id()));
    }
}
