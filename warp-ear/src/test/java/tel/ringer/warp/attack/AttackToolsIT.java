package tel.ringer.warp.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tel.ringer.warp.kit.Route;

/** The attack sees what it is to see, and forgets nobody. */
class AttackToolsIT {
    private static final String FOREIGN = "acme telecom ltd";
    private static final ForeignBytes BYTES = new ForeignBytes(Set.of(FOREIGN));
    private static final Shot SHOT = new Shot("GET", "/v1/customers", Map.of(), Optional.empty());
    private static final Route BY_ID = new Route("GET", "/v1/customers/{customerId}", List.of(), false);
    private static final Route LIST = new Route("GET", "/v1/customers", List.of("q", "cursor", "include"), false);

    private static Reply reply(int status, String header, String body) {
        return new Reply("HTTP/1.1 " + status + " X", List.of(header), body);
    }

    @Test
    void foreignBytesAreFoundInStatusLineHeadersAndBodyWhateverTheirCase() {
        assertTrue(BYTES.in(new Reply("HTTP/1.1 200 Acme Telecom Ltd", List.of(), ""), SHOT)
                .isPresent());
        assertTrue(
                BYTES.in(reply(200, "Location: /x/ACME TELECOM LTD", ""), SHOT).isPresent());
        assertTrue(BYTES.in(reply(404, "A: b", "{\"detail\":\"not Acme Telecom Ltd\"}"), SHOT)
                .isPresent());
        assertFalse(BYTES.in(reply(200, "A: b", "acme telecom inc"), SHOT).isPresent());
    }

    @Test
    void foreignBytesAreFoundInsideCursors() {
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("0f0f0f0f-0000-4000-8000-000000000000" + FOREIGN).getBytes(StandardCharsets.UTF_8));
        assertTrue(BYTES.in(reply(200, "A: b", "{\"next_cursor\":\"" + cursor + "\"}"), SHOT)
                .isPresent());
    }

    @Test
    void aSuccessMayRepeatWhatWasSentAndAnErrorMayNot() {
        Shot naming = new Shot("POST", "/x", Map.of(), Optional.of("{\"name\":\"Acme Telecom Ltd\"}"));
        assertFalse(BYTES.in(reply(201, "A: b", "Acme Telecom Ltd"), naming).isPresent());
        assertTrue(BYTES.in(reply(422, "A: b", "Acme Telecom Ltd"), naming).isPresent());
    }

    @Test
    void theSameSeedDealsTheSameAttemptsAndAnotherDealsOthers() {
        Attempts attempts = new Attempts(List.of(BY_ID, LIST));
        assertEquals(attempts.deal(7, 500), attempts.deal(7, 500));
        assertNotEquals(attempts.deal(7, 500), attempts.deal(8, 500));
    }

    @Test
    void eachRouteIsTriedByEachCallerWithIdsInEachPlace() {
        Attempts attempts = new Attempts(List.of(BY_ID, LIST));
        List<Attempt> dealt = attempts.deal(1, attempts.different());
        assertEquals(
                EnumSet.allOf(CallerKind.class),
                dealt.stream().map(Attempt::kind).collect(Collectors.toSet()));
        assertEquals(
                EnumSet.of(IdSource.PATH, IdSource.QUERY, IdSource.CURSOR, IdSource.OWN),
                dealt.stream().map(Attempt::source).collect(Collectors.toSet()));
        assertEquals(CallerKind.values().length * 5, dealt.size());
    }

    @Test
    void aRouteThatNobodyTaughtTheAttackStopsIt() {
        Route unknownParameter = new Route("GET", "/v1/customers", List.of("surprise"), false);
        Route unknownBody = new Route("POST", "/v1/surprises", List.of(), true);
        assertThrows(IllegalStateException.class, () -> new Attempts(List.of(unknownParameter)));
        assertThrows(IllegalStateException.class, () -> new Attempts(List.of(unknownBody)));
        assertThrows(IllegalStateException.class, () -> new Ids(Map.of()).pick("surpriseId", new Random(1)));
    }

    @Test
    void whatNamesNothingHasTheShapeOfWhatDoes() {
        Ids ids = new Ids(Map.of(
                "a",
                List.of("0f0f0f0f-0000-4000-8000-0000000000ff"),
                "b",
                List.of("T-1-AB"),
                "c",
                List.of("a@b.example")));
        Ids nothing = ids.ofNothing(new Random(3));
        assertTrue(nothing.pick("a", new Random(1)).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        assertTrue(nothing.pick("b", new Random(1)).matches("[A-Z]-[0-9]-[A-Z]{2}"));
        assertTrue(nothing.pick("c", new Random(1)).endsWith("@b.example"));
    }

    @Test
    void everyFormButThePlainOneChangesARequest() {
        String path = "/v1/customers/0f0f0f0f-0000-4000-8000-0000000000ff";
        Set<String> written = Arrays.stream(Form.values())
                .map(form -> form.method("GET") + " " + form.path(form.value(path), new Random(1)))
                .collect(Collectors.toSet());
        // UNKNOWN_PARAMETER, EXTRA_FIELD and METHOD_OVERRIDE stand in query, body and headers.
        assertEquals(Form.values().length - 3, written.size());
    }
}
