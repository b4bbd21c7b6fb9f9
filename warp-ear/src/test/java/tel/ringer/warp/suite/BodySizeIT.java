package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.PartsForTests;
import tel.ringer.warp.kit.RawRequest;
import tel.ringer.warp.kit.Web;

/** What is too large, too deep, packed or not JSON is refused at once, with a problem document. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class BodySizeIT {
    private static final int LARGEST = 1_048_576;

    private final Web web = Web.anonymous();

    private static String chunks(int bytes) {
        String chunk = Integer.toHexString(8192) + "\r\n" + "x".repeat(8192) + "\r\n";
        return chunk.repeat(bytes / 8192 + 1);
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsNotWaitedFor() {
        String answer = RawRequest.answer(
                "POST /auth/exchange HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
                        + (LARGEST + 1) + "\r\n\r\n{");

        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
        assertTrue(answer.contains("body_too_large"), answer);
    }

    @Test
    void aBodyInChunksIsRefusedWhenItIsTooLarge() {
        Answer answer = web.post(
                "/auth/exchange", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[3 * LARGEST])));

        assertEquals(413, answer.status());
        assertEquals("body_too_large", answer.code());
    }

    @Test
    void aBodyInChunksThatNeverEndsHoldsNobody() {
        String answer =
                RawRequest.answer("POST /auth/exchange HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks(2 * LARGEST));

        assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "x-gzip", "gzip, gzip"})
    void aPackedBodyIsRefusedUnread(String coding) {
        Answer answer = web.with("Content-Encoding", coding).post("/auth/exchange", "{}");

        assertEquals(415, answer.status());
        assertEquals("unsupported_content_encoding", answer.code());
        assertEquals("identity", answer.header("Accept-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json; charset=ISO-8859-1",
                "application/json; charset=utf-16",
                "application/json; charset=nonsense"
            })
    void anotherEncodingThanUtf8IsRefused(String type) {
        assertEquals(
                415, web.with("Content-Type", type).post("/auth/exchange", "{}").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sign-in", "accept", "decline"})
    void aFormMustSayThatItIsOne(String form) {
        String answer = RawRequest.answer("POST /invitations/" + UUID.randomUUID() + "/" + form
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 3\r\n\r\na=b");

        assertTrue(answer.startsWith("HTTP/1.1 415"), answer);
        assertTrue(answer.contains("unsupported_media_type"), answer);
    }

    @Test
    void utf8MayBeNamed() {
        assertEquals(
                422,
                web.with("Content-Type", "application/json;charset=UTF-8")
                        .post("/auth/exchange", "{}")
                        .status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id_token\":\"a\",\"id_token\":\"b\"}",
                "{\"id_token\":\"a\"} x",
                "{\"id_token\":\"a\"}{}",
                "{\"id_token\":\"a\",}",
                "{'id_token':'a'}",
                "{\"id_token\":NaN}",
                "{\"id_token\":01}",
                "[]",
                "\"\"",
                ""
            })
    void whatIsNotStrictlyJsonIsMalformed(String body) {
        Answer answer = web.post("/auth/exchange", body);

        assertTrue(answer.status() == 400 || (body.isEmpty() && answer.status() == 422), answer.body());
    }

    @Test
    void whatIsNestedTooDeeplyIsMalformed() {
        for (int depth : new int[] {17, 1_000, 30_000}) {
            Answer answer = web.post("/auth/exchange", "{\"x\":".repeat(depth) + "1" + "}".repeat(depth));
            assertEquals(depth == 30_000 ? 413 : 400, answer.status(), answer.body());
        }
        assertEquals(400, web.post("/auth/exchange", "[".repeat(60_000)).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e-999999999", "99999999999999999999999999"})
    void aHugeNumberIsRefusedInNoTime(String number) {
        assertEquals(
                422, web.post("/auth/exchange", "{\"id_token\":" + number + "}").status());
    }

    @Test
    void aNumberWithoutEndIsMalformed() {
        assertEquals(
                400,
                web.post("/auth/exchange", "{\"id_token\":" + "9".repeat(60_000) + "}")
                        .status());
    }

    @Test
    void invalidUtf8IsMalformed() {
        byte[] body = "{\"id_token\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertEquals(
                400,
                web.post("/auth/exchange", BodyPublishers.ofByteArray(body)).status());
    }

    @ParameterizedTest
    @ValueSource(ints = {9_000, 70_000, 2_000_000})
    void headersAndAddressesThatAreTooLongAreRefusedWithoutNamingTheServer(int length) {
        String longText = "a".repeat(length);
        for (String request : new String[] {
            "GET /v1/customers HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Long: " + longText + "\r\n\r\n",
            "GET /v1/customers?x=" + longText + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        }) {
            String answer = RawRequest.answer(request);
            // With more than it reads, the server may close before it has said anything.
            assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1.1 4\\d\\d.*"), answer);
            assertNamesNobody(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /..%2f..%2fetc HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            })
    void whatIsNoRequestIsRefusedWithoutNamingTheServer(String request) {
        String answer = RawRequest.answer(request);

        assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1.[01] [45]\\d\\d.*"), answer);
        assertNamesNobody(answer);
    }

    @Test
    void theBodyOfATraceIsNoRequest() {
        RawRequest.assertTheBodyOfATraceIsNoRequest(PartsForTests.server());
    }

    /** The server can't decode it, and says nothing at all in an answer that says that all is well. */
    @Test
    void anAddressThatCannotBeDecodedIsAnsweredByNothing() {
        String answer = RawRequest.answer("GET /v1/customers%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertTrue(answer.contains("Content-Length: 0") || answer.startsWith("HTTP/1.1 4"), answer);
        assertNamesNobody(answer);
    }

    private static void assertNamesNobody(String answer) {
        String text = answer.toLowerCase(Locale.ROOT);
        for (String name : new String[] {"payara", "glassfish", "grizzly", "jersey", "exception"}) {
            assertFalse(text.contains(name), answer);
        }
    }
}
