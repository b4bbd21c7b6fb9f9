package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Person;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SessionsIT {
    private final Person person = World.superAdmin();
    private final Api nobody = Api.anonymous();

    private Answer refresh(String token) {
        return nobody.post(
                "/auth/refresh",
                Json.createObjectBuilder().add("refresh_token", token).build());
    }

    @Test
    void whoSignsInGetsTokensForFifteenMinutes() {
        JsonObject tokens = person.signIn();

        assertEquals("Bearer", tokens.getString("token_type"));
        assertEquals(900, tokens.getInt("expires_in"));
        assertEquals(person.email(), tokens.getJsonObject("user").getString("email"));
        assertEquals(
                200,
                nobody.as(tokens.getString("access_token")).get("/v1/customers").status());
    }

    @Test
    void theTokenSaysWhoAndNothingOfWhatIsAllowed() {
        String payload = new String(
                Base64.getUrlDecoder()
                        .decode(person.signIn().getString("access_token").split("\\.", -1)[1]),
                StandardCharsets.UTF_8);

        assertTrue(payload.contains(person.id().toString()));
        assertTrue(payload.contains("\"groups\":[]"));
        assertFalse(payload.contains("superAdmin") || payload.contains("customer"));
    }

    @Test
    void validateTellsWhoIsSignedIn() {
        JsonObject me = person.api().get("/auth/validate").json();

        assertEquals(person.id().toString(), me.getString("user_id"));
        assertEquals("superAdmin", me.getString("platform_type"));
        assertEquals(401, nobody.get("/auth/validate").status());
    }

    @Test
    void somebodyUninvitedStaysOut() {
        Answer answer = nobody.exchange(World.idToken(World.newEmail()));

        assertEquals(403, answer.status());
        assertEquals("not_invited", answer.code());
    }

    @Test
    void aRefreshTokenContinuesTheSessionOnce() {
        JsonObject first = person.signIn();

        Answer second = refresh(first.getString("refresh_token"));

        assertEquals(200, second.status());
        assertNotEquals(first.getString("refresh_token"), second.json().getString("refresh_token"));
        assertEquals(
                200,
                nobody.as(second.json().getString("access_token"))
                        .get("/auth/validate")
                        .status());
    }

    @Test
    void aRefreshTokenUsedTwiceEndsItsSession() {
        JsonObject first = person.signIn();
        JsonObject second = refresh(first.getString("refresh_token")).json();

        Answer again = refresh(first.getString("refresh_token"));

        assertEquals(401, again.status());
        assertEquals("invalid_refresh_token", again.code());
        assertEquals(401, refresh(second.getString("refresh_token")).status());
        assertEquals(
                401,
                nobody.as(second.getString("access_token"))
                        .get("/auth/validate")
                        .status());
    }

    @Test
    void anUnknownRefreshTokenIsRefused() {
        assertEquals(401, refresh(UUID.randomUUID().toString()).status());
    }

    @Test
    void logoutEndsTheSessionAndItsTokensAtOnce() {
        JsonObject tokens = person.signIn();
        Api api = nobody.as(tokens.getString("access_token"));

        assertEquals(204, api.post("/auth/logout").status());

        assertEquals(401, api.get("/auth/validate").status());
        assertEquals(401, refresh(tokens.getString("refresh_token")).status());
        assertEquals(200, person.api().get("/auth/validate").status());
    }

    @Test
    void noSecretOfASessionIsStored() {
        String token = person.signIn().getString("refresh_token");

        assertEquals(
                "0",
                World.query("select count(*) from auth.refresh_tokens t where t::text like '%' || ? || '%'", token));
    }

    @Test
    void anAddressThatChangesAtTheProviderDoesNotMoveTheAccount() {
        person.signIn();
        String moved = World.newEmail();

        Answer answer = nobody.exchange(Identities.of(Identities.claims(moved, "local-" + person.email())));

        assertEquals(200, answer.status());
        assertEquals(person.id().toString(), answer.json().getJsonObject("user").getString("id"));
    }

    @Test
    void anotherIdentityWithTheSameAddressDoesNotTakeTheAccount() {
        person.signIn();

        Answer answer = nobody.exchange(Identities.of(Identities.claims(person.email(), "somebody-else")));

        assertEquals(409, answer.status());
        assertEquals("identity_conflict", answer.code());
    }

    @Test
    void anybodyCanReadThePublicKeysAndNothingMore() {
        JsonObject key =
                nobody.get("/.well-known/jwks.json").json().getJsonArray("keys").getJsonObject(0);

        assertEquals("RSA", key.getString("kty"));
        assertFalse(key.containsKey("d"));
    }
}
