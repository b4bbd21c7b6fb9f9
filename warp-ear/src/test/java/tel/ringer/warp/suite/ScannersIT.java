package tel.ringer.warp.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tel.ringer.warp.kit.Answer;
import tel.ringer.warp.kit.Api;
import tel.ringer.warp.kit.AtOnce;
import tel.ringer.warp.kit.Await;
import tel.ringer.warp.kit.World;
import tel.ringer.warp.kit.World.Company;

/** Mail scanners and link previews come before the person: they follow everything and submit nothing. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ScannersIT {
    private static final Pattern ADDRESS = Pattern.compile("(?:href|action|src)=\"([^\"]+)\"");
    private static final Set<String> OF_THE_ANSWER = Set.of("date", "x-request-id");
    private static final List<Map<String, String>> VISITORS = List.of(
            Map.of("User-Agent", "Mozilla/5.0 (compatible; SafeLinks)", "Accept", "text/html"),
            Map.of("User-Agent", "Slackbot-LinkExpanding 1.0", "Accept", "*/*", "Range", "bytes=0-32768"),
            Map.of("User-Agent", "facebookexternalhit/1.1", "Accept", "text/html"),
            Map.of("User-Agent", "BarracudaCentral", "Accept", "text/html,*/*"),
            Map.of("Purpose", "prefetch", "Sec-Purpose", "prefetch;prerender", "Accept", "text/html"),
            Map.of("X-Moz", "prefetch", "Accept", "text/html"),
            Map.of("Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate", "Accept", "text/html"));

    private final Company company = World.company();
    private final Api owner = World.member(company, "customer_admin", "OWNER").api();
    private final String email = World.newEmail();
    private final Api nobody = Api.anonymous();

    private String invited() {
        String id = World.invite(owner, company, email).getString("id");
        String token = World.tokenMailedTo(email);
        Await.untilTrue("sent", () -> World.query(
                        "select delivery_status from auth.user_invitations where id = cast(? as uuid)", id)
                .equals("SENT"));
        return token;
    }

    /** With the transactions that wrote them: not even the same values were written again. */
    private String rows() {
        return World.query(
                """
                select (select string_agg(i.xmin || ' ' || i::text, ';') from auth.user_invitations i where i.customer_id = c.id)
                  || (select string_agg(t.xmin || ' ' || t::text, ';' order by t::text) from auth.user_invitation_tokens t where t.customer_id = c.id)
                  || (select string_agg(o.xmin || ' ' || o::text, ';' order by o::text) from notification.outbox o where o.customer_id = c.id)
                  || (select string_agg(e.hash::text, ';' order by e.sequence) from audit.events e where e.customer_id = c.id)
                  || (select string_agg(g.xmin || ' ' || g::text, ';' order by g::text) from auth.user_customer_access g where g.customer_id = c.id)
                  || (select count(*) from auth.users u where u.email_normalised = ?)
                from accounts.customers c where c.id = ?
                """,
                email,
                company.id());
    }

    private Set<String> addressesIn(String html) {
        Set<String> addresses = new LinkedHashSet<>();
        ADDRESS.matcher(html).results().map(found -> found.group(1)).forEach(addresses::add);
        return addresses;
    }

    @Test
    void whoFollowsEverythingAndSubmitsNothingChangesNothing() {
        String token = invited();
        String before = rows();
        Set<String> found = new LinkedHashSet<>(List.of("/invitations/" + token));
        for (Map<String, String> visitor : VISITORS) {
            found.addAll(
                    addressesIn(nobody.getWith("/invitations/" + token, visitor).body()));
        }
        assertTrue(found.contains("/invitations/" + token + "/sign-in"), found.toString());
        Stream.of("/accept", "/decline", "/renewal-request")
                .map(path -> "/invitations/" + token + path)
                .forEach(found::add);

        for (String address : found) {
            VISITORS.forEach(visitor -> nobody.getWith(address, visitor));
            for (String method : List.of("HEAD", "OPTIONS", "PROPFIND", "TRACE")) {
                nobody.method(method, address);
            }
        }

        assertEquals(before, rows());
        assertEquals(200, nobody.accept(token, World.idToken(email)).status());
    }

    @Test
    void manyAtOnceChangeNothingEitherNorWithAnExpiredLink() throws Exception {
        String token = invited();
        for (String expiry : List.of("now() + interval '1 day'", "now()")) {
            World.update(
                    "update auth.user_invitations set expires_at = " + expiry + " where email_normalised = ?", email);
            String before = rows();
            List<Callable<Answer>> looks = new ArrayList<>();
            IntStream.range(0, 20)
                    .forEach(i -> looks.add(
                            () -> nobody.getWith("/invitations/" + token, VISITORS.get(i % VISITORS.size()))));
            Set<Integer> answers =
                    AtOnce.call(looks).stream().map(Answer::status).collect(Collectors.toSet());
            assertEquals(1, answers.size(), answers.toString());
            assertEquals(before, rows());
        }
    }

    /** Not even by the names of headers is a token that never was told from one that can't be. */
    @Test
    void unknownAndMalformedTokensAnswerAlikeWhateverIsAsked() {
        String unknown = UUID.randomUUID().toString();
        String ofAnotherKind = World.invite(owner, company, email).getString("id");
        String upperCase = UUID.randomUUID().toString().toUpperCase(Locale.ROOT);
        List<Map<String, String>> wishes = List.of(Map.of("Accept", "application/json"), Map.of("Accept", "text/html"));
        for (Map<String, String> wish : wishes) {
            Answer expected = nobody.getWith("/invitations/" + unknown, wish);
            assertEquals(404, expected.status());
            for (String token : List.of(ofAnotherKind, upperCase, "x", "1-1-1-1-1", unknown + "0")) {
                Answer answer = nobody.getWith("/invitations/" + token, wish);
                assertEquals(404, answer.status());
                assertEquals(expected.bodyWithoutRequestId(), answer.bodyWithoutRequestId());
                assertEquals(headers(expected), headers(answer));
            }
        }
        for (String action : List.of("/accept", "/decline", "/renewal-request")) {
            assertEquals(act(unknown, action), act("x", action));
            assertEquals(act(unknown, action), act(ofAnotherKind, action));
        }
    }

    /** For people to read: a busy machine must not fail a build. */
    @Test
    void howLongUnknownAndDeadLinksTakeIsPrinted() {
        String dead = invited();
        World.update("update auth.user_invitations set expires_at = now() where email_normalised = ?", email);
        List<Long> unknownTimes = new ArrayList<>();
        List<Long> deadTimes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            unknownTimes.add(nanosOf(UUID.randomUUID().toString(), 404));
            deadTimes.add(nanosOf(dead, 410));
        }
        long unknownMedian = median(unknownTimes);
        long deadMedian = median(deadTimes);
        System.out.printf(
                Locale.ROOT,
                "Links: unknown %.2f ms, dead %.2f ms, ratio of medians %.2f%n",
                unknownMedian / 1e6,
                deadMedian / 1e6,
                (double) unknownMedian / deadMedian);
    }

    private long nanosOf(String token, int status) {
        long start = System.nanoTime();
        assertEquals(status, nobody.get("/invitations/" + token).status());
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private String act(String token, String action) {
        Answer answer = action.equals("/renewal-request")
                ? nobody.post("/invitations/" + token + action)
                : action.equals("/accept")
                        ? nobody.accept(token, World.idToken(email))
                        : nobody.decline(token, World.idToken(email));
        return answer.status() + answer.bodyWithoutRequestId() + headers(answer);
    }

    private static Set<String> headers(Answer answer) {
        return answer.response().headers().map().entrySet().stream()
                .filter(header -> !OF_THE_ANSWER.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .map(header -> header.getKey() + "=" + header.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
