package tel.ringer.warp.invitation.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.oauth2.sdk.auth.Secret;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tel.ringer.warp.access.MembershipRole;
import tel.ringer.warp.identity.EmailAddress;
import tel.ringer.warp.identity.VerifiedIdentity;
import tel.ringer.warp.identity.rest.ProvenIdentity;
import tel.ringer.warp.invitation.InvitationView;
import tel.ringer.warp.problem.ProblemException;
import tel.ringer.warp.problem.ProblemKind;

class InvitationPageTest {
    private static final String HOSTILE = "</title><script>alert('x')</script>\"&";
    private static final String ESCAPED = "&lt;/title&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;";
    private static final FollowedLink LINK = FollowedLink.of("8f9c2d4e-0000-4000-8000-000000000001");

    private final InvitationPage page = new InvitationPage(Map.of("default", HOSTILE));

    private static InvitationView view(String text) {
        return new InvitationView(
                text,
                text,
                text,
                EmailAddress.of("jane@example.com"),
                text,
                text,
                MembershipRole.ADMIN,
                Optional.of(text),
                Instant.parse("2026-11-29T12:00:00Z"));
    }

    private static ProvenIdentity guest() {
        return new ProvenIdentity(
                new VerifiedIdentity("https://id.example", "42", EmailAddress.of("joe@example.com"), HOSTILE, false),
                HOSTILE,
                new Secret("the form's token"));
    }

    private static String html(Response response) {
        assertEquals("text/html;charset=UTF-8", String.valueOf(response.getMediaType()));
        return (String) response.getEntity();
    }

    @Test
    void nothingThatPeopleWriteBecomesMarkup() {
        for (Optional<ProvenIdentity> guest : List.of(Optional.<ProvenIdentity>empty(), Optional.of(guest()))) {
            String html = html(page.of(LINK, view(HOSTILE), guest));
            assertTrue(html.contains(ESCAPED), html);
            assertFalse(html.contains("<script"), html);
        }
        assertFalse(html(page.of(Decision.of(true, view(HOSTILE)))).contains("<script"));
    }

    @Test
    void whoIsNotKnownIsOfferedToSignInAndNothingElse() {
        String html = html(page.of(LINK, view("x"), Optional.empty()));
        assertTrue(html.contains("action=\"" + LINK.path() + "/sign-in\""), html);
        assertFalse(html.contains("/accept\""), html);
    }

    @Test
    void whoIsKnownDecidesWithTheTokenOfTheForm() {
        String html = html(page.of(LINK, view("x"), Optional.of(guest())));
        assertTrue(html.contains("action=\"" + LINK.path() + "/accept\""), html);
        assertTrue(html.contains("action=\"" + LINK.path() + "/decline\""), html);
        assertEquals(2, html.split("name=\"form_token\" value=\"the form&#39;s token\"", -1).length - 1);
        assertTrue(html.contains("joe@example.com"), html);
    }

    @Test
    void anotherAccountIsToldWhichOneIsExpected() {
        ProblemException problem = new ProblemException(
                ProblemKind.CONFLICT, "invitation_wrong_account", "x", Map.of("expected_email", "j***@example.com"));
        Response response = page.of(LINK, problem, Optional.of(guest()));
        assertEquals(409, response.getStatus());
        assertTrue(html(response).contains("j***@example.com"));
        assertTrue(html(response).contains("/sign-in"));
        assertFalse(html(response).contains("jane@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invitation_revoked",
                "invitation_accepted",
                "invitation_declined",
                "invitation_superseded",
                "invitation_no_longer_valid",
                "invitation_on_hold",
                "invitation_user_type_removed",
                "invitation_inviter_left",
                "invitation_not_expired"
            })
    void aDeadLinkIsExplainedWithTheStatusOfItsProblem(String code) {
        Response response = page.of(LINK, new ProblemException(ProblemKind.GONE, code, "x"), Optional.empty());
        assertEquals(410, response.getStatus());
        assertFalse(html(response).contains("That did not work"), code);
        assertFalse(html(response).contains("<form"), code);
    }

    @Test
    void anExpiredLinkOffersToAskForANewOne() {
        ProblemException expired = new ProblemException(ProblemKind.GONE, "invitation_expired", "x");
        String html = html(page.of(LINK, expired, Optional.empty()));
        assertTrue(html.contains("action=\"" + LINK.path() + "/renewal-request\""), html);
        assertFalse(html.contains("/sign-in"), html);
    }

    @Test
    void aLinkThatNeverWasIsExplained() {
        Response response = page.of(ProblemException.notFound());
        assertEquals(404, response.getStatus());
        assertTrue(html(response).contains("<h1>No such invitation</h1>"));
    }

    @Test
    void whatNobodyForesawIsNoMarkupEither() {
        String html = html(page.of(new ProblemException(ProblemKind.NOT_FOUND, "<script>", HOSTILE)));
        assertTrue(html.contains(ESCAPED), html);
        assertFalse(html.contains("<script"), html);
    }

    @Test
    void thePageSubmitsNothingByItselfAndLoadsNothing() {
        String html = html(page.of(LINK, view("x"), Optional.of(guest())));
        assertFalse(html.matches("(?s).*<(?:script|img|iframe|link|object)\\b.*"), html);
        assertFalse(html.contains("http-equiv"), html);
        assertTrue(html.contains("noindex"), html);
    }
}
