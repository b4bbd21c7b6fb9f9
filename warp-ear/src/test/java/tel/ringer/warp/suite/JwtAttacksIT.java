package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.TokenKeys;

/** Each attack of docs/jwt-attacks.md, tried on an operation that the victim may call. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class JwtAttacksIT {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| `([A-Z0-9_]+)` \\|$");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final JwtVictim victim = JwtVictim.signIn();

    private static HttpResponse<String> call(String path, List<String> authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(PartsForTests.server().resolve(path));
        authorization.forEach(header -> request.header("Authorization", header));
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @ParameterizedTest
    @EnumSource(JwtAttack.class)
    void isRefused(JwtAttack attack) throws IOException, InterruptedException {
        HttpResponse<String> answer = call("/v1/customers", attack.headers(victim));

        assertEquals(401, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(List.of("Bearer realm=\"warp\""), answer.headers().allValues("WWW-Authenticate"));
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            JsonObject problem = reader.readObject();
            assertEquals("unauthenticated", problem.getString("code"));
            assertEquals("Sign in first.", problem.getString("detail"));
        }
    }

    /** Else the attacks would prove nothing: what they change is all that is wrong with them. */
    @Test
    void theForgeMakesTokensThatWorkWhereItMayUseTheKey() throws IOException, InterruptedException {
        String forged = TokenForge.signed(TokenForge.header(), victim.payload(), TokenKeys.OURS);
        String refreshed = victim.claiming("nbf", victim.now() - 1);
        String longer = victim.claiming("padding", "x".repeat(1000));

        for (String token : List.of(victim.genuine(), forged, refreshed, longer)) {
            assertEquals(200, call("/v1/customers", List.of("Bearer " + token)).statusCode());
            assertEquals(200, call("/v1/customers", List.of("bearer " + token)).statusCode());
        }
    }

    @Test
    void aBadTokenOpensNoPublicOperationEither() throws IOException, InterruptedException {
        assertEquals(
                401,
                call("/.well-known/jwks.json", JwtAttack.ALGORITHM_NONE.headers(victim))
                        .statusCode());
    }

    /** Over HTTP/2, which the client offers, the server would refuse others for it. */
    @Test
    void aTokenThatIsTooLongHarmsNobodyElse() throws IOException, InterruptedException {
        for (int i = 0; i < 50; i++) {
            assertEquals(
                    401,
                    call("/v1/customers", JwtAttack.OVERSIZED.headers(victim)).statusCode());
        }
        for (int i = 0; i < 50; i++) {
            assertEquals(
                    200,
                    call("/v1/customers", List.of("Bearer " + victim.genuine())).statusCode());
        }
    }

    @Test
    void attacksDoNotFloodTheLog() throws IOException, InterruptedException {
        // The server numbers its files; the first is the one that it writes.
        Path log = Path.of(System.getProperty("warp.test.folder"), "server.log.0");
        long before = Files.size(log);
        for (JwtAttack attack : JwtAttack.values()) {
            for (int i = 0; i < 3; i++) {
                call("/v1/customers", attack.headers(victim));
            }
        }

        byte[] all = Files.readAllBytes(log);
        int from = all.length < before ? 0 : (int) before;
        String written = new String(Arrays.copyOfRange(all, from, all.length), StandardCharsets.UTF_8);
        assertTrue(written.lines().count() < JwtAttack.values().length, written);
        assertTrue(
                Stream.of("JOSE", "JWT", "JWS", "Exception", victim.genuine()).noneMatch(written::contains), written);
    }

    @Test
    void theTableOfAttacksNamesEachAndTellsWhyItFails() throws IOException {
        String table = Files.readString(Path.of(System.getProperty("warp.test.root"), "docs/jwt-attacks.md"));
        List<MatchResult> rows = ROW.matcher(table).results().toList();

        assertEquals(
                Stream.of(JwtAttack.values()).map(Enum::name).toList(),
                rows.stream().map(row -> row.group(3)).toList());
        assertEquals(
                rows.size(), rows.stream().map(row -> row.group(1)).distinct().count());
    }
}
