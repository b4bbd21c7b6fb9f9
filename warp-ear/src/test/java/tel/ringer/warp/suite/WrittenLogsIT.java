package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.IssuedSecrets;
import tel.ringer.warp.kit.Logs;
import tel.ringer.warp.kit.RawRequest;
import tel.ringer.warp.kit.Web;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Person;

/** Runs last, by its name: none of the credentials of all tests before it stands in any log that they wrote. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class WrittenLogsIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Whatever ran before, these have been there: every way in, and links that the server itself refuses. */
    private static void useEachKindOfCredential() {
        Person person = World.superAdmin();
        Answer session = Api.anonymous().exchange(person.idToken());
        Web web = Web.anonymous();
        web.post("/auth/refresh", "{\"refresh_token\":\"" + session.json().getString("refresh_token") + "\"}");
        web.post("/auth/refresh", "{\"refresh_token\":\"" + session.json().getString("refresh_token") + "\"}");
        String email = World.newEmail();
        World.invite(person.api(), World.company(), email);
        String token = World.tokenMailedTo(email);
        for (String rest :
                List.of("", "/", "/nothing", ";x=1", "?x=%zz", "%zz", "?%00", "/accept?x=1", "%2f", "/../../x")) {
            sendRaw("/invitations/" + token + rest);
        }
        Api.anonymous().getPage("/invitations/" + token);
        Api.anonymous().accept(token, "rubbish");
        Api.anonymous().accept(token, World.idToken(email));
    }

    /** As a socket does: a client would refuse to send some of them. */
    private static void sendRaw(String path) {
        for (String method : List.of("GET", "POST", "DELETE", "BREW")) {
            RawRequest.answer(
                    method + " " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
        }
    }

    @Test
    void noneHoldsACredential() {
        useEachKindOfCredential();
        Set<String> secrets = IssuedSecrets.all();
        List<String> names = Logs.ofThisRun().files().stream()
                .map(file -> file.getFileName().toString())
                .toList();

        assertTrue(secrets.size() >= 5, "secrets: " + secrets.size());
        assertTrue(names.stream().anyMatch(name -> name.startsWith("server.log")), names.toString());
        assertTrue(names.contains("postgresql.log"), names.toString());
        assertTrue(names.stream().anyMatch(name -> name.contains("access_log")), names.toString());
        assertEquals(List.of(), Logs.ofThisRun().holding(secrets));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /invitations/%s HTTP/1.1",
                "/invitations/%s/accept",
                "token=%s, more",
                "It was %s.",
                "[%s]",
                "\"%s\"",
                "parameters: $1 = '%s'",
                "%s"
            })
    void aCredentialInALogWouldBeFound(String line) throws IOException {
        String token = UUID.randomUUID().toString();
        Path log = folder.resolve("server.log_2026-01-01");
        Files.writeString(log, "first\n" + line.formatted(token) + "\nlast\n");

        assertEquals(
                List.of("server.log_2026-01-01: " + token.substring(0, 8) + "..."),
                new Logs(folder).holding(Set.of(token, UUID.randomUUID().toString())));
    }

    @Test
    void aTokenOfThreePartsWouldBeFoundToo() throws IOException {
        String token = World.idToken(World.newEmail());
        Files.writeString(folder.resolve("server.log"), "Authorization: Bearer " + token + "\n");

        assertEquals(1, new Logs(folder).holding(Set.of(token)).size());
    }
}
